import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readPathData } from './path-data.ts'

it.each([
  'M0 0',
  'm0,0 1,1 2,2z',
  'M0 0 L 10,-1.5e2 Z',
  'M.5.5-1-1',
  'M10 80 C 40 10, 65 10, 95 80 S 150 150, 180 80',
  'M10 10 A 5 5 0 01 20 20 a5 5 0 1 0 3 3',
  'M0 0H10V10h-10Z M5 5 Q 1 1 2 2 T 3 3',
])('takes %s whole', path => expect(readPathData(path)).toBe(path))

it.each([
  ['-0', ''],
  ['L0 0', ''],
  ['', ''],
  ['M0', ''],
  ['M 0 0 L 1', 'M 0 0'],
  ['M0 0 L1 1 2', 'M0 0 L1 1'],
  ['M0 0,,1 1', 'M0 0'],
  ['M0 0 A 5 5 0 2 1 3 3', 'M0 0'],
  ['M0 0 url(x)', 'M0 0'],
  ['M0 0 Z 1 1', 'M0 0 Z'],
])('takes of %s what browsers draw', (path, drawn) => expect(readPathData(path)).toBe(drawn))

it('has an end for every text, and takes what it took before', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'MmLlAaZzCc0123.,- e'), maxLength: 60 }), text => {
      const drawn = readPathData(text)
      expect(text.startsWith(drawn)).toBe(true)
      expect(readPathData(drawn)).toBe(drawn)
    }),
  )
})
