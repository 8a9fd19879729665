/** One name or word of a sample changed. */
import type { Json, Path } from '../../schema/json/json.ts'
import { getAt } from '../../schema/json/pointer.ts'
import type { Chance } from './chance.ts'
import { isRecord, type Mutant, renamed, replaced } from './mutant.ts'
import type { Sample } from './samples.ts'
import { sitesOf, type Word, wordsOf } from './sites.ts'

export const entries = (value: Json | undefined): readonly [string, Json][] => (isRecord(value) ? Object.entries(value) : [])
export const keysOf = (value: Json | undefined): readonly string[] => entries(value).map(([key]) => key)

/** A key renamed by `change`, at one of the places. */
export function renameOne(sample: Sample, chance: Chance, places: readonly Path[], change: (word: string, chance: Chance) => string): Mutant | null {
  const at = chance.pick(places)
  const key = at?.at(-1)
  if (at === null || typeof key !== 'string') return null
  const next = change(key, chance)
  const around = getAt(sample.document, at.slice(0, -1))
  return next === key || (isRecord(around) && Object.hasOwn(around, next)) ? null : renamed(sample, at, next)
}

/** A text replaced by `change`, at one of the places. */
export function changeOne(sample: Sample, chance: Chance, places: readonly Path[], change: (word: string, chance: Chance) => string): Mutant | null {
  const at = chance.pick(places)
  if (at === null) return null
  const text = getAt(sample.document, at)
  if (typeof text !== 'string' || text.length < 2) return null
  const next = change(text, chance)
  return next === text ? null : replaced(sample, at, next)
}

/** A word of some formula changed, of those that `fits` says yes to. */
export function changeWord(
  sample: Sample,
  chance: Chance,
  fits: (word: Word, text: string) => boolean,
  change: (word: string, chance: Chance) => string,
): Mutant | null {
  const places = sitesOf(sample.document).formulas.flatMap(({ at, text }) =>
    wordsOf(text)
      .filter(word => fits(word, text))
      .map(word => ({ at, text, word })),
  )
  const place = chance.pick(places)
  if (place === null) return null
  const { at, text, word } = place
  const next = change(word.name, chance)
  return next === word.name ? null : replaced(sample, at, text.slice(0, word.from) + next + text.slice(word.to))
}
