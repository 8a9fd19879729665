import type { DrawnSpec } from '../../schema/catalog.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import type { PartDefinition, Runtime } from '../app/runtime.ts'
import type { Scope } from '../app/scope.ts'
import { blockScope } from './block-scope.ts'
import { partScope } from './part-scope.ts'

/** The scopes inside the uses of parts and blocks. */
export interface UseScopes {
  /** The same each time, so that what is drawn in it stays, once all of the use is there. */
  of(node: JsonObject, part: PartDefinition | DrawnSpec, at: Scope, closed: boolean): Scope
}

export function createUseScopes(runtime: Runtime): UseScopes {
  const uses = new WeakMap<JsonObject, WeakMap<Scope, { readonly part: PartDefinition | DrawnSpec; readonly scope: Scope }>>()
  return {
    of(node, part, at, closed) {
      const known = uses.get(node)?.get(at)
      if (known && known.part === part) return known.scope
      const inside = 'slots' in part ? blockScope(node, part, runtime, at) : partScope(node, Object.keys(part.params), runtime, at)
      if (!closed) return inside
      const places = uses.get(node) ?? new WeakMap()
      uses.set(node, places.set(at, { part, scope: inside }))
      return inside
    },
  }
}
