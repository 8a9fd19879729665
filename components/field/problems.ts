/** What is wrong with a value that was typed or chosen: a sentence that says what to do, or null. Pure. */

import { type Say, sayInEnglish } from '../words/say.ts'
import type { FieldRule } from './field-props.ts'

export interface TextLimits {
  readonly kind?: string | undefined
  readonly minLength?: number | undefined
  readonly maxLength?: number | undefined
}

/** An address with one @ and a dotted domain: not RFC 5322, only what a slip of the hand looks like. */
const email = /^[^\s@]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+$/

/** A text that is there; an empty one is the business of `required`. Lengths count characters, not UTF-16 units. */
export function textProblem(text: string, { kind, minLength, maxLength }: TextLimits, say: Say = sayInEnglish): string | null {
  if (text === '') return null
  const length = [...text].length
  if (typeof minLength === 'number' && length < minLength) return say('At least {limit} characters; it has {count}.', { limit: minLength, count: length })
  if (typeof maxLength === 'number' && length > maxLength) return say('At most {limit} characters; it has {count}.', { limit: maxLength, count: length })
  const trimmed = text.trim()
  if (kind === 'email' && !email.test(trimmed)) return say('Write an address like name@example.com.')
  if (kind === 'url' && !isWebAddress(trimmed)) return say('Write a web address like https://example.com.')
  if (kind === 'phone' && !isPhone(trimmed)) return say('Write a phone number with its digits.')
  return null
}

/** `https://…`, `http://…`, or without the scheme where the host has a dot. */
function isWebAddress(text: string): boolean {
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`
  if (/\s/.test(whole) || !URL.canParse(whole)) return false
  const { protocol, hostname } = new URL(whole)
  return (protocol === 'https:' || protocol === 'http:') && (hostname.includes('.') || hostname === 'localhost')
}

function isPhone(text: string): boolean {
  const digits = text.replace(/\D/g, '').length
  return /^[+\d][\d\s().\-/]*$|^\(\d[\d\s().\-/]*$/.test(text) && digits >= 3 && digits <= 15
}

/** `write` says how a limit is written, with its currency or unit. */
export function numberProblem(
  value: number | null,
  { min, max }: { readonly min?: number | undefined; readonly max?: number | undefined },
  write: (limit: number) => string,
  say: Say = sayInEnglish,
): string | null {
  if (value === null) return null
  if (typeof min === 'number' && value < min) return say('At least {limit}.', { limit: write(min) })
  if (typeof max === 'number' && value > max) return say('At most {limit}.', { limit: write(max) })
  return null
}

/** Texts that are ordered as they stand (`YYYY-MM-DD`, `HH:MM`). */
export function orderedTextProblem(
  value: string | null,
  { min, max }: { readonly min?: string | undefined; readonly max?: string | undefined },
  write: (limit: string) => string,
  say: Say = sayInEnglish,
): string | null {
  if (value === null) return null
  if (min && value < min) return say('Not before {limit}.', { limit: write(min) })
  if (max && value > max) return say('Not after {limit}.', { limit: write(max) })
  return null
}

/** The message of the first rule that does not hold. A rule that is not computed yet holds. */
export function ruleProblem(rules: readonly FieldRule[] | undefined, say: Say = sayInEnglish): string | null {
  if (!Array.isArray(rules)) return null
  for (const rule of rules as readonly FieldRule[]) if (rule?.check === false) return rule.message || say('This does not fit.')
  return null
}
