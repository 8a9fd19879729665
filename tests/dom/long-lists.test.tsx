/** A list of any length makes a bounded number of elements, whatever shows it (S34). */
import { expect, it } from 'vitest'
import type { JsonObject } from '../../schema/json/json.ts'
import { draw, settle } from './draw.tsx'

it.each([
  ['Table', { rows: 'many', columns: Array.from({ length: 200 }, (_, index) => ({ field: `f${index}` })) }],
  ['List', { each: 'many', children: [{ type: 'Text', text: 'x' }] }],
  ['Chart', { kind: 'bar', data: '${many}', x: 'id', y: 'id' }],
  ['HeatGrid', { cells: '${many}' }],
  ['Scene', { width: 9, height: 9, label: 'x', shapes: '${many}' }],
  ['Select', { label: 'x', options: '${many}' }],
  ['Timeline', { items: '${many}' }],
  ['Calendar', { events: '${many}' }],
  ['Sparkline', { label: 'x', values: '${many}' }],
  ['RichText', { spans: '${many}' }],
  ['Segmented', { label: 'x', options: '${many}' }],
] as const)('[S34] %s: a hundred thousand rows make no more elements than ten thousand', async (type, properties) => {
  const many = Array.from({ length: 100_000 }, (_, id) => ({
    id,
    x: id,
    y: 0,
    value: id,
    label: 'x',
    text: 'x',
    title: 'x',
    kind: 'rect',
    w: 1,
    h: 1,
    date: '2026-01-05',
    at: 0,
  }))
  const { container, unmount } = draw(
    { state: { many: { type: 'any', init: null, persist: true } }, view: { type, ...(properties as JsonObject) } },
    { persisted: { many } },
  )
  await settle(1)
  expect(container.querySelectorAll('*').length).toBeLessThan(100_000)
  unmount()
})
