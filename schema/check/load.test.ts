import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../json/json.ts'
import { formatPointer } from '../json/pointer.ts'
import { prettyDocument } from '../json/pretty-text.ts'
import { checkBlueprint, loadBlueprint } from './load-blueprint.ts'

const app = (rest: JsonObject): JsonObject => ({ blueprint: 1, app: { name: 'Sample' }, view: 'Hello', ...rest })
const codes = (input: unknown, options = {}): string[] => loadBlueprint(input, options).issues.map(issue => issue.code)

/** JSON that looks like a blueprint here and there, so that every pass is reached. */
const words = [
  'blueprint',
  'app',
  'state',
  'view',
  'type',
  'Stack',
  'children',
  'each',
  'as',
  'bind',
  'do',
  'set',
  'path',
  'actions',
  'derived',
  'parts',
  'pages',
  'data',
  'tests',
  'steps',
  'params',
  '__proto__',
  'constructor',
  '${x}',
  '${',
  'a.b[0]',
  'Button',
  'onPress',
  'init',
  'text',
  '',
  'when',
  'effects',
  'timers',
  'keys',
  'every',
  'http.get',
  'url',
  'capabilities',
  'use',
  'net:',
  'Slot',
  'Tabs',
  'Table',
  'rows',
  'columns',
  'run',
  'action',
]
const word = fc.constantFrom(...words)
const json = fc.letrec(tie => ({
  value: fc.oneof(
    { maxDepth: 6, depthSize: 'medium' },
    word,
    fc.constant(null),
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.string(),
    tie('list'),
    tie('record'),
  ),
  list: fc.array(tie('value'), { maxLength: 4 }),
  record: fc.dictionary(fc.oneof(word, fc.string()), tie('value'), { maxKeys: 6 }),
})).value

describe('checkBlueprint', () => {
  it('never throws, whatever JSON it is given', () => {
    fc.assert(
      fc.property(json, value => {
        expect(Array.isArray(checkBlueprint(value))).toBe(true)
        expect(Array.isArray(checkBlueprint(app({ view: value as Json, actions: value as Json, derived: value as Json })))).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  it('never throws, whatever text it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(Array.isArray(checkBlueprint(text))).toBe(true)
      }),
    )
  })

  it('never throws for what is no JSON at all, and calls nothing of it (S10)', () => {
    const trap = {
      get view(): never {
        throw new Error('called')
      },
    }
    const circle: Record<string, unknown> = {}
    circle.self = circle
    for (const input of [
      undefined,
      null,
      1,
      Number.NaN,
      () => 1,
      Symbol('x'),
      new Date(),
      new Map(),
      trap,
      circle,
      { toJSON: () => 1 },
      { $$typeof: Symbol('x') },
      new Array(2),
    ])
      expect(checkBlueprint(input).some(issue => issue.severity === 'error')).toBe(true)
  })

  it('places issues in the text that was given', () => {
    const text = '{ "blueprint": 1, "app": { "name": "A" },\n  "view": { "type": "Buton", "label": "Go" } }'
    expect(checkBlueprint(text)).toEqual([expect.objectContaining({ code: 'unknown-component', at: '/view/type', line: 2, column: 21 })])
  })

  it('places issues of a value in its pretty-printed text', () => {
    const document = app({ view: { type: 'Buton', label: 'Go' } })
    const [issue] = checkBlueprint(document)
    expect(
      prettyDocument(document)
        .split('\n')
        [(issue?.line ?? 0) - 1]?.slice((issue?.column ?? 0) - 1),
    ).toMatch(/^"Buton"/)
  })

  it('[B27] knows no component, tool, argument or name by way of a prototype', () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      expect(codes(app({ view: { type: name } }))).toEqual(['unknown-component'])
      expect(codes(app({ actions: { a: { do: name } } }))).toEqual(['unknown-tool'])
      expect(codes(app({ view: { type: 'Text', text: `\${${name}}` } }))).toEqual(['unknown-name'])
      expect(codes(app(JSON.parse(`{ "view": { "type": "Text", "text": "a", ${JSON.stringify(name)}: 1 } }`) as JsonObject))).toEqual(['unknown-property'])
    }
    expect(({} as Record<string, unknown>).x).toBe(undefined)
  })

  it('refuses a document nested deeper than the limit, as a text and as a value', () => {
    let value: Json = 'x'
    for (let i = 0; i < 100; i += 1) value = { type: 'Stack', children: [value] }
    expect(codes(app({ view: value }))).toEqual(['too-deep'])
    expect(codes(JSON.stringify(app({ view: value })))).toEqual(['too-deep'])
  })

  it('[B4] refuses a key that stands twice', () => {
    expect(codes('{ "blueprint": 1, "blueprint": 1 }')).toEqual(['duplicate-key'])
  })
})

describe('loadBlueprint', () => {
  const slips = app({ view: { type: 'Button', label: 'Go', onClick: { do: 'undo' } } })

  it('[B5] puts slips right in what was made here', () => {
    const { document, issues } = loadBlueprint(slips)
    expect(document?.view).toEqual({ type: 'Button', label: 'Go', onPress: { do: 'undo' } })
    expect(issues).toEqual([expect.objectContaining({ code: 'renamed', severity: 'note', at: '/view/onClick' })])
    expect((slips.view as JsonObject).onClick).toBeDefined()
  })

  it('[B5] checks what arrives by a link as it is', () => {
    const { document, issues } = loadBlueprint(slips, { trusted: false })
    expect(document).toEqual(slips)
    expect(issues).toEqual([expect.objectContaining({ code: 'unknown-property', severity: 'error', at: '/view/onClick', suggestion: 'onPress' })])
  })

  it('[B21] reads a bare formula in a formula slot as a formula, also one with a template literal', () => {
    const document = app({ state: { n: 1 }, view: { type: 'Text', text: 'a', show: '`${n}` == "1"' } })
    expect(loadBlueprint(document, { trusted: false }).issues).toEqual([])
    expect(loadBlueprint(document).document?.view).toEqual({ type: 'Text', text: 'a', show: '${`${n}` == "1"}' })
  })

  it('[B67] computes the reach, and drops what nothing uses', () => {
    const document = app({
      capabilities: [{ use: 'net:https://API.example.com/', why: 'Rates.' }, { use: 'notify' }],
      constants: { base: 'https://api.example.com' },
      actions: { a: { do: 'http.get', url: '${base}/rates', out: 'r' }, b: { do: 'clipboard.copy', text: 'x' } },
    })
    const first = loadBlueprint(document)
    expect(first.issues.map(({ code, severity }) => [code, severity])).toEqual([
      ['missing-capability', 'error'],
      ['unused-capability', 'note'],
    ])
    const asked = loadBlueprint({ ...document, capabilities: [...(document.capabilities as Json[]), { use: 'clipboard.write' }] })
    expect(asked.document?.capabilities).toEqual([{ use: 'net:https://API.example.com/', why: 'Rates.' }, { use: 'clipboard.write' }])
    expect(asked.reach).toEqual({
      capabilities: [
        { capability: 'net:https://api.example.com', grade: 'ask', tools: ['http.get'], why: 'Rates.' },
        { capability: 'clipboard.write', grade: 'quiet', tools: ['clipboard.copy'], why: null },
      ],
      tools: ['http.get', 'clipboard.copy'],
    })
  })

  it('[B67] never adds a capability by itself', () => {
    const { document } = loadBlueprint(app({ state: { a: { type: 'text', init: '', persist: true } } }))
    expect(document?.capabilities).toBe(undefined)
  })

  it('[B43] lets a picked element and the items of a filtered list be written', () => {
    const document = (each: string, bind: string): JsonObject =>
      app({
        state: {
          list: { type: [{ id: 'text', tags: [{ id: 'text', name: 'text' }] }], init: [] },
          other: { type: [{ id: 'text', tags: 'any' }], init: [] },
          on: false,
        },
        derived: { open: 'sort(list.filter(x => !empty(x.id)), "id")', one: 'list.find(x => x.id == "a")' },
        view: { type: 'List', each, as: 'x', children: [{ type: 'TextField', label: 'A', bind }] },
      })
    const errors = (each: string, bind: string): string[] =>
      loadBlueprint(document(each, bind))
        .issues.filter(issue => issue.severity === 'error')
        .map(issue => issue.code)
    expect(errors('open', 'x.id')).toEqual([])
    expect(errors('on ? open : take(list, 3)', 'x.id')).toEqual([])
    expect(errors('open', 'one.id')).toEqual([])
    expect(errors('one.tags', 'x.name')).toEqual([])
    expect(errors('list', 'list[index].id')).toEqual([])
    expect(errors('on ? list : other', 'x.id')).toEqual(['read-only'])
    expect(errors('list.map(y => y)', 'x.id')).toEqual(['read-only'])
    expect(errors('list', 'index')).toEqual(['read-only'])
  })

  it('[B15] gives functions of the app their types', () => {
    const document = app({
      state: { todos: { type: [{ title: 'text', done: 'bool' }], init: [] } },
      derived: {
        isDone: { params: { t: { title: 'text', done: 'bool' } }, value: 't.done' },
        done: 'todos.filter(t => isDone(t))',
        names: 'done.map(t => t.titel)',
      },
    })
    expect(loadBlueprint(document).issues.filter(issue => issue.severity === 'error')).toEqual([
      expect.objectContaining({ code: 'unknown-field', at: formatPointer(['derived', 'names']), suggestion: 'title' }),
    ])
  })
})
