/** The library functions that belong to no family. */
import type { Json, JsonObject } from '../../../schema/json/json.ts'
import { LIMITS } from '../../../schema/limits.ts'
import { fault, Lambda, makeText, type Native, spendOnElements, spendOnText } from '../frame.ts'
import { getField, isList, isRecord } from '../values.ts'
import { nameOf, textArgument, valueArgument, wholeArgument } from './arguments.ts'
import { calculate } from './calc.ts'

const empty: Native = (_, [of]) => {
  const value = valueArgument(of)
  if (value === null || value === '') return true
  return isList(value) ? value.length === 0 : isRecord(value) && isBare(value)
}

function isBare(record: JsonObject): boolean {
  for (const key in record) if (Object.hasOwn(record, key)) return false
  return true
}

const type: Native = (_, [of]) => {
  const value = valueArgument(of)
  if (value === null) return 'null'
  if (isList(value)) return 'list'
  return typeof value === 'string' ? 'text' : typeof value === 'boolean' ? 'bool' : typeof value === 'object' ? 'record' : 'number'
}

const withName: Native = (frame, [of, body]) =>
  body instanceof Lambda ? body.run(valueArgument(of)) : fault(frame, 'wrong-type', `Here should be a lambda, v => …, not ${nameOf(body ?? null)}.`)

const id: Native = frame => (frame.env.chance === null ? fault(frame, 'steps-only', 'id() is allowed in steps only.') : frame.env.chance.id())

const calc: Native = (frame, [of]) => {
  const text = textArgument(frame, of)
  spendOnText(frame, text.length)
  return calculate(text)
}

/** The app's own text in the user's language (section `strings`: language → text → translation), with `{name}` filled in. */
const translate: Native = (frame, [of, given]) => {
  const text = textArgument(frame, of)
  spendOnText(frame, text.length)
  const values = valueArgument(given)
  const { language } = frame.env.locale
  const found = frame.env.read('strings', [language, text]) ?? frame.env.read('strings', [language.split('-')[0] as string, text])
  const translated = typeof found === 'string' ? found : text
  if (!isRecord(values)) return translated
  const filled = translated.replace(/\{(\w+)\}/g, (hole, name: string) => (Object.hasOwn(values, name) ? textArgument(frame, getField(values, name)) : hole))
  makeText(frame, filled.length)
  return filled
}

const json: Native = (frame, [of, indent]) => {
  const text = JSON.stringify(valueArgument(of), null, Math.min(8, Math.max(0, wholeArgument(indent))))
  makeText(frame, text.length)
  return text
}

/** A number too large for one is null, as what a calculation gives would be (B25). */
const withoutInfinity = (_key: string, value: unknown): unknown => (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY ? null : value)

const parseJson: Native = (frame, [of]) => {
  const text = textArgument(frame, of)
  spendOnText(frame, text.length)
  let value: Json
  try {
    value = JSON.parse(text, withoutInfinity) as Json
  } catch (error) {
    // Bad input is no fault here: the user may still be typing.
    if (error instanceof SyntaxError) return null
    throw error
  }
  const size = measure(value, 0)
  if (size === null)
    return fault(frame, 'too-deep', `This JSON nests deeper than ${LIMITS.jsonDepth}, or has a list of more than ${LIMITS.listElements} elements.`)
  spendOnElements(frame, size)
  return value
}

/** How many values there are inside, or null past the limits of nesting and of lists. */
function measure(value: Json, depth: number): number | null {
  if (typeof value !== 'object' || value === null) return 1
  const inner = isList(value) ? value : Object.values(value)
  if (depth >= LIMITS.jsonDepth || (isList(value) && value.length > LIMITS.listElements)) return null
  let size = 1
  for (const one of inner) {
    const found = measure(one as Json, depth + 1)
    if (found === null) return null
    size += found
  }
  return size
}

export const others: readonly (readonly [string, Native])[] = [
  ['empty', empty],
  ['type', type],
  ['with', withName],
  ['id', id],
  ['calc', calc],
  ['t', translate],
  ['json', json],
  ['parseJson', parseJson],
]
