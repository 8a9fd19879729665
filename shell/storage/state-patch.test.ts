import fc from 'fast-check'
import { enablePatches, produceWithPatches } from 'immer'
import { expect, it } from 'vitest'
import type { StatePatch } from '../../engine/contracts.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { applyStatePatches } from './state-patch.ts'

enablePatches()

const value: fc.Arbitrary<Json> = fc.jsonValue({ maxDepth: 3 }).map(v => JSON.parse(JSON.stringify(v)) as Json)
type Edit = (draft: Record<string, Json>) => void

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(fc.constantFrom('a', 'b', 'list'), value).map(
    ([k, v]): Edit =>
      d => {
        d[k] = v
      },
  ),
  fc.constantFrom('a', 'b').map(
    (k): Edit =>
      d =>
        void delete d[k],
  ),
  fc.tuple(fc.nat(6), fc.nat(3), fc.array(value, { maxLength: 3 })).map(
    ([at, n, items]): Edit =>
      d => {
        if (Array.isArray(d.list)) (d.list as Json[]).splice(at, n, ...items)
      },
  ),
  value.map(
    (v): Edit =>
      d => {
        if (Array.isArray(d.list)) (d.list as Json[]).unshift({ deep: v })
      },
  ),
)

it('gives what the engine’s transaction gave', () => {
  fc.assert(
    fc.property(fc.array(value, { maxLength: 6 }), fc.array(edit, { maxLength: 6 }), (list, edits) => {
      const before: JsonObject = { list, a: 1 }
      const [after, patches] = produceWithPatches(before, draft => {
        for (const run of edits) run(draft as Record<string, Json>)
      })
      const copy = structuredClone(before)
      expect(applyStatePatches(before, patches as unknown as StatePatch[])).toEqual(after)
      expect(before).toEqual(copy)
    }),
  )
})

it('[S9] writes __proto__ as an own field and touches no prototype', () => {
  const result = applyStatePatches({ a: {} }, [{ op: 'add', path: ['a', '__proto__'], value: { polluted: true } }])
  expect(Object.hasOwn(result.a as object, '__proto__')).toBe(true)
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  expect(() => applyStatePatches({ a: 1 }, [{ op: 'replace', path: ['constructor', 'prototype', 'x'], value: 1 }])).toThrow(RangeError)
})

it('refuses a patch that does not fit', () => {
  for (const path of [
    ['missing', 'deep'],
    ['list', 9],
    ['list', 'length', 'x'],
    ['list', '01'],
  ])
    expect(() => applyStatePatches({ list: [1] }, [{ op: 'replace', path, value: 1 }])).toThrow(RangeError)
  expect(() => applyStatePatches({ list: [1] }, [{ op: 'remove', path: ['nothing'] }])).toThrow(RangeError)
})
