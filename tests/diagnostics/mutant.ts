import { applyFix } from '../../schema/check/apply-fix.ts'
import type { FixEdit } from '../../schema/issue.ts'
import type { Json, JsonObject, Path } from '../../schema/json/json.ts'
import { formatPointer } from '../../schema/json/pointer.ts'
import { prettyText } from '../../schema/json/pretty-text.ts'
import type { Chance } from './chance.ts'
import type { Sample } from './samples.ts'

/** A sample with one thing broken, and where. */
export interface Mutant {
  readonly text: string
  /** Where an issue has to stand for the break to count as found in the right place. */
  readonly place: { readonly pointers: readonly string[] } | { readonly offset: number }
}

/** Breaks a sample in one way, or gives null where that cannot be done to it. */
export interface Mutator {
  readonly name: string
  readonly make: (sample: Sample, chance: Chance) => Mutant | null
}

/** The document with edits made, to be found at one of the places. */
export function edited(sample: Sample, edits: readonly FixEdit[], places: readonly Path[]): Mutant {
  const document: Json = applyFix(sample.document, { title: '', edits })
  return { text: prettyText(document), place: { pointers: places.map(formatPointer) } }
}

/** The value at `at` replaced, to be found there. */
export function replaced(sample: Sample, at: Path, value: Json): Mutant {
  return edited(sample, [{ set: formatPointer(at), value }], [at])
}

/** The key at `at` renamed, to be found under its new name, or where the old one is missed. */
export function renamed(sample: Sample, at: Path, to: string): Mutant {
  return edited(sample, [{ rename: formatPointer(at), to }], [[...at.slice(0, -1), to]])
}

/** The value at `at` taken away, to be found at what it was in. */
export function removed(sample: Sample, at: Path): Mutant {
  return edited(sample, [{ remove: formatPointer(at) }], [at.slice(0, -1)])
}

/** The formatted text with a piece replaced. */
export function cut(sample: Sample, offset: number, remove: number, insert = ''): Mutant {
  return { text: sample.text.slice(0, offset) + insert + sample.text.slice(offset + remove), place: { offset } }
}

export const isRecord = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)
