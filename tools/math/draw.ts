import type { Json } from '../../schema/json/json.ts'
import type { Draw } from './operation.ts'

/** Where a call's chance begins: four whole numbers below 2³², of the platform's own source. */
export type Seed = readonly [number, number, number, number]

export const NO_CHANCE: Seed = [1, 2, 3, 4]

/** The same throws for the same seed, in every browser (xoshiro128**, 32 bits a throw, 53 bits of a number from two). */
export function createDraw(seed: Seed): Draw {
  let [a, b, c, d] = seed.map(part => part >>> 0) as [number, number, number, number]
  if ((a | b | c | d) === 0) d = 1
  const turned = (value: number, by: number): number => (value << by) | (value >>> (32 - by))
  const next = (): number => {
    const result = Math.imul(turned(Math.imul(b, 5), 7), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = turned(d, 11)
    return result
  }
  for (let warm = 0; warm < 16; warm++) next()
  return () => ((next() >>> 5) * 67108864 + (next() >>> 6)) / 9007199254740992
}

/** A seed that an app names itself: a number or a text, the same throws each time. */
export function namedSeed(given: Json): Seed {
  const text = String(given)
  return [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0x6a09e667].map(start => {
    let mixed = start
    for (let at = 0; at < text.length; at++) mixed = Math.imul(mixed ^ text.charCodeAt(at), 0x01000193)
    return (mixed ^ (mixed >>> 15)) >>> 0
  }) as unknown as Seed
}
