/** How much is computed and drawn again when something changes, counted; the times are printed. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { createTestApp } from '../test-app.ts'
import { watchView } from '../tree/watched-tree.ts'

/** Records whose `n` counts how often it is read: each call of a lambda over them reads it once. */
function counted(length: number) {
  const reads = { count: 0 }
  const record = (at: number): JsonObject => ({
    id: `r${at}`,
    name: `name ${at}`,
    get n() {
      reads.count++
      return at
    },
  })
  return { reads, record, list: Array.from({ length }, (_, at) => record(at)) }
}

function mounted(sections: JsonObject, rows: readonly Json[]) {
  const { app } = createTestApp({ state: { rows: { type: 'any', init: [] }, other: 0 }, ...sections })
  app.store.transact(draft => draft.set(['rows'], rows))
  return { app, view: watchView(app) }
}

function timed<T>(what: string, work: () => T): T {
  const before = performance.now()
  const value = work()
  console.info(`${what}: ${(performance.now() - before).toFixed(2)} ms`)
  return value
}

const inRepeat = {
  type: 'Stack',
  each: 'rows',
  as: 'row',
  children: [
    { type: 'Text', text: '${row.name} is ${row.n * 2}' },
    { type: 'Text', show: 'row.n < 0', text: 'less' },
  ],
}

describe('a repeat over 5,000 records, three formulas a row', () => {
  it('computes the formulas of a record that is appended, and no other', () => {
    const { reads, record, list } = counted(5000)
    const { app, view } = mounted({ view: inRepeat }, list)
    reads.count = 0
    const drawn = timed('append', () => view.during(() => app.change(draft => draft.insert(['rows'], 5000, { ...record(5000), n: 5000 }))))
    expect(drawn).toEqual(['Text', 'nothing'])
    // The one read is that of the copy which the test itself makes.
    expect(reads.count).toBe(1)
    expect(view.props('Text')).toHaveLength(5001)
    view.stop()
  })

  it('draws no row again that only moves, where none shows its place', () => {
    const { reads, list } = counted(5000)
    const { app, view } = mounted({ view: inRepeat }, list)
    reads.count = 0
    const drawn = timed('insert first', () => view.during(() => app.change(draft => draft.insert(['rows'], 0, { id: 'first', name: 'first', n: 1 }))))
    expect(drawn).toEqual(['Text', 'nothing'])
    expect(view.during(() => app.change(draft => draft.remove(['rows', 0])))).toEqual([])
    expect(reads.count).toBe(0)
    expect(view.props('Text')).toHaveLength(5000)
    view.stop()
  })

  it('computes one record that changes, and none where something else does', () => {
    const { reads, list } = counted(5000)
    const { app, view } = mounted({ view: inRepeat }, list)
    const drawn = timed('change', () => view.during(() => app.write(['rows', 2500, 'name'], 'renamed')))
    expect(drawn.length).toBeLessThanOrEqual(2)
    expect(view.props('Text')[2500]?.text).toBe('renamed is 5000')
    reads.count = 0
    expect(view.during(() => app.write(['other'], 1))).toEqual([])
    expect(reads.count).toBe(0)
    view.stop()
  })
})

describe('one of 10,000 bound leaves', () => {
  it('is drawn again alone', () => {
    const rows = Array.from({ length: 1000 }, (_, at) => Object.fromEntries(Array.from({ length: 10 }, (_, inner) => [`k${inner}`, at * 10 + inner])))
    const cards = rows.map((_, at) => ({
      type: 'Card',
      children: Array.from({ length: 10 }, (_, inner) => ({ type: 'Text', text: `\${rows[${at}].k${inner}}` })),
    }))
    const { app, view } = mounted({ view: { type: 'Stack', children: cards } }, rows)
    expect(timed('change a leaf', () => view.during(() => app.write(['rows', 500, 'k5'], -1)))).toEqual(['Text'])
    expect(view.props('Text')[5005]?.text).toBe('-1')
    // A record that comes first moves all others: each of the leaves shows another value, and there is nothing else to draw.
    expect(view.during(() => app.change(draft => draft.insert(['rows'], 0, rows[0] ?? {})))).toHaveLength(9990)
    view.stop()
  })
})

describe('a list formula over 10,000 records', () => {
  const shown = {
    derived: { some: '${rows.filter(r => r.n >= 9990)}' },
    view: {
      type: 'Stack',
      children: [
        { type: 'Text', text: '${count(some)} of ${count(rows)}' },
        { type: 'Text', text: '${some.length}' },
        { type: 'Stack', each: 'some', as: 'row', children: [{ type: 'TextField', label: 'Name', bind: 'row.name' }] },
      ],
    },
  }

  it('is evaluated once for each change of what it reads, however many show it, repeat over it and write through it', () => {
    const { reads, list } = counted(10_000)
    const { app, view } = mounted(shown, list)
    reads.count = 0
    // The copy of the changed record reads its field once more.
    timed('change', () => app.write(['rows', 9995, 'name'], 'renamed'))
    expect(reads.count).toBe(10_000)
    reads.count = 0
    app.write(['other'], 2)
    expect(reads.count).toBe(0)
    expect(view.props('TextField').map(props => props.value)).toEqual([
      'name 9990',
      'name 9991',
      'name 9992',
      'name 9993',
      'name 9994',
      'renamed',
      'name 9996',
      'name 9997',
      'name 9998',
      'name 9999',
    ])
    view.stop()
  })
})

describe('thirty derived values over 2,000 records', () => {
  const derived: Record<string, string> = {}
  for (let at = 0; at < 10; at++) {
    derived[`above${at}`] = `\${rows.filter(r => r.n >= ${at * 200})}`
    derived[`sum${at}`] = `\${count(above${at}) + 1}`
    derived[`share${at}`] = `\${sum${at} / max(1, count(rows))}`
  }
  const view = { type: 'Stack', children: Array.from({ length: 10 }, (_, at) => ({ type: 'Text', text: `\${sum${at}} \${share${at}} \${other}` })) }

  it('are computed once each when a record changes, and not when a field does that none reads', () => {
    const { reads, list } = counted(2000)
    const { app, view: shown } = mounted({ derived, view }, list)
    reads.count = 0
    timed('change a record', () => app.write(['rows', 7, 'name'], 'renamed'))
    expect(reads.count).toBe(10 * 1999 + 1)
    reads.count = 0
    expect(timed('change a field', () => shown.during(() => app.write(['other'], 1)))).toHaveLength(10)
    expect(reads.count).toBe(0)
    shown.stop()
  })
})

describe('[B15] a row of derived values, each computed from the one before', () => {
  const chain = (length: number, of: (before: string) => string) =>
    Object.fromEntries(Array.from({ length }, (_, at) => [`d${at}`, `\${${of(at === 0 ? 'rows' : `d${at - 1}`)}}`]))

  it('is as long as a document can hold, whichever is read first', () => {
    const { app, value } = createTestApp({ state: { rows: { type: 'any', init: 1 } }, derived: chain(1000, before => `${before} + 1`) })
    expect(value('d999')).toBe(1001)
    app.write(['rows'], 5)
    expect(value('d999')).toBe(1005)
    expect(value('d500')).toBe(506)
  })

  it('also of lists that a repeat binds to', () => {
    const { app } = mounted(
      {
        derived: chain(1000, before => `${before}.filter(r => true)`),
        view: { type: 'Stack', each: 'd999', as: 'row', children: [{ type: 'TextField', label: 'Name', bind: 'row.name' }] },
      },
      [{ id: 'a', name: 'one' }],
    )
    const view = watchView(app)
    expect(view.props('TextField').map(({ value, readOnly }) => [value, readOnly])).toEqual([['one', false]])
    app.write(['rows', 0, 'name'], 'two')
    expect(view.props('TextField').map(({ value }) => value)).toEqual(['two'])
    view.stop()
  })
})

describe('[B42] rows that are kept', () => {
  const element = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    t: fc.nat(2),
    kids: fc.array(fc.record({ id: fc.nat(3), t: fc.nat(2) }), { maxLength: 3 }),
  })
  const edit = fc.oneof(
    fc.record({ kind: fc.constant('insert' as const), at: fc.nat(5), element }),
    fc.record({ kind: fc.constant('remove' as const), at: fc.nat(5) }),
    fc.record({ kind: fc.constant('set' as const), at: fc.nat(5), t: fc.nat(2) }),
    fc.record({ kind: fc.constant('kid' as const), at: fc.nat(5), t: fc.nat(2) }),
    fc.record({ kind: fc.constant('reverse' as const) }),
  )

  it('show what they would show if all were made anew', () => {
    fc.assert(
      fc.property(
        fc.array(element, { maxLength: 5 }),
        fc.constantFrom('rows', "rows.sort('t')", 'rows.filter(r => r.t > 0)', 'rows.map(r => r)'),
        fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { maxLength: 5 }),
        (initial, each, todo) => {
          const sections = {
            view: {
              type: 'Stack',
              each,
              as: 'row',
              children: [
                { type: 'Text', text: '${index}: ${row.id} ${row.t}' },
                { type: 'Stack', each: 'row.kids', as: 'kid', children: [{ type: 'Text', text: '${row.id} ${index} ${kid.id} ${kid.t}' }] },
              ],
            },
          }
          const { app, view } = mounted(sections, initial)
          for (const edits of todo) {
            app.change(draft => {
              for (const one of edits) {
                const rows = draft.at(['rows']) as readonly JsonObject[]
                if (one.kind === 'insert') draft.insert(['rows'], Math.min(one.at, rows.length), one.element)
                else if (one.kind === 'reverse') draft.set(['rows'], rows.toReversed())
                else if (one.at >= rows.length) continue
                else if (one.kind === 'remove') draft.remove(['rows', one.at])
                else if (one.kind === 'set') draft.set(['rows', one.at, 't'], one.t)
                else if ((draft.at(['rows', one.at, 'kids']) as readonly Json[]).length > 0) draft.set(['rows', one.at, 'kids', 0, 't'], one.t)
              }
            })
            const anew = watchView(app)
            expect(view.props('Text').map(({ text }) => text)).toEqual(anew.props('Text').map(({ text }) => text))
            anew.stop()
          }
          view.stop()
        },
      ),
    )
  })
})
