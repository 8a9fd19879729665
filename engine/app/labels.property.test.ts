/**
 * Random little programs. Whatever comes in from a source is marked text that occurs nowhere else, so that the values
 * themselves say what they are made of: the oracle is the program's own run.
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { createTestApp, type TestApp } from '../test-app.ts'
import { draw, press, settled } from '../tree/drawn-tree.ts'

const SOURCES: ReadonlyMap<string, { readonly label: string; readonly step: JsonObject; readonly text: string }> = new Map([
  ['a', { label: 'net:https://a.example', step: { do: 'http.get', url: 'https://a.example/' }, text: 'r.body.text' }],
  ['b', { label: 'net:https://b.example', step: { do: 'http.get', url: 'https://b.example/' }, text: 'r.body.text' }],
  ['f', { label: 'file', step: { do: 'file.open' }, text: 'r.text' }],
  ['c', { label: 'clipboard', step: { do: 'clipboard.paste' }, text: 'r' }],
])

const labelOf = (tool: string, args: JsonObject): readonly string[] => {
  const source = [...SOURCES.values()].find(({ step }) => step.do === tool && (step.url === undefined || String(args.url).startsWith(String(step.url))))
  return source ? [source.label] : []
}

/** The labels that the marked texts in a value stand for. */
function marksIn(value: Json | undefined): readonly string[] {
  const text = JSON.stringify(value ?? null)
  return [...SOURCES].filter(([key]) => text.includes(`‹${key}`)).map(([, { label }]) => label)
}

const SECTIONS: JsonObject = {
  state: {
    one: { type: 'text', init: '', history: true, persist: true },
    two: '',
    kept: { type: 'text', init: '', persist: true },
    rec: { type: { a: 'text', b: 'text' }, init: { a: '', b: '' }, history: true },
    list: { type: [{ id: 'text', name: 'text' }], init: [{ id: 'x', name: 'first' }], persist: true, history: true },
    last: 'any?',
  },
  derived: {
    d1: '${one + two}',
    d2: '${d1.slice(0, 40)}',
    names: '${list.map(x => x.name)}',
    some: '${list.filter(x => x.name != two)}',
    joined: { params: { x: 'any' }, value: '${names.join("") + x + rec.a}' },
  },
  data: { source: { do: 'http.get', url: 'https://b.example/', query: { q: '${kept}' } } },
  actions: {
    put: { params: { what: 'any' }, steps: [{ do: 'set', path: 'two', value: '${what}' }] },
    later: {
      params: { what: 'any' },
      steps: [
        { do: 'wait', ms: 10 },
        { do: 'run', action: 'put', with: { what: '${what}' } },
      ],
    },
  },
  effects: {
    copy: { watch: 'kept', do: [{ do: 'set', path: 'rec.b', value: '${event.old + event.value}' }] },
    slow: { watch: 'd2', after: '20ms', do: [{ do: 'add', to: 'list', item: { id: '${id()}', name: '${event.value}' } }] },
  },
  timers: { tick: { every: '1s', do: [{ do: 'set', path: 'last', value: '${names}' }] } },
  parts: {
    Entry: { params: { of: 'any' }, view: { type: 'Button', label: 'Send', onPress: [{ do: 'http.post', url: 'https://z.example/', body: '${of}' }] } },
  },
  view: {
    type: 'Stack',
    children: [
      { type: 'TextField', label: 'One', bind: 'one' },
      { type: 'Select', label: 'Pick', options: '${names}', bind: 'two' },
      {
        type: 'Stack',
        each: 'some',
        as: 'row',
        children: [
          { type: 'TextField', label: 'Name', bind: 'row.name' },
          { type: 'Entry', of: '${row}' },
          {
            type: 'Button',
            label: 'Copy',
            onPress: [
              { do: 'set', path: 'rec.a', value: '${row.name}' },
              { do: 'remove', item: 'row' },
              { do: 'toast', text: 'Gone', undo: true },
            ],
          },
          { type: 'Button', label: 'Grow', onPress: [{ do: 'set', path: 'row.name', value: '${row.name + one}' }] },
        ],
      },
    ],
  },
}

const formula = fc.constantFrom(
  'one',
  'two',
  'kept',
  'rec.a',
  'rec.b',
  'd1',
  'd2',
  'names.join("")',
  'joined(kept)',
  'some.length > 0 ? some[0].name : one',
  'list.find(x => x.name != kept)?.name',
  '`${one}-${rec.b}`',
  'source.value.text',
  'last',
  '[one, two].join("")',
  '{ ...rec, c: kept }.c',
  'put.error',
  '"own"',
)
const place = fc.constantFrom('one', 'two', 'kept', 'rec.a', 'rec.b', 'list[0].name', 'last')
const source = fc.constantFrom(...SOURCES.keys())

type Move = { readonly say: string; readonly do: (test: TestApp) => Promise<void> | void }

const steps = (say: string, ...list: Json[]): Move => ({ say, do: test => test.run(list) })
const hole = (text: string) => `\${${text}}`

const reading = fc.tuple(source, place).map(([key, to]) => {
  const { step, text } = SOURCES.get(key) ?? { step: {}, text: '' }
  return steps(`read ${key} into ${to}`, { ...step, out: 'r' }, { do: 'set', path: to, value: hole(text) })
})

/** Which bring back what stood there before, or what is shown. */
const going = fc.constantFrom<Move>(
  { say: 'undo', do: ({ app }) => void app.undo() },
  { say: 'redo', do: ({ app }) => void app.redo() },
  { say: 'take back', do: ({ toasts }) => toasts.at(-1)?.undo?.() },
  { say: 'wait', do: test => test.wait(1200) },
  {
    say: 'type',
    do: ({ app }) =>
      press(
        draw(app).find(({ props }) => props.label === 'One'),
        'onChange',
        { value: 'typed' },
      ),
  },
  {
    say: 'pick',
    do({ app }) {
      const select = draw(app).find(({ props }) => props.label === 'Pick')
      press(select, 'onChange', { value: (select?.props.options as readonly Json[] | undefined)?.at(-1) ?? '' })
    },
  },
  steps('store', { do: 'storage.set', key: 'k', value: '${one + kept}' }),
  steps('fetch stored', { do: 'storage.get', key: 'k', out: 's' }, { do: 'set', path: 'two', value: '${s}' }),
)

const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 4, arbitrary: reading },
  { weight: 4, arbitrary: going },
  fc.tuple(place, formula).map(([to, from]) => steps(`${to} = ${from}`, { do: 'set', path: to, value: hole(from) })),
  formula.map(from => steps(`rec = ${from}`, { do: 'set', path: 'rec', value: { a: hole(from), b: 'own' } })),
  formula.map(from => steps(`list + ${from}`, { do: 'add', to: 'list', item: { id: '${id()}', name: hole(from) } })),
  formula.map(from => steps(`list[*] = ${from}`, { do: 'update', in: 'list', where: 'x => x.name != one', with: { name: `${hole('x.name')}${hole(from)}` } })),
  fc
    .tuple(formula, place)
    .map(([from, to]) =>
      steps(
        `let ${from}, ${to}`,
        { do: 'let', name: 'l', value: { deep: [hole(from)] } },
        { do: 'if', test: 'true', then: [{ do: 'set', path: to, value: '${l.deep[0]}' }] },
      ),
    ),
  formula.map(from => steps(`put ${from}`, { do: 'run', action: 'put', with: { what: hole(from) } })),
  formula.map(from => steps(`later ${from}`, { do: 'run', action: 'later', with: { what: hole(from) } })),
  place.map(to =>
    steps(`each into ${to}`, {
      do: 'each',
      in: 'some',
      as: 'it',
      steps: [
        { do: 'set', path: 'it.name', value: '${it.name + one}' },
        { do: 'set', path: to, value: '${it.name}' },
      ],
    }),
  ),
  fc.constantFrom<Move>(
    steps('clear list', { do: 'set', path: 'list', value: [] }),
    steps('reset', { do: 'reset', path: ['one', 'rec'] }),
    steps('store', { do: 'storage.set', key: 'k', value: '${one + kept}' }),
    steps('fetch stored', { do: 'storage.get', key: 'k', out: 's' }, { do: 'set', path: 'two', value: '${s}' }),
    steps('echo', { do: 'http.post', url: 'https://z.example/', body: '${one}', out: 'e' }, { do: 'set', path: 'rec.a', value: '${e.body.echo}' }),
    steps('fail', { do: 'http.post', url: 'https://bad.example/', body: '${kept}', catch: [{ do: 'set', path: 'two', value: '${error.message}' }] }),
    steps('move', { do: 'move', item: 'list[0]', to: 'list', index: 3 }),
  ),
  fc.tuple(fc.constantFrom('Send', 'Copy', 'Grow'), fc.nat(3)).map(
    ([label, at]): Move => ({
      say: `press ${label} ${at}`,
      async do({ app }) {
        const buttons = draw(app).filter(({ props }) => props.label === label)
        if (buttons.length > 0) press(buttons[at % buttons.length], 'onPress', {})
        await settled()
      },
    }),
  ),
  fc.constant<Move>({ say: 'reload', do() {} }),
)

it('[S28] the labels of a value are never fewer than those of what it was made of', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 30, size: 'max' }), async moves => {
      let marks = 0
      const kept = new Map<string, Json>()
      const leaks: string[] = []
      const begin = (persisted: JsonObject) =>
        createTestApp(SECTIONS, {
          persisted,
          origins: labelOf,
          answer(tool, args, { labels = [] }) {
            const missing = marksIn(args).filter(label => !labels.includes(label))
            if (missing.length > 0) leaks.push(`${tool} sends ${missing} as ${labels}`)
            const [key] = [...SOURCES].find(([, { label }]) => labelOf(tool, args).includes(label)) ?? []
            const text = `‹${key}${++marks}›`
            if (tool === 'storage.set') kept.set('k', args.value ?? null)
            if (tool === 'storage.get') return kept.get('k') ?? null
            if (tool === 'http.get') return { status: 200, ok: true, headers: {}, body: { text, echo: args.query ?? null } }
            if (tool === 'http.post')
              return String(args.url).includes('bad') ? Promise.reject(new TypeError(String(args.body))) : { ok: true, body: { echo: args.body ?? null } }
            return tool === 'file.open' ? { name: 'n', text } : text
          },
        })
      let test = begin({})
      const done: string[] = []
      for (const { say, do: act } of moves) {
        done.push(say)
        if (say === 'reload') {
          const persisted = JSON.parse(JSON.stringify(test.app.persistedState())) as JsonObject
          test.app.dispose()
          test = begin(persisted)
        } else await act(test)
        await settled()
        for (const [name, value] of Object.entries(test.app.state())) {
          if (name.startsWith('#')) continue
          const labels = test.app.labels.of(sink => sink.entry(name))
          expect(
            marksIn(value).filter(label => !labels.includes(label)),
            `${name} after ${done.join('; ')}`,
          ).toEqual([])
        }
        expect(leaks, done.join('; ')).toEqual([])
      }
      test.app.dispose()
    }),
    { numRuns: 400 },
  )
}, 60_000)
