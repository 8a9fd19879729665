/** Computes what an author wrote in a slot: text with holes, and lists and records of such text. */
import type { SlotSpec } from '../../schema/catalog.ts'
import { fitSlot as fitValue } from '../../schema/fit-slot.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { setOwn } from '../../schema/json/own.ts'
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

/** A computed value brought to its slot's type; what does not fit is `undefined`, so that the default holds. */
export function fitSlot(value: Json, spec: SlotSpec): Json | undefined {
  return spec.type === 'bool' ? isTrue(value) : fitValue(value, spec)
}
