/** The scope inside a part (B45): its parameters, the document's own names, and its user's children. */
import { computed } from '@preact/signals-core'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { evaluatePlain } from '../app/evaluate.ts'
import type { Runtime } from '../app/runtime.ts'
import { itemBinding, type Scope } from '../app/scope.ts'

export function partScope(node: JsonObject, params: readonly string[], runtime: Runtime, outer: Scope): Scope {
  const env = runtime.env(outer)
  const bindings = new Map(
    params.map(param => {
      const raw = node[param]
      const value = computed(() => evaluatePlain(raw, env, runtime.formulas))
      const origin = computed(() => (typeof raw === 'string' && raw.startsWith('${') ? runtime.formulas.formula(raw).elementOrigin(env) : null))
      return [
        param,
        itemBinding(
          () => value.value,
          () => origin.value,
        ),
      ] as const
    }),
  )
  const nodes = new Map<string, Json[]>()
  const { children } = node
  for (const child of children === undefined ? [] : Array.isArray(children) ? (children as readonly Json[]) : [children]) {
    const slot = child !== null && typeof child === 'object' && !Array.isArray(child) ? (child as JsonObject).slot : ''
    const name = typeof slot === 'string' ? slot : ''
    nodes.set(name, [...(nodes.get(name) ?? []), child])
  }
  return runtime.names.part(bindings, { scope: outer, nodes }, outer)
}
