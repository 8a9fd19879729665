/** A first look at a value in its slot. */
import type { SlotSpec, SlotType } from '../catalog.ts'
import type { Json } from '../json/json.ts'

/**
 * True where the value is certainly right as it stands: a check without advice has nothing to say of it, notes nothing of
 * it, and needs neither its place nor its scope. Most values of a document are, so it is looked at before anything is made.
 */
export function isSettled(value: Json, spec: SlotSpec): boolean {
  const { kind, type, types, values } = spec
  if (kind !== 'plain' && kind !== 'literal') return false
  if (value === null) return kind === 'plain'
  if (typeof value === 'object' || spec.format !== undefined) return false
  if (typeof value === 'string' && value.includes('${')) return false
  if (values?.includes(value)) return true
  if (type === 'enum') return false
  const takes = (wanted: SlotType): boolean => (types ? types.includes(wanted) : type === wanted)
  switch (typeof value) {
    case 'string':
      return takes('text') ? isWithin(value.length, spec) : takes('any')
    case 'number':
      return takes('number') || takes('any') || takes('text') ? isWithin(value, spec) && !(spec.whole && !Number.isInteger(value)) : false
    default:
      return takes('bool') || takes('any')
  }
}

function isWithin(size: number, { min, max }: SlotSpec): boolean {
  return (min === undefined || size >= min) && (max === undefined || size <= max)
}
