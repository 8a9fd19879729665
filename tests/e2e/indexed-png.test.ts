import { inflateSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { indexedPng } from './indexed-png.ts'

/** What follows the four letters of a chunk, as long as the chunk says. */
function chunk(png: Buffer, type: string): Buffer {
  const at = png.indexOf(type, 0, 'latin1')
  return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4))
}

it('keeps every colour of a picture that has few', () => {
  const png = indexedPng(2, 1, Uint8Array.from([255, 0, 0, 255, 0, 0, 255, 255]))
  expect([...chunk(png, 'IHDR')]).toEqual([0, 0, 0, 2, 0, 0, 0, 1, 8, 3, 0, 0, 0])
  expect([...chunk(png, 'PLTE')]).toEqual([255, 0, 0, 0, 0, 255])
  expect([...inflateSync(chunk(png, 'IDAT'))]).toEqual([0, 0, 1])
})

it('gives a picture of many colours 256 at most, each pixel one that is near', () => {
  const rgba = Uint8Array.from({ length: 64 * 64 * 4 }, (_, at) => {
    const pixel = at >> 2
    return [(pixel % 64) * 4, Math.floor(pixel / 64) * 4, 128, 255][at % 4]!
  })
  const png = indexedPng(64, 64, rgba)
  const palette = chunk(png, 'PLTE')
  expect(palette.length).toBeLessThanOrEqual(256 * 3)
  const rows = inflateSync(chunk(png, 'IDAT'))
  expect(rows.length).toBe(65 * 64)
  expect(Math.max(...rows)).toBeLessThan(palette.length / 3)
})
