/** A small seeded generator (mulberry32): the same seed cuts the same stream in the same places. Numbers in [0, 1). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** `text` in pieces of 1 to `most` UTF-16 units, surrogate pairs whole: what a model's tokens are like. */
export function cutText(text: string, most: number, random: () => number): string[] {
  const characters = [...text]
  const pieces: string[] = []
  for (let at = 0; at < characters.length; ) {
    const length = 1 + Math.floor(random() * most)
    pieces.push(characters.slice(at, at + length).join(''))
    at += length
  }
  return pieces
}

/** `bytes` in pieces of 1 to `most`, cut anywhere: inside of an event, a line, a character. */
export function cutBytes(bytes: Uint8Array, most: number, random: () => number): Uint8Array[] {
  const pieces: Uint8Array[] = []
  for (let at = 0; at < bytes.length; ) {
    const length = 1 + Math.floor(random() * most)
    pieces.push(bytes.subarray(at, at + length))
    at += length
  }
  return pieces
}
