import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { SlotSpec, SlotTable } from '../catalog.ts'
import { components, tools } from '../generated/catalog.ts'
import type { Json } from '../json/json.ts'
import { createFacts } from './facts.ts'
import { createWalk } from './load.ts'
import { createReport } from './report.ts'
import { createScope } from './scope.ts'
import { isSettled } from './settled.ts'

const slots = new Set<SlotSpec>()
const collect = (table: SlotTable): void => {
  for (const slot of Object.values(table)) {
    slots.add(slot)
    if (slot.element) slots.add(slot.element)
    if (slot.fields) collect(slot.fields)
  }
}
for (const { slots: table } of components.values()) collect(table)
for (const { arguments: table } of tools.values()) collect(table)

const scope = createScope(new Map([['name', { kind: 'state', type: { kind: 'text' } }]]))

/** What the check without advice says and notes of a value in a slot. */
function saidOf(value: Json, slot: SlotSpec): unknown {
  const report = createReport()
  const facts = createFacts()
  const definitions = { actions: new Map(), pages: new Map(), parts: new Map(), data: new Set<string>() }
  const walk = createWalk(report, facts, definitions, false)
  walk.slot(value, slot, ['place'], { scope, node: { owner: { kind: 'document', name: '' }, depth: 0 } })
  return { findings: report.findings, facts }
}

const nothing = { findings: [], facts: createFacts() }

it('[B6] the check says nothing of a value that is settled', () => {
  const all = [...slots]
  const words = [...new Set(all.flatMap(slot => slot.values ?? []))]
  const values = fc.oneof(
    fc.constantFrom<Json>(...words),
    fc.constantFrom<Json>(
      '',
      'a\nb',
      '${name}',
      '$${name}',
      '${',
      '$5',
      'javascript:alert(1)',
      'https://a.example/b',
      '2026-01-01',
      'true',
      null,
      0.5,
      -1,
      1e9,
      [],
      {},
    ),
    fc.string(),
    fc.string({ minLength: 50, maxLength: 400 }),
    fc.integer({ min: -10, max: 5000 }),
    fc.boolean(),
  )
  let settled = 0
  fc.assert(
    fc.property(fc.constantFrom(...all), values, (slot, value) => {
      if (!isSettled(value, slot)) return
      settled++
      expect(saidOf(value, slot)).toEqual(nothing)
    }),
    { numRuns: 4000 },
  )
  expect(settled).toBeGreaterThan(400)
})

it('settles the common values, so that most of a document needs no more than a look', () => {
  const text: SlotSpec = { kind: 'plain', type: 'text', max: 5 }
  expect(['plain', '$5', null, 3].map(value => isSettled(value, text))).toEqual([true, true, true, true])
  expect(['longer', '${a}', true, [], {}].map(value => isSettled(value, text))).toEqual([false, false, false, false, false])
  expect(isSettled('m', { kind: 'literal', type: 'enum', values: ['s', 'm'] })).toBe(true)
  expect(isSettled('https://a.example', { kind: 'plain', type: 'text', format: 'href' })).toBe(false)
  expect(isSettled('a + b', { kind: 'formula', type: 'any' })).toBe(false)
})
