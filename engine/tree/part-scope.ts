/** The scope inside a part (B45): its parameters, the document's own names, and its user's children. */
import { computed } from '@preact/signals-core'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { evaluateFormula, evaluatePlain } from '../app/evaluate.ts'
import type { LabelSink } from '../app/labels.ts'
import type { Runtime } from '../app/runtime.ts'
import { type Binding, itemBinding, type Scope } from '../app/scope.ts'
import type { OriginEnv } from '../formula/contract.ts'

export function partScope(node: JsonObject, params: readonly string[], runtime: Runtime, outer: Scope): Scope {
  const bindings = new Map(params.map(param => [param, paramBinding(runtime, node[param], outer)]))
  return runtime.names.part(bindings, { scope: outer, nodes: slotNodes(node.children) }, outer)
}

/** The children of a use by the Slot that they go to. */
export function slotNodes(children: Json | undefined): ReadonlyMap<string, readonly Json[]> {
  const nodes = new Map<string, Json[]>()
  for (const child of children === undefined ? [] : Array.isArray(children) ? (children as readonly Json[]) : [children]) {
    const slot = child !== null && typeof child === 'object' && !Array.isArray(child) ? (child as JsonObject).slot : ''
    const name = typeof slot === 'string' ? slot : ''
    nodes.set(name, [...(nodes.get(name) ?? []), child])
  }
  return nodes
}

/** A parameter stands for whatever its use gives, also for a place in the state (B43). `isFormula`: its text is one without `${ }`. */
export function paramBinding(runtime: Runtime, raw: Json | undefined, outer: Scope, { isFormula }: { readonly isFormula?: boolean } = {}): Binding {
  const formula = typeof raw === 'string' && (isFormula || raw.startsWith('${')) ? runtime.formulas.formula(raw) : null
  const env = runtime.env(outer)
  const valueIn = (of: OriginEnv): Json => (isFormula ? evaluateFormula(raw, of, runtime.formulas) : evaluatePlain(raw, of, runtime.formulas))
  const value = computed(() => valueIn(env))
  const element = computed(() => formula?.elementOrigin(env) ?? null)
  const list = computed(() => formula?.listOrigin(env) ?? null)
  const labels = (sink: LabelSink): void => sink.written(raw, formula !== null, outer)
  const binding = itemBinding(
    () => value.value,
    () => element.value,
    () => list.value,
    labels,
  )
  return {
    ...binding,
    held(hold) {
      const around = hold.scope(outer)
      if (around === outer) return binding
      const held = runtime.env(around)
      return itemBinding(
        () => valueIn(held),
        () => formula?.elementOrigin(held) ?? null,
        () => formula?.listOrigin(held) ?? null,
        labels,
      )
    },
  }
}
