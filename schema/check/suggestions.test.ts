import { describe, expect, it } from 'vitest'
import type { Issue } from '../issue.ts'
import type { Json, JsonObject } from '../json/json.ts'
import { applyFix } from './apply-fix.ts'
import { checkBlueprint, loadBlueprint } from './load-blueprint.ts'

const app = (rest: JsonObject): JsonObject => ({ blueprint: 1, app: { name: 'Sample' }, view: 'Hello', ...rest })
const view = (node: Json, rest: JsonObject = {}): JsonObject => app({ view: node, ...rest })
const issuesOf = (document: JsonObject): readonly Issue[] => checkBlueprint(document)

/** The document after the fix of its only issue. */
function mended(document: JsonObject): Json {
  const { document: read, issues } = loadBlueprint(document)
  expect(issues.map(issue => issue.code)).toHaveLength(1)
  const [issue] = issues
  return issue?.fix && issue.severity === 'error' ? applyFix(read, issue.fix) : (read as Json)
}

describe('a slip is one issue', () => {
  it('[B3] of a misspelt section: what it declares is known to the rest', () => {
    const rest = { state: { n: 1 }, view: { type: 'Text', text: '${n}' } }
    const { state, ...others } = app(rest)
    expect(mended({ ...others, staet: state } as JsonObject)).toEqual({ ...others, state })
    expect(mended({ blueprint: 1, app: { name: 'A' }, veiw: 'Hello' })).toEqual({ blueprint: 1, app: { name: 'A' }, view: 'Hello' })
  })

  it('[B3] of a misspelt property: its value is checked as what was meant', () => {
    const document = view({ type: 'Stack', for: '${[1, 2]}', childs: [{ type: 'Text', text: '${item}', sise: 'big' }] })
    expect(issuesOf(document).map(({ code, at, suggestion }) => [code, at, suggestion])).toEqual([
      ['unknown-property', '/view/for', 'each'],
      ['unknown-property', '/view/childs', 'children'],
      ['unknown-property', '/view/childs/0/sise', 'size'],
      ['wrong-value', '/view/childs/0/sise', 'l'],
    ])
  })

  it('of properties in a record of their own', () => {
    expect(mended(view({ type: 'Button', props: { label: 'Go', onPress: { do: 'undo' } } }))).toEqual(
      view({ type: 'Button', label: 'Go', onPress: { do: 'undo' } }),
    )
    const state = { n: 0 }
    expect(mended(view({ type: 'Button', label: 'Go', onPress: { do: 'set', args: { path: 'n', value: 1 } } }, { state }))).toEqual(
      view({ type: 'Button', label: 'Go', onPress: { do: 'set', path: 'n', value: 1 } }, { state }),
    )
  })
})

describe('places', () => {
  it('are those of the text, also inside of what was put right', () => {
    const text =
      '{ "blueprint": 1, "app": { "name": "A" },\n"state": { "n": 0 },\n"view": { "type": "Stack", "children":\n{ "type": "Button", "label": "Go", "onClick":\n{ "tool": "sset", "path": "n", "value": 1 } } } }'
    const [found] = checkBlueprint(text).filter(({ code }) => code === 'unknown-tool')
    expect(found).toMatchObject({ at: '/view/children/0/onPress/do', line: 5, column: 11 })
  })

  it('are those of the text inside of a misspelt section', () => {
    const text = '{ "blueprint": 1, "app": { "name": "A" },\n"veiw":\n{ "type": "Txet", "text": "a" } }'
    expect(checkBlueprint(text).map(({ code, at, line }) => [code, at, line])).toEqual([
      ['unknown-section', '/veiw', 2],
      ['unknown-component', '/veiw/type', 3],
    ])
  })
})

describe('a fix is offered', () => {
  it('[B16] where a name is used that is not declared, and one is declared that is not used', () => {
    const document = app({
      state: { items: { type: ['text'], init: [] } },
      view: { type: 'Stack', children: ['${count(todoItems)}', '${first(todoItems) ?? ""}'] },
      tests: [{ name: 'a', state: { items: ['x'] }, steps: [{ expect: 'count(todoItems) == 1' }] }],
    })
    const [issue] = issuesOf(document)
    expect(issue).toMatchObject({ code: 'unknown-name', suggestion: 'items', fix: { title: 'Rename items to todoItems' } })
    const fixed = applyFix(document, issue!.fix!) as JsonObject
    expect(fixed.state).toEqual({ todoItems: { type: ['text'], init: [] } })
    expect(checkBlueprint(fixed).filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('[B44] where an action was renamed', () => {
    const document = app({ state: { n: 0 }, actions: { saveAll: { do: 'inc', path: 'n' } }, view: { type: 'Button', label: 'Save', onPress: 'save' } })
    expect((mended(document) as JsonObject).actions).toEqual({ save: { do: 'inc', path: 'n' } })
  })

  it('[B49] for a label, from what the input edits', () => {
    expect(mended(view({ type: 'DateField', bind: 'dueDate' }, { state: { dueDate: { type: 'date?', init: null } } }))).toMatchObject({
      view: { label: 'Due date' },
    })
  })

  it('[B43] for a bind, where one place is called as the label says', () => {
    const state = { draft: { type: { amount: 'number?', note: 'text' }, init: { note: '' } } }
    expect(mended(view({ type: 'NumberField', label: 'Amount' }, { state }))).toMatchObject({ view: { bind: 'draft.amount' } })
    const two = { ...state, amount: 0 }
    expect(issuesOf(view({ type: 'NumberField', label: 'Amount' }, { state: two })).map(({ fix }) => fix)).toEqual([undefined])
  })

  it('[B60] for a step without its tool, where its arguments tell', () => {
    expect(mended(view({ type: 'Button', label: 'Go', onPress: { path: 'n', value: 1 } }, { state: { n: 0 } }))).toMatchObject({
      view: { onPress: { do: 'set' } },
    })
    expect(issuesOf(view({ type: 'Button', label: 'Go', onPress: { path: 'n' } }, { state: { n: 0 } })).map(({ fix }) => fix)).toEqual([undefined])
  })

  it('[B40] for what stands in a component that takes nothing', () => {
    const document = view({ type: 'Stack', children: [{ type: 'Text', text: 'a', children: ['b'] }, 'c'] })
    expect(mended(document)).toEqual(view({ type: 'Stack', children: [{ type: 'Text', text: 'a' }, 'b', 'c'] }))
  })

  it('[B29] for a column whose field is misspelt', () => {
    const state = { rows: { type: [{ id: 'text', amount: 'number' }], init: [] } }
    const document = (field: string) => view({ type: 'Table', rows: '${rows}', columns: [{ field: 'id' }, { field }] }, { state })
    expect(mended(document('amuont'))).toEqual(document('amount'))
  })
})

describe('no fix is offered', () => {
  it('where two names are equally near', () => {
    const document = app({
      state: { cat: 1, hat: 2 },
      actions: { a: { do: 'set', path: 'cat', value: '${hat}' } },
      tests: [{ name: 'a', state: { bat: 1 }, steps: [{ press: 'x' }] }],
    })
    const [issue] = issuesOf(document)
    expect(issue?.suggestion).toBeDefined()
    expect(issue?.fix).toBe(undefined)
  })

  it('that would overwrite what stands there already', () => {
    const document = view({ type: 'Button', label: 'Go', lable: 'Stop' })
    const [issue] = issuesOf(document)
    expect(issue).toMatchObject({ code: 'unknown-property', at: '/view/lable' })
    expect(issue?.fix).toBe(undefined)
  })
})

describe('capabilities', () => {
  it('[B67] one that is nearly what is needed is an error, not a drop and an ask', () => {
    const document = app({
      capabilities: [{ use: 'net:https://api.exmaple.com', why: 'Rates.' }],
      data: { rates: { do: 'http.get', url: 'https://api.example.com/rates' } },
    })
    expect(issuesOf(document)).toEqual([
      expect.objectContaining({ code: 'missing-capability', severity: 'error', at: '/capabilities/0/use', suggestion: 'net:https://api.example.com' }),
    ])
  })

  it('[B5] are asked for by a fix only, never by what is put right', () => {
    const document = app({ state: { a: { type: 'text', init: '', persist: true } } })
    const { document: read, issues } = loadBlueprint(document)
    expect(read?.capabilities).toBe(undefined)
    expect((applyFix(read, issues[0]!.fix!) as JsonObject).capabilities).toEqual([{ use: 'storage' }])
  })
})

describe('slips that are put right', () => {
  it('[B5] true in quotes', () => {
    const { document, issues } = loadBlueprint(view({ type: 'Button', label: 'Go', disabled: 'True' }))
    expect(document?.view).toEqual({ type: 'Button', label: 'Go', disabled: true })
    expect(issues.map(({ code, severity }) => [code, severity])).toEqual([['quoted-value', 'note']])
  })

  it('[B5] only where they were made: by a link it is an error with the same repair', () => {
    const [issue] = loadBlueprint(view({ type: 'Button', label: 'Go', disabled: 'true' }), { trusted: false }).issues
    expect(issue).toMatchObject({ code: 'wrong-type', severity: 'error', fix: { title: 'Change to true' } })
  })

  it('[B5] never what would add to its reach', () => {
    const { document } = loadBlueprint(app({ state: { a: { type: 'text', init: '', persist: 'true' } } }))
    expect(document?.state).toEqual({ a: { type: 'text', init: '', persist: 'true' } })
  })

  it('[B42] a repeat without a key is told what could be one, and left as it is', () => {
    const document = view(
      { type: 'Stack', each: '${units}', children: ['${item.code}'] },
      { state: { units: { type: [{ code: 'text', size: 'bool' }], init: [] } } },
    )
    const { document: read, issues } = loadBlueprint(document)
    expect(issues).toEqual([expect.objectContaining({ code: 'missing-key', severity: 'note', at: '/view', suggestion: 'code' })])
    expect(read).toEqual(document)
  })
})

it('[B27] never calls what a document brings along', () => {
  const trap = JSON.parse('{ "toString": {}, "valueOf": 1, "__proto__": { "x": 1 } }') as Json
  const document = app({
    app: { name: 'A', theme: { mode: trap } },
    state: { a: { type: trap, init: trap } },
    view: { type: 'Button', label: trap, variant: trap, props: trap },
  })
  expect(checkBlueprint(document).some(({ severity }) => severity === 'error')).toBe(true)
})
