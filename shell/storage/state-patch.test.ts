import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Draft, writeState } from '../../engine/store/draft.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { applyStatePatches } from './state-patch.ts'

const value: fc.Arbitrary<Json> = fc.jsonValue({ maxDepth: 3 }).map(v => JSON.parse(JSON.stringify(v)) as Json)
type Edit = (draft: Draft) => void

const lengthOf = (draft: Draft) => (draft.at(['list']) as readonly Json[] | undefined)?.length

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(fc.constantFrom('a', 'b'), value).map(
    ([key, given]): Edit =>
      draft =>
        draft.set([key], given),
  ),
  fc.constantFrom('a', 'b').map(
    (key): Edit =>
      draft =>
        draft.remove([key]),
  ),
  fc.tuple(fc.nat(6), value).map(
    ([at, given]): Edit =>
      draft =>
        draft.insert(['list'], Math.min(at, lengthOf(draft) ?? 0), given),
  ),
  fc.nat(6).map(
    (at): Edit =>
      draft =>
        draft.remove(['list', at]),
  ),
  fc.tuple(fc.nat(6), value).map(
    ([at, given]): Edit =>
      draft => {
        if (at < (lengthOf(draft) ?? 0)) draft.set(['list', at], { deep: given })
      },
  ),
)

it('gives what the engine’s transaction gave, and what was there before it', () => {
  fc.assert(
    fc.property(fc.array(value, { maxLength: 6 }), fc.array(edit, { maxLength: 6 }), (list, edits) => {
      const before: JsonObject = { list, a: 1 }
      const written = writeState(before, draft => {
        for (const run of edits) run(draft)
      })
      const copy = structuredClone(before)
      const after = applyStatePatches(before, written?.patches ?? [])
      expect(after).toEqual(written?.after ?? before)
      expect(applyStatePatches(after, written?.inverse ?? [])).toEqual(before)
      expect(before).toEqual(copy)
    }),
  )
})

it('shortens a list whose length is replaced', () => {
  expect(applyStatePatches({ list: [1, 2, 3] }, [{ op: 'replace', path: ['list', 'length'], value: 1 }])).toEqual({ list: [1] })
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
