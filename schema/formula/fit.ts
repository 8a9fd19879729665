/** Whether arguments fit a signature, and what its variables stand for. */
import type { Call } from './expression.ts'
import type { Value } from './inference.ts'
import type { Parameter, Pattern, Signature } from './signature.ts'
import { ANY, describeType, joinTypes, listOf, nullable, recordOf, type Type } from './types.ts'

export function paramAt(signature: Signature, i: number): Parameter | undefined {
  return signature.params[i] ?? (signature.params.at(-1)?.rest ? signature.params.at(-1) : undefined)
}

/** The first argument that certainly does not fit, or -1. */
export function firstMisfit(signature: Signature, node: Call, values: readonly (Value | null)[]): number {
  return node.args.findIndex((arg, i) => {
    const pattern = paramAt(signature, i)?.pattern
    if (pattern === undefined) return false
    if (arg.kind === 'lambda') return pattern.kind !== 'lambda'
    return misfits(pattern, values[i]?.type ?? ANY)
  })
}

export function misfits(pattern: Pattern, type: Type): boolean {
  if (type.kind === 'any' || type.kind === 'null') return false
  switch (pattern.kind) {
    case 'variable':
      return false
    case 'lambda':
      return type.kind !== 'text' && type.kind !== 'date'
    case 'list-of':
      return type.kind !== 'list' || misfits(pattern.of, type.of)
    case 'fields':
      return type.kind !== 'record'
    case 'maybe':
      return misfits(pattern.of, type)
    case 'one-of':
      return pattern.of.every(inner => misfits(inner, type))
    case 'type':
      return misfitsType(pattern.type, type)
  }
}

/** Whether no value of `type` can serve where `wanted` is asked for. Texts serve as numbers, and scalars as texts, as they do at run time. */
function misfitsType(wanted: Type, type: Type): boolean {
  const solid = type.kind === 'list' || type.kind === 'record' || type.kind === 'file'
  switch (wanted.kind) {
    case 'text':
    case 'number':
    case 'date':
    case 'time':
      return solid
    case 'list':
      return type.kind !== 'list'
    case 'record':
      return type.kind !== 'record' && type.kind !== 'file'
    case 'file':
      return type.kind !== 'record' && type.kind !== 'file'
    default:
      return false
  }
}

export function bind(pattern: Pattern, type: Type, bindings: Map<string, Type>): void {
  if (pattern.kind === 'variable') {
    const before = bindings.get(pattern.name)
    bindings.set(pattern.name, before === undefined ? type : joinTypes(before, type))
  } else if (pattern.kind === 'list-of') bind(pattern.of, type.kind === 'list' ? type.of : ANY, bindings)
  else if (pattern.kind === 'maybe') bind(pattern.of, type, bindings)
  else if (pattern.kind === 'one-of') {
    const fitting = pattern.of.find(inner => !misfits(inner, type))
    if (fitting !== undefined) bind(fitting, type, bindings)
  }
}

export function substitute(pattern: Pattern, bindings: ReadonlyMap<string, Type>): Type {
  switch (pattern.kind) {
    case 'variable':
      return bindings.get(pattern.name) ?? ANY
    case 'list-of':
      return listOf(substitute(pattern.of, bindings))
    case 'fields':
      return recordOf(pattern.fields.map(([key, field]) => [key, substitute(field, bindings)] as const))
    case 'maybe':
      return nullable(substitute(pattern.of, bindings))
    case 'type':
      return pattern.type
    default:
      return ANY
  }
}

export function describePattern(pattern: Pattern): string {
  switch (pattern.kind) {
    case 'variable':
      return 'any'
    case 'lambda':
      return `a lambda (x => …) or a field's name`
    case 'list-of':
      return 'a list'
    case 'fields':
      return 'a record'
    case 'maybe':
      return describePattern(pattern.of)
    case 'one-of':
      return pattern.of.map(describePattern).join(' or ')
    case 'type':
      return `a ${describeType(pattern.type)}`
  }
}
