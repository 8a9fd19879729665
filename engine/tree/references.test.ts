/**
 * Writing through references (B43), against a list that is edited by hand: whatever a repeat shows, in whatever order
 * and however deep, an edit lands in the element that was shown, also when that has moved since.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkBlueprint } from '../../schema/check/load-blueprint.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { randomRuns, randomSeed } from '../../tests/random-seed.ts'
import { createTestApp } from '../test-app.ts'
import { type DrawnNode, draw, press, settled } from './drawn-tree.ts'

interface Kid {
  id: string
  n: number
}
interface Item {
  id: string
  n: number
  t: string
  done: boolean
  kids: Kid[]
}

/** A chain of functions as the document has it, and the same by hand. */
interface Chain<T> {
  readonly text: string
  readonly apply: (list: readonly T[]) => readonly T[]
}

const byNumber = <T extends { n: number }>(a: T, b: T) => a.n - b.n
function stage<T extends { id: string; n: number }>(list: readonly T[], name: string, k: number): readonly T[] {
  switch (name) {
    case 'filter':
      return list.filter(e => e.n > k)
    case 'sort':
      return [...list].sort(byNumber)
    case 'desc':
      return [...list].sort((a, b) => byNumber(b, a))
    case 'take':
      return list.slice(0, k)
    case 'skip':
      return list.slice(k)
    case 'reverse':
      return [...list].reverse()
    default:
      return list.filter((e, at) => list.findIndex(other => other.n === e.n) === at)
  }
}
const spelled: Record<string, (k: number) => string> = {
  filter: k => `.filter(e => e.n > ${k})`,
  sort: () => `.sort('n')`,
  desc: () => `.sort(e => e.n, 'desc')`,
  take: k => `.take(${k})`,
  skip: k => `.skip(${k})`,
  reverse: () => '.reverse()',
  uniq: () => '.uniq(e => e.n)',
}
function chain<T extends { id: string; n: number }>(base: string): fc.Arbitrary<Chain<T>> {
  const one = fc.tuple(fc.constantFrom(...Object.keys(spelled)), fc.nat(3))
  return fc.tuple(fc.array(one, { maxLength: 3 }), fc.constantFrom('plain', 'conditional', 'otherwise')).map(([stages, wrap]) => {
    const text = base + stages.map(([name, k]) => spelled[name]?.(k)).join('')
    const whole = wrap === 'plain' ? text : wrap === 'conditional' ? `(on ? ${text} : ${base}.reverse())` : `(${text} ?? ${base})`
    return { text: whole, apply: list => stages.reduce((now, [name, k]) => stage(now, name, k), list) }
  })
}

type Step = 'set' | 'toggle' | 'inc' | 'update' | 'remove' | 'top' | 'wait' | 'insert'
const steps: Record<Step, Json> = {
  set: { do: 'set', path: 'x.t', value: 'by steps' },
  toggle: { do: 'toggle', path: 'x.done' },
  inc: { do: 'inc', path: 'x.n' },
  update: { do: 'update', item: 'x', with: { n: 0, t: 'updated' } },
  remove: { do: 'remove', item: 'x' },
  top: { do: 'move', item: 'x', to: 'items', index: 0 },
  wait: { do: 'wait', ms: 100 },
  insert: { do: 'add', to: 'items', at: 'start', item: { id: '${id()}', n: 2, t: 'new', done: false, kids: [] } },
}

type Edit =
  | { kind: 'type' | 'check' | 'press' | 'kid' | 'kidInPart' | 'kidInList' | 'slow'; row: number; inner: number }
  | { kind: 'undo' | 'redo' | 'wait' | 'turn' | 'drop' | 'found' }

const edits = fc.oneof(
  fc.record({ kind: fc.constantFrom('type', 'check', 'press', 'kid', 'kidInPart', 'kidInList', 'slow'), row: fc.nat(5), inner: fc.nat(3) }),
  fc.record({ kind: fc.constantFrom('undo', 'redo', 'wait', 'turn', 'drop', 'found') }),
) as fc.Arbitrary<Edit>

const kids = fc.uniqueArray(fc.record({ id: fc.constantFrom('p', 'q', 'r'), n: fc.nat(4) }), { maxLength: 3, selector: kid => kid.id })
const items = fc.uniqueArray(
  fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), n: fc.nat(4), t: fc.constantFrom('u', 'v', ''), done: fc.boolean(), kids }),
  { maxLength: 5, selector: item => item.id },
)

function documentOf(list: Json, shown: Chain<Item>, inner: Chain<Kid>, pressed: readonly Step[], derived: boolean): JsonObject {
  return {
    blueprint: 1,
    app: { name: 'References' },
    state: {
      items: { type: [{ id: 'text', n: 'number', t: 'text', done: 'bool', kids: [{ id: 'text', n: 'number' }] }], init: list, history: true },
      on: true,
    },
    derived: { shown: shown.text, found: "items.find(e => e.id == 'b')" },
    view: {
      type: 'Stack',
      children: [
        {
          type: 'List',
          each: derived ? 'shown' : shown.text,
          as: 'x',
          children: [
            { type: 'TextField', label: 'type', bind: 'x.t' },
            { type: 'Checkbox', label: 'check', bind: 'x.done' },
            { type: 'Button', label: 'press', onPress: pressed.map(step => steps[step]) },
            {
              type: 'Stack',
              each: inner.text,
              as: 'k',
              children: [
                { type: 'NumberField', label: 'kid', bind: 'k.n' },
                { type: 'One', kid: '${k}' },
                { type: 'Button', label: 'slow', onPress: [steps.wait, { do: 'inc', path: 'k.n', by: 10 }] },
              ],
            },
            { type: 'Many', list: `\${${inner.text}}` },
          ],
        },
        { type: 'TextField', label: 'found', bind: 'found.t' },
      ],
    },
    parts: {
      One: { params: { kid: 'any' }, view: { type: 'NumberField', label: 'kidInPart', bind: 'kid.n' } },
      Many: { params: { list: ['any'] }, view: { type: 'Row', each: 'list', as: 'y', children: [{ type: 'NumberField', label: 'kidInList', bind: 'y.n' }] } },
    },
  }
}

/** The same app, by hand. */
function createModel(initial: readonly Item[], pressed: readonly Step[], newId: () => string) {
  let list = structuredClone(initial) as Item[]
  const past: { before: string; after: string; tag: unknown }[] = []
  let future: typeof past = []
  const waiting: { run: () => void }[] = []
  let refused = 0
  const item = (id: string) => list.find(each => each.id === id)

  function write(tag: unknown, change: () => void): void {
    const before = JSON.stringify(list)
    change()
    const after = JSON.stringify(list)
    if (before === after) return
    future = []
    const last = past.at(-1)
    if (last && last.tag === tag) last.after = after
    else past.push({ before, after, tag })
  }

  function runSteps(id: string, from: number, tag: object): void {
    for (let at = from; at < pressed.length; at++) {
      const step = pressed[at]
      if (step === 'wait') return void waiting.push({ run: () => runSteps(id, at + 1, tag) })
      if (step === 'insert') {
        const made = { id: newId(), n: 2, t: 'new', done: false, kids: [] }
        write(tag, () => void list.unshift(made))
        continue
      }
      // What is gone cannot be written: the chain ends there.
      const target = item(id)
      if (!target) return void refused++
      write(tag, () => {
        if (step === 'set') target.t = 'by steps'
        if (step === 'toggle') target.done = !target.done
        if (step === 'inc') target.n += 1
        if (step === 'update') Object.assign(target, { n: 0, t: 'updated' })
        if (step === 'remove' || step === 'top') list = list.filter(each => each !== target)
        if (step === 'top') list.unshift(target)
      })
    }
  }

  return {
    get list(): readonly Item[] {
      return list
    },
    /** How many writes found nothing to write to. */
    get refused() {
      return refused
    },
    refuse: () => void refused++,
    write,
    item,
    press: (id: string) => runSteps(id, 0, {}),
    slow(id: string, kid: string) {
      waiting.push({
        run() {
          const target = item(id)?.kids.find(each => each.id === kid)
          if (!target) refused++
          else
            write({}, () => {
              target.n += 10
            })
        },
      })
    },
    wait() {
      for (const { run } of waiting.splice(0)) run()
    },
    undo() {
      const entry = past.pop()
      if (!entry) return
      future.push(entry)
      list = JSON.parse(entry.before) as Item[]
    },
    redo() {
      const entry = future.pop()
      if (!entry) return
      past.push(entry)
      list = JSON.parse(entry.after) as Item[]
    },
    turn: () => write({}, () => void list.reverse()),
    drop: () => write({}, () => void list.shift()),
  }
}

describe('[B43] an edit through whatever is shown', () => {
  it('is the edit of the list by hand', async () => {
    const seed = randomSeed()
    let written = 0
    await fc.assert(
      fc.asyncProperty(
        items,
        chain<Item>('items'),
        chain<Kid>('x.kids'),
        fc.array(fc.constantFrom(...(Object.keys(steps) as Step[])), { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        fc.array(edits, { minLength: 1, maxLength: 8 }),
        async (initial, shown, inner, pressed, derived, todo) => {
          const document = documentOf(initial as unknown as Json, shown, inner, pressed, derived)
          expect(checkBlueprint(document).filter(issue => issue.severity === 'error')).toEqual([])
          const ids: string[] = []
          const { app, run, wait, failures } = createTestApp(document)
          const makeId = app.ports.chance.id.bind(app.ports.chance)
          // What the app is given is what the hand takes.
          ;(app.ports.chance as { id: () => string }).id = () => {
            const made = makeId()
            ids.push(made)
            return made
          }
          const model = createModel(initial, pressed, () => ids.shift() ?? '?')
          for (const [turn, edit] of todo.entries()) {
            const fields = draw(app)
            const labelled = (label: string): DrawnNode[] => fields.filter(field => field.props.label === label)
            const rows = shown.apply(model.list)
            expect(labelled('type').map(field => field.props.value)).toEqual(rows.map(row => row.t))
            expect(labelled('kid').map(field => field.props.value)).toEqual(rows.flatMap(row => inner.apply(row.kids).map(kid => kid.n)))
            const row = 'row' in edit ? rows[edit.row % Math.max(1, rows.length)] : undefined
            const before = rows.slice(0, row ? rows.indexOf(row) : 0)
            const inside = row ? inner.apply(row.kids) : []
            const place = row && 'inner' in edit ? edit.inner % Math.max(1, inside.length) : 0
            const kid = inside[place]
            const kidPlace = before.reduce((sum, each) => sum + inner.apply(each.kids).length, 0) + place
            switch (edit.kind) {
              case 'type':
                if (!row) break
                press(labelled('type')[before.length], 'onChange', { value: `typed ${turn}` })
                model.write(`t:${model.list.indexOf(row)}`, () => {
                  row.t = `typed ${turn}`
                })
                break
              case 'check':
                if (!row) break
                press(labelled('check')[before.length], 'onChange', { value: !row.done })
                model.write({}, () => {
                  row.done = !row.done
                })
                break
              case 'press':
                if (!row) break
                press(labelled('press')[before.length], 'onPress')
                await settled()
                model.press(row.id)
                break
              case 'kid':
              case 'kidInPart':
              case 'kidInList':
                if (!row || !kid) break
                press(labelled(edit.kind)[kidPlace], 'onChange', { value: turn + 5 })
                model.write(`k:${model.list.indexOf(row)}:${row.kids.indexOf(kid)}`, () => {
                  kid.n = turn + 5
                })
                break
              case 'slow':
                if (!row || !kid) break
                press(labelled('slow')[kidPlace], 'onPress')
                model.slow(row.id, kid.id)
                break
              case 'found': {
                const found = model.item('b')
                const [field] = labelled('found')
                expect(field?.props.readOnly).toBe(!found)
                press(field, 'onChange', { value: `found ${turn}` })
                if (found)
                  model.write(`t:${model.list.indexOf(found)}`, () => {
                    found.t = `found ${turn}`
                  })
                else model.refuse()
                break
              }
              case 'wait':
                await wait(150)
                model.wait()
                break
              case 'undo':
                app.undo()
                model.undo()
                break
              case 'redo':
                app.redo()
                model.redo()
                break
              case 'turn':
                await run({ do: 'set', path: 'items', value: '${items.reverse()}' })
                model.turn()
                break
              case 'drop':
                await run({ do: 'remove', item: 'items[0]', when: 'items.length > 0' })
                model.drop()
                break
            }
            written++
            expect(app.state().items).toEqual(model.list)
            expect(failures).toHaveLength(model.refused)
          }
          app.dispose()
        },
      ),
      { seed, numRuns: randomRuns(250) },
    )
    console.log(`${written} edits`)
  })
})

/** Elements that nothing, or not everything, tells apart. */
const unkeyed = fc.oneof(
  fc.array(fc.record({ n: fc.nat(3), t: fc.constantFrom('u', 'v') }), { minLength: 1, maxLength: 6 }),
  fc.array(fc.record({ id: fc.constantFrom('a', 'b', ''), n: fc.nat(3), t: fc.constantFrom('u', 'v') }), { minLength: 1, maxLength: 6 }),
  fc.array(fc.record({ id: fc.option(fc.constantFrom('a', 'b')), n: fc.nat(3), t: fc.constantFrom('u', 'v') }), { minLength: 1, maxLength: 6 }),
  fc.array(fc.constantFrom('a', 'b', 'c', 'd', ''), { minLength: 1, maxLength: 6 }),
  fc.array(fc.nat(4), { minLength: 1, maxLength: 6 }),
)

describe('[B42][B43] an edit of what is shown at the moment', () => {
  it('lands in the very element, also where keys are missing, or stand there twice', () => {
    let written = 0
    fc.assert(
      fc.property(
        unkeyed,
        fc.array(fc.tuple(fc.constantFrom('filter', 'sort', 'desc', 'take', 'skip', 'reverse'), fc.nat(4)), { maxLength: 3 }),
        fc.array(fc.nat(5), { minLength: 1, maxLength: 4 }),
        (list, stages, chosen) => {
          const records = typeof list[0] === 'object'
          const text = stages.reduce((before, [name, k]) => {
            if (name === 'filter') return `${before}.filter((e, i) => i != ${k})`
            if (name === 'sort') return records ? `${before}.sort('n')` : `${before}.sort()`
            if (name === 'desc') return records ? `${before}.sort(e => e.n, 'desc')` : `${before}.sort(e => e, 'desc')`
            return before + (name === 'reverse' ? '.reverse()' : `.${name}(${k})`)
          }, 'items')
          const { app, failures } = createTestApp({
            state: { items: { type: ['any'], init: list as unknown as Json } },
            view: { type: 'List', each: text, as: 'x', children: [{ type: 'TextField', label: 'field', bind: records ? 'x.t' : 'x' }] },
          })
          const expected = structuredClone(list) as (string | number | { n: number; t: string })[]
          const sortKey = (at: number) => {
            const element = expected[at]
            return typeof element === 'object' ? element.n : (element as string | number)
          }
          // Numbers before texts, texts by code point, as formulas sort.
          const compare = (a: number, b: number) => {
            const [x, y] = [sortKey(a), sortKey(b)]
            if (typeof x !== typeof y) return typeof x === 'number' ? -1 : 1
            return x < y ? -1 : x > y ? 1 : 0
          }
          for (const [turn, pick] of chosen.entries()) {
            const places = stages.reduce<number[]>(
              (before, [name, k]) => {
                if (name === 'filter') return before.filter((_, i) => i !== k)
                if (name === 'sort') return before.toSorted(compare)
                if (name === 'desc') return before.toSorted((a, b) => compare(b, a))
                return name === 'take' ? before.slice(0, k) : name === 'skip' ? before.slice(k) : before.toReversed()
              },
              [...expected.keys()],
            )
            const fields = draw(app).filter(node => node.props.label === 'field')
            expect(fields).toHaveLength(places.length)
            const place = places[pick]
            if (place === undefined) continue
            const value = ['a', 'typed', `typed ${turn}`][turn % 3] as string
            press(fields[pick], 'onChange', { value })
            const element = expected[place]
            if (typeof element === 'object') element.t = value
            else expected[place] = value
            written++
            expect(app.state().items).toEqual(expected)
          }
          expect(failures).toEqual([])
          app.dispose()
        },
      ),
      { seed: randomSeed(), numRuns: randomRuns(1000) },
    )
    console.info(`${written} edits`)
  })
})
