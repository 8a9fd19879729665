import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json, Path } from './json.ts'
import { createLocator, locate, locateOffset } from './locate.ts'
import { parseJson } from './parse-json.ts'
import { formatPointer } from './pointer.ts'
import { prettyText } from './pretty-text.ts'

function* places(value: Json, path: Path = []): Iterable<[Path, Json]> {
  yield [path, value]
  if (value === null || typeof value !== 'object') return
  for (const [key, child] of Object.entries(value)) yield* places(child as Json, [...path, key])
}

const anyJson = fc.jsonValue({ maxDepth: 5 }) as fc.Arbitrary<Json>

describe('locate', () => {
  it('finds every value and key of a text', () => {
    fc.assert(
      fc.property(anyJson, fc.constantFrom(0, 1, 2), (value, indent) => {
        const text = indent === 2 ? prettyText(value) : JSON.stringify(value, null, indent)
        const find = createLocator(text)
        for (const [path, at] of places(parseJson(text).value!)) {
          const place = find(formatPointer(path))
          expect(JSON.parse(text.slice(place.offset, place.end))).toEqual(at)
          expect(locateOffset(text, place.offset)).toEqual({ line: place.line, column: place.column })
          const key = find(formatPointer(path), { key: true })
          const found = JSON.parse(text.slice(key.offset, key.end)) as Json
          if (typeof path.at(-1) === 'string' && !/^\d+$/.test(String(path.at(-1)))) expect(found).toEqual(path.at(-1))
        }
      }),
      { numRuns: 300 },
    )
  })

  const text = '{\n  "app": { "name": "A" },\n  "view": [1, "b"]\n}'

  it('counts lines and columns from 1', () => {
    expect(locate(text, '/app/name')).toEqual({ line: 2, column: 20, offset: 21, end: 24 })
    expect(locate(text, '/app/name', { key: true })).toEqual({ line: 2, column: 12, offset: 13, end: 19 })
    expect(locate(text, '/view/1')).toMatchObject({ line: 3, column: 15 })
    expect(locate(text, '')).toMatchObject({ line: 1, column: 1, offset: 0, end: text.length })
  })

  it('gives the nearest value around what is not there', () => {
    expect(locate(text, '/app/icon')).toEqual(locate(text, '/app'))
    expect(locate(text, '/app/icon', { key: true })).toEqual(locate(text, '/app'))
    expect(locate(text, '/view/2/x')).toEqual(locate(text, '/view'))
    expect(locate(text, 'no pointer')).toEqual(locate(text, ''))
    expect(locate('', '/a')).toEqual({ line: 1, column: 1, offset: 0, end: 0 })
  })

  it('reads a damaged text as far as it goes', () => {
    expect(locate('{"a":1 "b":[2', '/b/0')).toMatchObject({ offset: 12, end: 13 })
    expect(locate('{a:{\n"c":"open', '/a/c')).toMatchObject({ line: 2, column: 5 })
    expect(locate('{"a":[1,2}', '/a/1')).toMatchObject({ offset: 8 })
    fc.assert(
      fc.property(fc.string(), fc.string(), (broken, pointer) => {
        expect(locate(broken, `/${pointer}`).line).toBeGreaterThan(0)
      }),
    )
  })

  it('[B4] points to the first of two equal keys', () => {
    expect(locate('{"a":1,"a":2}', '/a')).toMatchObject({ offset: 5 })
  })
})

describe('prettyText', () => {
  it('keeps what is short on one line', () => {
    expect(prettyText({ a: [1, 'b', null], c: {}, d: [], e: { f: true } })).toBe('{ "a": [1, "b", null], "c": {}, "d": [], "e": { "f": true } }')
  })

  it('breaks up what does not fit', () => {
    const long = 'x'.repeat(60)
    expect(prettyText({ a: { b: long, c: long }, d: 1 })).toBe(`{\n  "a": {\n    "b": "${long}",\n    "c": "${long}"\n  },\n  "d": 1\n}`)
  })

  it('has at most 120 columns, long texts and keys aside, and reads back the same', () => {
    fc.assert(
      fc.property(
        fc.array(fc.dictionary(fc.string({ maxLength: 8 }), fc.array(fc.oneof(fc.integer(), fc.string({ maxLength: 30 })), { maxLength: 12 }))),
        value => {
          const text = prettyText(value)
          expect(JSON.parse(text)).toEqual(value)
          for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(120)
        },
      ),
    )
  })

  it('writes own properties of every name', () => {
    expect(prettyText(JSON.parse('{"__proto__":1}') as Json)).toBe('{ "__proto__": 1 }')
  })
})
