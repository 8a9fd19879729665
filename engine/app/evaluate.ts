/** Computes what an author wrote in a slot: text with holes, and lists and records of such text. */
import type { SlotSpec, SlotType } from '../../schema/catalog.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { setOwn } from '../../schema/json/own.ts'
import { LIMITS } from '../../schema/limits.ts'
import type { OriginEnv } from '../formula/contract.ts'
import { isTrue } from '../formula/values.ts'
import type { Formulas } from './formulas.ts'

/** The value of a plain slot: every string in it is author text (B20, B50). */
export function evaluatePlain(raw: Json | undefined, env: OriginEnv, formulas: Formulas): Json {
  if (raw === undefined || raw === null) return null
  if (typeof raw === 'string') {
    const text = formulas.text(raw)
    return typeof text === 'string' ? text : text(env)
  }
  if (typeof raw !== 'object') return raw
  if (Array.isArray(raw)) {
    const list: Json[] = []
    for (const element of raw as readonly Json[]) {
      list.push(evaluatePlain(element, env, formulas))
    }
    return list
  }
  const record: { [key: string]: Json } = {}
  for (const key of Object.keys(raw)) setOwn(record, key, evaluatePlain((raw as JsonObject)[key], env, formulas))
  return record
}

/** The value of a formula slot: a string is a formula, anything else is itself (B21). */
export function evaluateFormula(raw: Json | undefined, env: OriginEnv, formulas: Formulas): Json {
  if (typeof raw === 'string') return formulas.formula(raw).value(env)
  return raw === undefined ? null : evaluatePlain(raw, env, formulas)
}

/**
 * A computed value brought to its slot's type: texts from numbers, numbers from numeric texts, an enum
 * only if it is one of its values. What does not fit is `undefined`, so that the default holds.
 */
export function fitSlot(value: Json, spec: SlotSpec): Json | undefined {
  switch (spec.type) {
    case 'text':
      if (typeof value === 'string') return value
      return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
    case 'number':
      if (typeof value === 'number') return value
      return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : undefined
    case 'bool':
      return isTrue(value)
    case 'enum':
      if (spec.values?.includes(value as string)) return value
      return spec.default
    case 'list':
      if (!Array.isArray(value)) return undefined
      return value.length > LIMITS.listElements ? value.slice(0, LIMITS.listElements) : value
    case 'record':
      return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : undefined
    default:
      if (value === null) return undefined
      return !spec.types || spec.types.some(type => hasType(value, type)) ? value : undefined
  }
}

function hasType(value: Json, type: SlotType): boolean {
  switch (type) {
    case 'list':
      return Array.isArray(value)
    case 'record':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
    case 'bool':
      return typeof value === 'boolean'
    case 'text':
      return typeof value === 'string'
    case 'number':
      return typeof value === 'number'
    default:
      return true
  }
}
