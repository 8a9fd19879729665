import { crc32, deflateSync } from 'node:zlib'

/** So many colours has a picture at most; what is rarer takes the nearest of them. */
const COLOURS = 256

/**
 * A PNG with a palette, a third of the size of one with full colours. `rgba` are four bytes a pixel, row by row; what is
 * transparent is taken as it stands without its transparency.
 */
export function indexedPng(width: number, height: number, rgba: Uint8Array): Buffer {
  const pixels = Array.from({ length: width * height }, (_, at) => (rgba[at * 4]! << 16) | (rgba[at * 4 + 1]! << 8) | rgba[at * 4 + 2]!)
  const palette = commonest(pixels)
  const places = new Map(palette.map((colour, place) => [colour, place]))
  const placeOf = (colour: number): number => {
    const known = places.get(colour)
    if (known !== undefined) return known
    const place = palette.reduce((best, other, at) => (distance(colour, other) < distance(colour, palette[best]!) ? at : best), 0)
    places.set(colour, place)
    return place
  }
  // Each row begins with how it is filtered: not at all, which serves a palette best.
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = placeOf(pixels[y * width + x]!)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(colour => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Of many colours those that are used most, no two of them so close that nobody would tell them apart. */
function commonest(pixels: readonly number[]): readonly number[] {
  const counts = new Map<number, number>()
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  if (counts.size <= COLOURS) return [...counts.keys()]
  const chosen: number[] = []
  for (const [colour] of [...counts].sort((a, b) => b[1] - a[1])) {
    if (chosen.length === COLOURS) break
    if (chosen.every(other => distance(colour, other) > CLOSE)) chosen.push(colour)
  }
  return chosen
}

const CLOSE = 24

/** The square of how far two colours are apart. */
function distance(a: number, b: number): number {
  return ((a >> 16) - (b >> 16)) ** 2 + (((a >> 8) & 255) - ((b >> 8) & 255)) ** 2 + ((a & 255) - (b & 255)) ** 2
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(typed))
  return Buffer.concat([length, typed, check])
}
