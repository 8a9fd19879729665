/** What a value of the wrong kind was meant as, where it can be written as the right kind without anything being lost. */
import type { SlotType } from '../catalog.ts'
import { fits as fitsType, type Type } from '../formula/types.ts'
import type { Json } from '../json/json.ts'
import { isList, isRecord, isText } from './kinds.ts'

const yes: ReadonlySet<string> = new Set(['true', 'yes', 'on', '1'])
const no: ReadonlySet<string> = new Set(['false', 'no', 'off', '0'])

/**
 * The value as one of `types`: `"12"` or `"12px"` as 12, `"true"` as true, 12 as `"12"`, one as a list of it, a list of one as that one.
 * Undefined where nothing of the kind is plain to see.
 *
 * @param element the types of the elements of a list
 */
export function meantValue(value: Json, types: readonly SlotType[], element: readonly SlotType[] = ['any']): Json | undefined {
  if (fits(value, types)) return undefined
  for (const type of types) {
    const meant = asType(value, type, element)
    if (meant !== undefined) return meant
  }
  if (isList(value)) {
    const [only] = value
    if (only !== undefined && value.length === 1) return fits(only, types) ? only : meantValue(only, types, element)
  }
  if (isRecord(value)) {
    // A text in a record of its own: { "text": "Add" }.
    const [only, ...others] = Object.keys(value)
    const inner = only !== undefined && others.length === 0 && /^(text|value|label|content|name)$/.test(only) ? value[only] : undefined
    if (inner !== undefined && !isRecord(inner) && !isList(inner) && inner !== null && fits(inner, types)) return inner
  }
  return undefined
}

/** The same for a type of the language. */
export function meantAsType(value: Json, type: Type): Json | undefined {
  const meant =
    type.kind === 'list' && value !== null && fitsType(value, type.of)
      ? [value]
      : meantValue(value, [slotType(type)], type.kind === 'list' ? [slotType(type.of)] : undefined)
  return meant !== undefined && fitsType(meant, type) ? meant : undefined
}

function slotType(type: Type): SlotType {
  switch (type.kind) {
    case 'number':
    case 'bool':
    case 'list':
    case 'record':
      return type.kind
    case 'time':
      return 'number'
    default:
      return 'text'
  }
}

function asType(value: Json, type: SlotType, element: readonly SlotType[]): Json | undefined {
  switch (type) {
    case 'number':
      return isText(value) ? asNumber(value) : undefined
    case 'bool':
      if (isText(value) || typeof value === 'number') {
        const word = String(value).trim().toLowerCase()
        return yes.has(word) ? true : no.has(word) ? false : undefined
      }
      return undefined
    case 'text':
      return typeof value === 'number' ? String(value) : undefined
    case 'list':
      return asList(value, element)
    case 'record':
      return isList(value) && value.length === 1 && isRecord(value[0]) ? value[0] : undefined
    default:
      return undefined
  }
}

function asNumber(text: string): number | undefined {
  const digits = /^\s*(-?\d+(?:\.\d+)?)\s*(?:px|rem|em|pt|%)?\s*$/.exec(text)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

function asList(value: Json, element: readonly SlotType[]): Json | undefined {
  if (value === '') return []
  if (isText(value) && element.includes('text') && value.includes(',') && !value.includes('${')) return value.split(',').map(word => word.trim())
  if (isText(value) && value.includes('${')) return undefined
  return value !== null && fits(value, element) ? [value] : undefined
}

function fits(value: Json, types: readonly SlotType[]): boolean {
  const kind = isText(value)
    ? 'text'
    : typeof value === 'number'
      ? 'number'
      : typeof value === 'boolean'
        ? 'bool'
        : isList(value)
          ? 'list'
          : isRecord(value)
            ? 'record'
            : 'any'
  return types.includes('any') || (kind !== 'any' && types.includes(kind)) || (kind === 'text' && types.includes('enum'))
}
