/** Whether a value of one type may stand where another is wanted. Leans to yes: only what is certainly wrong is told. */
import type { SlotType } from '../catalog.ts'
import type { Type } from '../formula/types.ts'

/** Null counts as fitting everywhere: a missing value is never a fault of the type. */
export function mayBe(type: Type, wanted: Type): boolean {
  if (type.kind === 'any' || wanted.kind === 'any' || type.kind === 'null' || wanted.kind === 'null') return true
  if (type.kind === 'list' && wanted.kind === 'list') return mayBe(type.of, wanted.of)
  if (wanted.kind === 'file' || type.kind === 'file') return type.kind === wanted.kind || type.kind === 'record' || wanted.kind === 'record'
  if (type.kind === 'record' && wanted.kind === 'record')
    return [...type.fields].every(([name, field]) => mayBe(field, wanted.fields.get(name) ?? { kind: 'any' }))
  return family(type) === family(wanted)
}

/** Fields of a value that the record which is wanted does not have, as `owner.nme`. */
export function strayFields(type: Type, wanted: Type): readonly { readonly name: string; readonly known: readonly string[] }[] {
  if (type.kind === 'list' && wanted.kind === 'list') return strayFields(type.of, wanted.of)
  if (type.kind !== 'record' || wanted.kind !== 'record' || wanted.open) return []
  const known = [...wanted.fields.keys()]
  return [...type.fields].flatMap(([name, field]) => {
    const inner = wanted.fields.get(name)
    return inner === undefined ? [{ name, known }] : strayFields(field, inner)
  })
}

/** Whether a computed value of this type may be of a slot's type. A number in a text slot is shown as text. */
export function mayFill(type: Type, slot: SlotType): boolean {
  if (type.kind === 'any' || type.kind === 'null') return true
  const is = family(type)
  switch (slot) {
    case 'any':
      return true
    case 'text':
    case 'enum':
      return is !== 'list' && is !== 'record'
    case 'number':
      return is === 'number'
    case 'bool':
      return is !== 'list' && is !== 'record'
    default:
      return is === slot
  }
}

function family(type: Type): string {
  switch (type.kind) {
    case 'date':
      return 'text'
    case 'time':
      return 'number'
    case 'file':
      return 'record'
    default:
      return type.kind
  }
}
