/** Whether the computed arguments of a call are as the tool's schema says (`schema/generate/slots.ts` makes the tables). */
import type { SlotSpec, SlotTable, SlotType } from '../schema/catalog.ts'
import { codePoints } from '../schema/check/validator-runtime.ts'
import type { Json, JsonObject } from '../schema/json/json.ts'

/** What is wrong with the first argument that is wrong, in words; null where all are right. Slots that the engine resolves itself are not looked at. */
export function argumentFault(slots: SlotTable, args: JsonObject): string | null {
  return recordFault(slots, args, '')
}

function recordFault(slots: SlotTable, record: JsonObject, at: string): string | null {
  for (const [name, slot] of Object.entries(slots)) if (slot.required && !Object.hasOwn(record, name)) return `“${at}${name}” is missing`
  for (const [name, value] of Object.entries(record)) {
    const slot = Object.hasOwn(slots, name) ? slots[name] : undefined
    if (!slot) return `it takes no “${at}${name}”`
    const fault = slotFault(slot, value as Json, `${at}${name}`)
    if (fault !== null) return fault
  }
  return null
}

function slotFault(slot: SlotSpec, value: Json, at: string): string | null {
  if (slot.kind !== 'plain' && slot.kind !== 'literal') return null
  if (slot.values?.includes(value as string)) return null
  if (slot.type === 'enum') return `“${at}” is one of ${slot.values?.join(', ') ?? 'none'}`
  if (slot.options) {
    // The fault of the one that it is most like: of the same type.
    const faults = slot.options.map(option => slotFault(option, value, at))
    if (faults.includes(null)) return null
    return faults[slot.options.findIndex(option => option.type === typeOf(value))] ?? `“${at}” is ${wordsFor(slot.types ?? [slot.type])}`
  }
  const allowed = slot.types ?? [slot.type]
  if (allowed.includes('any')) return null
  if (!allowed.includes(typeOf(value) as SlotType)) return `“${at}” is ${wordsFor(allowed)}`
  return boundsFault(slot, value, at) ?? contentsFault(slot, value, at)
}

function boundsFault({ min, max, whole }: SlotSpec, value: Json, at: string): string | null {
  const [size, of] =
    typeof value === 'number'
      ? [value, '']
      : typeof value === 'string'
        ? [min === undefined && max === undefined ? 0 : codePoints(value), ' characters long']
        : Array.isArray(value)
          ? [value.length, ' elements long']
          : [0, null]
  if (of === null) return null
  if (min !== undefined && size < min) return `“${at}” is at least ${min}${of}`
  if (max !== undefined && size > max) return `“${at}” is at most ${max}${of}`
  return whole && typeof value === 'number' && !Number.isInteger(value) ? `“${at}” is a whole number` : null
}

function contentsFault({ fields, element }: SlotSpec, value: Json, at: string): string | null {
  if (typeof value !== 'object' || value === null || (!fields && !element)) return null
  if (!Array.isArray(value) && fields) return recordFault(fields, value as JsonObject, `${at}.`)
  const inner: SlotSpec = element ?? { kind: 'plain', type: 'record', ...(fields && { fields }) }
  for (const [key, one] of Object.entries(value)) {
    const fault = slotFault(inner, one as Json, Array.isArray(value) ? `${at}[${key}]` : `${at}.${key}`)
    if (fault !== null) return fault
  }
  return null
}

/** Null is of no type, as no schema of an argument names it; nor are infinity and what is no number. */
function typeOf(value: Json): SlotType | null {
  switch (typeof value) {
    case 'string':
      return 'text'
    case 'number':
      return Number.isFinite(value) ? 'number' : null
    case 'boolean':
      return 'bool'
    default:
      return value === null ? null : Array.isArray(value) ? 'list' : 'record'
  }
}

const words: Readonly<Record<SlotType, string>> = {
  text: 'a text',
  number: 'a number',
  bool: 'true or false',
  list: 'a list',
  record: 'a record',
  enum: 'one of a list',
  any: 'anything',
}

function wordsFor(types: readonly SlotType[]): string {
  return types.map(type => words[type]).join(' or ')
}
