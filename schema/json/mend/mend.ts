/** Finds the one small change that makes a broken text the document that it was meant to be. */
import type { Json } from '../json.ts'
import { createLocator } from '../locate.ts'
import { parseJson } from '../parse-json.ts'
import { type Scan, scanJson, type Token } from '../scan.ts'
import { applyTextEdits, type TextEdit } from '../text-edits.ts'
import { type Candidate, closeBefore, nearCandidates } from './candidates.ts'

/** What a reader who knows the language of the document finds wrong with one reading of the text. */
export interface Objection {
  readonly severity: 'error' | 'note'
  readonly at: string
}

/** What is known of the language in which the document is written. */
export interface Language {
  /** The keys that a document may have. */
  readonly sections: ReadonlySet<string>
  readonly judge: (value: Json) => readonly Objection[]
}

/** Characters that are scanned beyond the fault before a change is taken for one that helps. */
const FAR = 20_000
/** Readings that are judged for one fault, and characters of them in all. */
const JUDGED = 24
const JUDGED_CHARACTERS = 2_000_000
/** So far, in characters, a change must carry beyond the fault where it does not mend the whole text. */
const BEYOND = 20

interface Reading {
  readonly candidate: Candidate
  readonly text: string
  readonly objections: readonly Objection[]
  readonly cost: number
}

/**
 * The change that mends the first fault of a text, by `scanJson` of it; null where none is clearly right.
 * Of several that make the whole text readable the one counts to which the language objects least: a missing
 * bracket could stand in many places, and in one of them the document makes sense.
 */
export function findMend(text: string, scan: Scan, language: Language): Candidate | null {
  const stop = scan.stop
  if (stop === null) return null
  const tokens = [...scan.tokens, stop]
  const tried = new Set<string>()
  const isNew = (edit: TextEdit): boolean => {
    const key = `${edit.offset} ${edit.delete} ${edit.insert}`
    return !tried.has(key) && tried.add(key) !== undefined
  }
  const near = nearCandidates(text, scan, language.sections)
    .toSorted((a, b) => a.prior - b.prior)
    .filter(isNew)
    .map(candidate => ({ candidate, reach: reachOf(text, tokens, candidate) }))
  const whole = near.filter(({ reach }) => reach === Infinity)
  let room = Math.max(1, Math.min(JUDGED, Math.floor(JUDGED_CHARACTERS / text.length)))
  const readings: Reading[] = []
  const read = (candidate: Candidate): void => {
    if (room === 0) return
    room--
    const reading = readWith(text, tokens, candidate, language)
    if (reading !== null) readings.push(reading)
  }
  for (const { candidate } of whole) read(candidate)
  // Each round looks where the best reading so far is objected to.
  for (let round = 0; round < 3; round++) {
    const best = bestOf(readings)
    if (best === undefined || best.objections.length === 0) break
    for (const candidate of guidedCandidates(text, tokens, best)) if (isNew(candidate) && reachOf(text, tokens, candidate) === Infinity) read(candidate)
    if (bestOf(readings) === best) break
  }
  const best = bestOf(readings)
  if (best !== undefined) return best.candidate
  const furthest = near.toSorted((a, b) => b.reach - a.reach || a.candidate.prior - b.candidate.prior)[0]
  return furthest !== undefined && furthest.reach > stop.start + BEYOND ? furthest.candidate : null
}

/** How far, in offsets of the text as it is, it can be read with a change; Infinity for as far as is looked. */
function reachOf(text: string, tokens: readonly Token[], edit: TextEdit): number {
  const changed = applyTextEdits(text, [edit])
  const from = tokens.findLast(token => token.start < edit.offset)
  const broken = tokens.at(-1) as Token
  const { stop } = scanJson(changed, from, broken.start + FAR)
  if (stop === null) return Number.POSITIVE_INFINITY
  // To the end of the text, where only something is not closed, is far.
  if (stop.kind === 'end' && broken.kind !== 'end' && edit.insert !== '') return Number.MAX_SAFE_INTEGER
  return stop.start + edit.delete - edit.insert.length
}

function readWith(text: string, tokens: readonly Token[], candidate: Candidate, language: Language): Reading | null {
  const changed = applyTextEdits(text, [candidate])
  const first = tokens[0] as Token
  // What stands before the document is no part of it.
  const start = Math.min(first.start, candidate.offset)
  const { slips, stop } = scanJson(changed, { ...first, start })
  if (stop !== null) return null
  const { value, fault } = parseJson(applyTextEdits(changed, [{ offset: 0, delete: start, insert: '' }, ...slips]))
  if (value === undefined || (fault !== null && fault.code !== 'syntax')) return null
  const objections = fault === null ? language.judge(value) : []
  const errors = objections.filter(({ severity }) => severity === 'error').length
  return { candidate, text: changed, objections, cost: errors + (objections.length - errors) / 10 + oddLists(value) / 20 + candidate.prior / 100 }
}

const bestOf = (readings: readonly Reading[]): Reading | undefined => readings.toSorted((a, b) => a.cost - b.cost)[0]

/** Brackets set, or left out, where the best reading so far stops making sense. */
function guidedCandidates(text: string, tokens: readonly Token[], reading: Reading): Candidate[] {
  const { candidate } = reading
  const isCloser = candidate.insert === '}' || candidate.insert === ']' || candidate.code === 'unexpected-end'
  const isRemoval = candidate.insert === '' && candidate.code === 'extra-bracket'
  if (!isCloser && !isRemoval) return []
  const locate = createLocator(reading.text)
  const shift = candidate.insert.length - candidate.delete
  const found: Candidate[] = []
  const seen = new Set<number>()
  const indexes = new Map(tokens.map((token, index) => [token.start, index]))
  for (const { at } of reading.objections) {
    for (const pointer of [at, at.slice(0, Math.max(0, at.lastIndexOf('/')))]) {
      const { offset } = locate(pointer, { key: true })
      const start = offset >= candidate.offset ? offset - shift : offset
      const index = indexes.get(start) ?? 0
      if (index === 0 || seen.has(index)) continue
      seen.add(index)
      if (isCloser) {
        const close = closeBefore(text, tokens, index, 3)
        if (close !== null) found.push(close)
      } else
        for (let before = index - 1; before > 0 && before >= index - 4; before--) {
          const token = tokens[before] as Token
          if (token.kind === '}' || token.kind === ']') found.push({ ...candidate, offset: token.start, delete: 1, prior: 5, token: before })
        }
    }
    if (seen.size >= JUDGED) break
  }
  return found
}

/** Lists whose elements are of different kinds: rarely what anybody meant. */
function oddLists(value: Json): number {
  if (value === null || typeof value !== 'object') return 0
  let count = Array.isArray(value) && new Set(value.map(element => (Array.isArray(element) ? 'list' : typeof element))).size > 1 ? 1 : 0
  for (const inner of Object.values(value)) count += oddLists(inner)
  return count
}
