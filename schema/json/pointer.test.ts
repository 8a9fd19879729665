import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Json } from './json.ts'
import { formatPointer, getAt, parsePointer } from './pointer.ts'

const rfc: Json = { foo: ['bar', 'baz'], '': 0, 'a/b': 1, 'c%d': 2, 'e^f': 3, 'k"l': 6, ' ': 7, 'm~n': 8, '01': 9 }

it('reads the examples of RFC 6901', () => {
  expect(getAt(rfc, '')).toBe(rfc)
  expect(getAt(rfc, '/foo/0')).toBe('bar')
  for (const [pointer, value] of Object.entries({ '/': 0, '/a~1b': 1, '/c%d': 2, '/e^f': 3, '/k"l': 6, '/ ': 7, '/m~0n': 8, '/01': 9 }))
    expect(getAt(rfc, pointer)).toBe(value)
})

it('finds list elements by plain indexes only', () => {
  for (const index of ['-', '2', '00', '+1', '1.0', '1e0', ' 1', 'length', '']) expect(getAt(rfc, `/foo/${index}`)).toBe(undefined)
  expect(getAt(rfc, ['foo', 1])).toBe('baz')
})

it('[S9] finds own properties only', () => {
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
    expect(getAt({ a: [1] }, [name])).toBe(undefined)
    expect(getAt({ a: [1] }, `/a/${name}`)).toBe(undefined)
    expect(getAt('text', [name])).toBe(undefined)
  }
  expect(getAt(JSON.parse('{"__proto__":{"x":1}}') as Json, '/__proto__/x')).toBe(1)
})

it('leads nowhere where it is malformed', () => {
  for (const pointer of ['a', '/a~2', '/~', '#/a']) {
    expect(parsePointer(pointer)).toBe(null)
    expect(getAt({ a: 1 }, pointer)).toBe(undefined)
  }
})

it('gives back the path that it was made from', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('~', '/', '~1', '~01', '__proto__'))), path => {
      expect(parsePointer(formatPointer(path))).toEqual(path)
    }),
  )
})
