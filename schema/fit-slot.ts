/** Brings a computed value to what its slot takes, as far as nothing is lost by it. */
import type { SlotSpec, SlotTable, SlotType } from './catalog.ts'
import type { Json, JsonObject } from './json/json.ts'
import { setOwn } from './json/own.ts'
import { LIMITS } from './limits.ts'

/**
 * Texts from numbers, numbers from numeric texts, an enum only if it is one of its values. What does not fit is
 * `undefined`, so that the default holds. What counts as true is said by the formulas: a `bool` stays as it is.
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
      return value
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

/**
 * The computed arguments of a call with the defaults of those that are left out. One that fits its slot in no way is left
 * out where it may be, and stays as it is, to be refused, where it may not; so does one that the tool does not know.
 */
export function fitArguments(slots: SlotTable, given: JsonObject): JsonObject {
  const args: { [key: string]: Json } = {}
  for (const [name, slot] of Object.entries(slots)) {
    if (!Object.hasOwn(given, name)) {
      if (slot.default !== undefined) setOwn(args, name, slot.default)
      continue
    }
    const value = given[name] ?? null
    const fitting = fitSlot(value, slot)
    if (fitting !== undefined && fitting !== null) setOwn(args, name, fitting)
    else if (slot.type === 'any') setOwn(args, name, value)
    else if (slot.required) setOwn(args, name, slot.type === 'text' && value === null ? '' : value)
  }
  for (const name of Object.keys(given)) if (!Object.hasOwn(slots, name)) setOwn(args, name, given[name] ?? null)
  return args
}
