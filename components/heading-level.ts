import { createContext, use } from 'react'

export type HeadingLevel = 2 | 3 | 4 | 5 | 6

/**
 * The level of the next title inside: 2 at an app's root, one more inside each part that has a title, so that
 * titles of cards and sections nest without a gap, wherever an app puts them.
 */
export const HeadingLevelContext = createContext<HeadingLevel>(2)

/** The level for a title here, and that for titles inside what it heads. */
export function useHeadingLevel(): readonly [here: HeadingLevel, inside: HeadingLevel] {
  const here = use(HeadingLevelContext)
  return [here, Math.min(6, here + 1) as HeadingLevel]
}
