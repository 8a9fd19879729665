import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Json } from '../../schema/json/json.ts'
import { type StoredWindows, windowsFromJson, windowsToJson } from './stored-windows.ts'

it('reads back what was written, and drops what it does not know', () => {
  const windows: StoredWindows = [{ instance: 'a', place: { rect: { x: 1, y: 2, width: 300, height: 400 }, snapped: 'left', minimised: true } }]
  const stored = windowsToJson(windows) as Json[]
  expect(windowsFromJson(stored)).toEqual(windows)
  expect(windowsFromJson([...stored, 'x', { instance: 'b' }, { instance: 'c', rect: { x: '1' } }])).toEqual(windows)
  expect(windowsFromJson(undefined)).toEqual([])
})

it('never throws on anything that is JSON', () => {
  fc.assert(fc.property(fc.jsonValue(), value => Array.isArray(windowsFromJson(JSON.parse(JSON.stringify(value)) as Json))))
})
