import { Allow, parse as parsePartial } from 'partial-json'
import { LIMITS } from '../limits.ts'
import type { JsonFault } from './fault.ts'
import type { Json } from './json.ts'
import { setOwn } from './own.ts'
import { parseJson } from './parse-json.ts'

/**
 * What can be had of a text that is no JSON (any more), as a last resort; null where that is nothing.
 * `note` says for the person what was done. The value is plain data within the limits of nesting and
 * is not checked otherwise: it may well be the document with its end missing.
 */
export function salvage(text: string): { readonly value: Json; readonly note: string } | null {
  const { value, fault } = parseJson(text)
  if (fault === null) return value === undefined ? null : { value, note: 'The text is complete.' }
  if (fault.code === 'too-long') return keepRead(value, fault)
  const guessed = toPlainData(guess(text), 0)
  if (guessed === undefined || countMembers(guessed) === 0 || countMembers(guessed) < countMembers(value)) return keepRead(value, fault)
  const what = fault.code === 'unexpected-end' ? 'The text was cut off' : 'The text is not valid JSON'
  return { value: guessed, note: `${what} at line ${fault.line}, column ${fault.column}: what could be read of it is kept.` }
}

function keepRead(value: Json | undefined, fault: JsonFault): { value: Json; note: string } | null {
  if (value === undefined || countMembers(value) === 0) return null
  return { value, note: `The text cannot be read beyond line ${fault.line}, column ${fault.column}: what comes before is kept.` }
}

function guess(text: string): unknown {
  try {
    return parsePartial(text, Allow.STR | Allow.ARR | Allow.OBJ)
  } catch {
    return undefined // it throws for whatever it cannot make sense of, and a text nested too deep exhausts its stack
  }
}

/**
 * A copy made of own properties only: partial-json assigns members, so a `__proto__` in the text has
 * become a prototype, which the copy does not follow.
 */
function toPlainData(value: unknown, depth: number): Json | undefined {
  if (value === null || typeof value === 'boolean') return value
  if (typeof value === 'string') return value.toWellFormed()
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value !== 'object' || depth >= LIMITS.jsonDepth) return undefined
  if (Array.isArray(value)) return value.map(child => toPlainData(child, depth + 1)).filter(child => child !== undefined)
  const record: Record<string, Json> = {}
  for (const [key, child] of Object.entries(value)) {
    const plain = toPlainData(child, depth + 1)
    if (plain !== undefined) setOwn(record, key, plain)
  }
  return record
}

/** How much a value holds, to tell which of two readings of one text got further. */
function countMembers(value: Json | undefined): number {
  if (value === undefined || value === null || typeof value !== 'object') return 0
  let count = 0
  for (const child of Object.values(value)) count += 1 + countMembers(child)
  return count
}
