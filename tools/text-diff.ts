/** What differs between two texts. Loaded with the first call. */
import { type ChangeObject, diffChars, diffLines, diffWordsWithSpace } from 'diff'

export type DiffUnit = 'lines' | 'words' | 'characters'

export interface DiffPart {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** Texts further apart than so many insertions and deletions are no versions of each other: the work grows with the square of it. */
const MOST_EDITS = 1500

const bounds = { maxEditLength: MOST_EDITS }
const compare: Readonly<Record<DiffUnit, (a: string, b: string) => readonly ChangeObject<string>[] | undefined>> = {
  lines: (a, b) => diffLines(a, b, bounds),
  words: (a, b) => diffWordsWithSpace(a, b, bounds),
  characters: (a, b) => diffChars(a, b, bounds),
}

/**
 * The parts of both in order, neighbours of different kinds. What is the same and what is removed make `a` again, what is the
 * same and what is added make `b`. The fewest edits, but for texts that have too little in common: of these all between
 * a common beginning and end.
 */
export function diffTexts(a: string, b: string, by: DiffUnit): readonly DiffPart[] {
  const changes = compare[by](a, b)
  const parts: readonly DiffPart[] = changes
    ? changes.map(({ value, added, removed }) => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text: value }))
    : aroundWhatDiffers(a, b)
  return merged(parts)
}

function aroundWhatDiffers(a: string, b: string): readonly DiffPart[] {
  const [first, second] = [[...a], [...b]]
  const shorter = Math.min(first.length, second.length)
  let start = 0
  while (start < shorter && first[start] === second[start]) start++
  let end = 0
  while (end < shorter - start && first[first.length - 1 - end] === second[second.length - 1 - end]) end++
  const between = (letters: readonly string[]) => letters.slice(start, letters.length - end).join('')
  return [
    { kind: 'same', text: first.slice(0, start).join('') },
    { kind: 'removed', text: between(first) },
    { kind: 'added', text: between(second) },
    { kind: 'same', text: end === 0 ? '' : first.slice(-end).join('') },
  ]
}

function merged(parts: readonly DiffPart[]): readonly DiffPart[] {
  const made: DiffPart[] = []
  for (const part of parts) {
    const last = made.at(-1)
    if (part.text === '') continue
    if (last?.kind === part.kind) made[made.length - 1] = { kind: last.kind, text: last.text + part.text }
    else made.push(part)
  }
  return made
}
