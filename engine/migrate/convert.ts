/** Values of one type as values of another (B81), without losing what they say. */
import { isList, isRecord, recordOf } from '../../schema/check/kinds.ts'
import type { Type } from '../../schema/formula/types.ts'
import type { Json } from '../../schema/json/json.ts'
import { emptyValue, fitsKept } from './state-fit.ts'

/**
 * The value as one of `type`, or undefined where there is none that says the same.
 *
 * - What fits stays as it is.
 * - Numbers and truth values become their text and texts that are exactly such a text become what they say;
 *   one value becomes the list of it and such a list the value; null and the empty list stand for each other.
 * - In a record, new fields get their empty value. Fields that are gone, or whose value cannot be had in
 *   their new type, are left behind: `covers` tells whether that happened.
 */
export function convert(value: Json, type: Type): Json | undefined {
  if (fitsKept(value, type)) return value
  if (type.kind === 'list') return isList(value) ? convertEach(value, type.of) : value === null ? [] : wrapped(value, type.of)
  if (isList(value)) return fromList(value, type)
  if (type.kind === 'record') return convertRecord(value, type)
  if (value === null || isRecord(value)) return undefined
  switch (type.kind) {
    case 'text':
      return String(value)
    case 'number':
    case 'time':
      return typeof value === 'string' && Number.isFinite(Number(value)) && String(Number(value)) === value ? Number(value) : undefined
    case 'bool':
      return value === 'true' ? true : value === 'false' ? false : undefined
    default:
      return undefined
  }
}

function wrapped(value: Json, type: Type): Json | undefined {
  const element = convert(value, type)
  return element === undefined ? undefined : [element]
}

function convertEach(list: readonly Json[], type: Type): Json | undefined {
  const converted: Json[] = []
  for (const element of list) {
    const next = convert(element, type)
    if (next === undefined) return undefined
    converted.push(next)
  }
  return converted
}

function fromList(list: readonly Json[], type: Type): Json | undefined {
  if (list.length === 0) return fitsKept(null, type) ? null : undefined
  return list.length === 1 ? convert(list[0] as Json, type) : undefined
}

function convertRecord(value: Json, type: Extract<Type, { kind: 'record' }>): Json | undefined {
  if (!isRecord(value)) return undefined
  const fields = [...type.fields].map(([name, field]): [string, Json] => {
    const next = Object.hasOwn(value, name) ? convert(value[name] as Json, field) : undefined
    return [name, next === undefined ? emptyValue(field) : next]
  })
  const further = type.open ? Object.keys(value).filter(name => !type.fields.has(name)) : []
  return recordOf([...fields, ...further.map((name): [string, Json] => [name, value[name] as Json])])
}

/** Whether everything that `value` says can be read in `whole`, in whichever type. Null and emptiness say nothing. */
export function covers(whole: Json | undefined, value: Json): boolean {
  if (!saysSomething(value)) return true
  if (whole === undefined || whole === null) return false
  if (isList(value)) {
    if (!isList(whole)) return value.length === 1 && covers(whole, value[0] as Json)
    return value.every((element, index) => covers(whole[counterpart(element, index, value, whole)], element))
  }
  if (isList(whole)) return whole.length === 1 && covers(whole[0] as Json, value)
  if (isRecord(value))
    return isRecord(whole) && Object.keys(value).every(name => covers(Object.hasOwn(whole, name) ? whole[name] : undefined, value[name] as Json))
  return !isRecord(whole) && String(whole) === String(value)
}

/** Whether there is any text, number or truth value in it. */
export function saysSomething(value: Json): boolean {
  if (isList(value)) return value.some(saysSomething)
  if (isRecord(value)) return Object.values(value).some(saysSomething)
  return value !== null && value !== ''
}

/** Where in `others` the element stands that is the same thing: the one with its id, where it alone has one; else its place. */
function counterpart(element: Json, index: number, list: readonly Json[], others: readonly Json[]): number {
  const id = identityOf(element)
  if (id === undefined) return index
  const alone = (all: readonly Json[]) => all.filter(other => identityOf(other) === id).length === 1
  return alone(list) && alone(others) ? others.findIndex(other => identityOf(other) === id) : index
}

/** The id of a record, if it has one. */
export const identityOf = (element: Json): Json | undefined => {
  const id = isRecord(element) && Object.hasOwn(element, 'id') ? element.id : undefined
  return typeof id === 'string' || typeof id === 'number' ? id : undefined
}
