import { isRecord } from '../../schema/check/kinds.ts'
import { cleanText } from '../../schema/identity/clean-text.ts'
import type { Json } from '../../schema/json/json.ts'

/**
 * A picture, a colour and some words that only this desktop and its person know. Every real question of the desktop shows
 * them, so that one that an app draws gives itself away (S16). They are in no app's reach: no tool, no export and no link
 * has them.
 */
export interface Mark {
  readonly picture: MarkPicture
  readonly colour: MarkColour
  readonly words: string
}

export const markPictures = ['lighthouse', 'boat', 'kite', 'teapot', 'bicycle', 'umbrella', 'mountain', 'fish', 'owl', 'balloon', 'anchor', 'cactus'] as const
export type MarkPicture = (typeof markPictures)[number]

export const markColours = ['blue', 'green', 'amber', 'red', 'violet', 'teal'] as const
export type MarkColour = (typeof markColours)[number]

export const MOST_WORDS = 40

const qualities = 'quiet early patient distant bright gentle curious northern silver wandering mossy brave'.split(' ')
const things = 'harbour orchard lantern meadow pebble compass window garden feather bridge kettle morning'.split(' ')

/** One that nobody chose, for a desktop that has none yet. `random` gives at least 0 and less than 1. */
export function randomMark(random: () => number): Mark {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  return { picture: pick(markPictures), colour: pick(markColours), words: `${pick(qualities)} ${pick(things)}` }
}

/** What was kept, or null where it is none. */
export function readMark(stored: Json | undefined): Mark | null {
  if (!isRecord(stored)) return null
  const picture = markPictures.find(name => name === stored.picture)
  const colour = markColours.find(name => name === stored.colour)
  return picture && colour && typeof stored.words === 'string' ? { picture, colour, words: tidyWords(stored.words) } : null
}

/** Words as they are shown: one line of characters that can be seen. */
export const tidyWords = (words: string): string => cleanText(words).text.replace(/\s+/g, ' ').slice(0, MOST_WORDS)
