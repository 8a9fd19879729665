/** Library functions on records. Only own fields count, and any name can be one (B27). */
import type { Json, JsonObject } from '../../../schema/json/json.ts'
import { setOwn } from '../../../schema/json/own.ts'
import { type Argument, type Frame, fault, type Native, spendOnFields } from '../frame.ts'
import { getField, isList, isRecord } from '../values.ts'
import { nameOf, readPath, textArgument, valueArgument } from './arguments.ts'

function recordArgument(frame: Frame, arg: Argument | undefined): JsonObject | null {
  const value = valueArgument(arg)
  if (value === null) return {}
  if (!isRecord(value)) return fault(frame, 'wrong-type', `Here should be a record, not ${nameOf(value)}.`)
  spendOnFields(frame, Object.keys(value).length)
  return value
}

const onEntries =
  (give: (key: string, value: Json) => Json): Native =>
  (frame, [of]) => {
    const record = recordArgument(frame, of)
    return record === null ? null : Object.entries(record).map(([key, value]) => give(key, value))
  }

const chosen =
  (keep: boolean): Native =>
  (frame, [of, ...keys]) => {
    const record = recordArgument(frame, of)
    if (record === null) return null
    const wanted = new Set(keys.map(valueArgument).flatMap(key => (isList(key) ? key : [key]).map(one => textArgument(frame, one))))
    spendOnFields(frame, wanted.size)
    const made: Record<string, Json> = {}
    for (const [key, value] of Object.entries(record)) if (wanted.has(key) === keep) setOwn(made, key, value)
    return made
  }

const merge: Native = (frame, args) => {
  const made: Record<string, Json> = {}
  for (const arg of args) for (const [key, value] of Object.entries(recordArgument(frame, arg) ?? {})) setOwn(made, key, value)
  return made
}

const get: Native = (frame, [of, path, otherwise]) => {
  const from = valueArgument(of)
  const keys = valueArgument(path)
  const found = isList(keys)
    ? keys.reduce<Json>((value, key) => getField(value, typeof key === 'number' ? key : textArgument(frame, key)), from)
    : typeof keys === 'number'
      ? getField(from, keys)
      : readPath(from, textArgument(frame, keys))
  return found ?? valueArgument(otherwise)
}

export const records: readonly (readonly [string, Native])[] = [
  ['keys', onEntries(key => key)],
  ['values', onEntries((_, value) => value)],
  ['entries', onEntries((key, value) => ({ key, value }))],
  ['pick', chosen(true)],
  ['omit', chosen(false)],
  ['merge', merge],
  ['get', get],
]
