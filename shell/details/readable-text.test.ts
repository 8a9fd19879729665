import { expect, it } from 'vitest'
import { readableText } from './readable-text.ts'

it.each([
  ['A\nB', 'A\nB'],
  [2, '2'],
  [['Ink', 'Pen'], 'Ink\nPen'],
  [
    [
      { id: 'x', name: 'Fern', due: null, tags: ['a', 'b'], at: { x: 1, y: 2 } },
      { id: 'y', name: 'Moss' },
    ],
    'name: Fern · tags: a, b · at: x: 1 · y: 2\nname: Moss',
  ],
  [{ id: '1', name: 'Fern', done: false }, 'name: Fern\ndone: false'],
])('%j reads as text', (value, text) => {
  expect(readableText(value)).toBe(text)
})
