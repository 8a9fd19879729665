import { seededRandom } from '../fake-providers/random.ts'

/** Choices of a seeded generator: the same seed breaks the same documents in the same places. */
export interface Chance {
  /** A whole number from 0 to `count` - 1. */
  below(count: number): number
  /** One of a list, or null of an empty one. */
  pick<T>(list: readonly T[]): T | null
}

export function createChance(seed: number): Chance {
  const random = seededRandom(seed)
  const below = (count: number): number => Math.floor(random() * count)
  return {
    below,
    pick: list => (list.length === 0 ? null : (list[below(list.length)] ?? null)),
  }
}

/** A number that depends on all of a text. */
export function seedOf(text: string, seed: number): number {
  let mixed = seed >>> 0
  for (let i = 0; i < text.length; i += 1) mixed = Math.imul(mixed ^ text.charCodeAt(i), 0x01000193) >>> 0
  return mixed
}
