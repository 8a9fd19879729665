/** The names that a formula or a path may use where it stands, inner scopes first (B16). */
import type { FunctionType, TypeScope } from '../formula/check.ts'
import type { Type } from '../formula/types.ts'

export type NameKind =
  | 'constant'
  | 'state'
  | 'data'
  | 'derived'
  | 'action'
  /** A parameter of an action, a page or a derived function: a value. */
  | 'param'
  /** A parameter of a part: stands for whatever its use gives, so that it may be a place in the state. */
  | 'part-param'
  /** An element of a repeat. */
  | 'item'
  /** `index`, `event`, `error`, what `let` and `out` name, what a component gives. */
  | 'local'

/**
 * Where in the state something stands, as a pattern (`todos[].tags`): null where it is certainly no
 * place in the state, undefined where that cannot be told.
 */
export type Origin = string | null | undefined

export interface Binding {
  readonly kind: NameKind
  readonly type: Type
  /** Of an item: the place of the element (B43). */
  readonly origin?: Origin
}

export interface Scope {
  readonly bindings: ReadonlyMap<string, Binding>
  readonly parent?: Scope
  /** The same names as the checker of formulas wants them. */
  readonly types: TypeScope
}

export function createScope(bindings: ReadonlyMap<string, Binding>, functions?: ReadonlyMap<string, FunctionType>, parent?: Scope): Scope {
  const names = new Map([...bindings].map(([name, binding]) => [name, binding.type]))
  return { bindings, ...(parent && { parent }), types: { names, ...(functions && { functions }), ...(parent && { parent: parent.types }) } }
}

/** A scope inside another. */
export function innerScope(parent: Scope, entries: Iterable<readonly [string, Binding]>): Scope {
  return createScope(new Map(entries), undefined, parent)
}

export function findBinding(scope: Scope, name: string): Binding | undefined {
  for (let inner: Scope | undefined = scope; inner !== undefined; inner = inner.parent) {
    const binding = inner.bindings.get(name)
    if (binding !== undefined) return binding
  }
  return undefined
}
