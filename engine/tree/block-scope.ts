/** The scope inside a block (B52): its properties, its own state, what its user put into it and does on its events. */
import { computed } from '@preact/signals-core'
import type { DrawnSpec, SlotSpec } from '../../schema/catalog.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { blockEntry } from '../app/blocks.ts'
import { evaluateFormula, evaluatePlain, fitSlot } from '../app/evaluate.ts'
import type { Runtime } from '../app/runtime.ts'
import { type Binding, createScope, type Scope, stateBinding, valueBinding } from '../app/scope.ts'
import { emptyOf, readStateEntry } from '../app/state-types.ts'
import { paramBinding, slotNodes } from './part-scope.ts'

/** What the use of a block gives is read by name in the block's view, as parameters are in that of a part. */
export function blockScope(node: JsonObject, spec: DrawnSpec, runtime: Runtime, outer: Scope): Scope {
  const bindings = new Map<string, Binding>()
  for (const [name, slot] of Object.entries(spec.slots)) if (!isOfUse(name)) bindings.set(name, propertyBinding(node[name], slot, runtime, outer))
  for (const [name, raw] of Object.entries(spec.block?.state ?? {})) bindings.set(name, ownBinding(node, name, raw, runtime))
  const row = spec.rows && { as: typeof node[spec.rows.as] === 'string' ? (node[spec.rows.as] as string) : spec.rows.name, name: spec.rows.name }
  // Nothing of the app is in scope but what its use gives: not even a function of the app's own that is called like one of the library.
  return createScope(bindings, null, {
    slots: { scope: outer, nodes: slotNodes(node.children), ...(row && { row }) },
    parts: outer.parts + 1,
    items: outer.items,
  })
}

const isOfUse = (name: string): boolean => name === 'id' || name === 'show' || name === 'slot' || name === 'as'

function propertyBinding(raw: Json | undefined, slot: SlotSpec, runtime: Runtime, outer: Scope): Binding {
  if (slot.kind === 'steps') return { read: () => null, given: raw === undefined ? null : { steps: raw, scope: outer } }
  if (raw === undefined) return valueBinding(() => slot.default ?? null)
  if (slot.kind === 'path' || (slot.kind === 'formula' && typeof raw === 'string')) return paramBinding(runtime, raw, outer, { isFormula: true })
  const env = runtime.env(outer)
  const value = computed(() => {
    const found = slot.kind === 'formula' ? evaluateFormula(raw, env, runtime.formulas) : evaluatePlain(raw, env, runtime.formulas)
    return fitSlot(found, slot) ?? slot.default ?? null
  })
  return valueBinding(
    () => value.value,
    sink => sink.written(raw, slot.kind !== 'plain', outer),
  )
}

/** Its first value until the app is there, which may be while this scope is drawn; then a place in the state. */
function ownBinding(node: JsonObject, name: string, raw: Json, runtime: Runtime): Binding {
  const before = firstValue(raw, runtime)
  let kept: { readonly place: string; readonly binding: Binding } | null = null
  const now = (): Binding => {
    void runtime.declared.value
    const place = runtime.blockPlace(node)
    if (place === undefined) return before
    if (kept?.place !== place) kept = { place, binding: stateBinding(runtime.store, blockEntry(place, name)) }
    return kept.binding
  }
  return {
    read: path => now().read(path),
    elementOrigin: path => now().elementOrigin?.(path) ?? null,
    listOrigin: path => now().listOrigin?.(path) ?? null,
    labels: sink => now().labels?.(sink),
  }
}

function firstValue(raw: Json, runtime: Runtime): Binding {
  const { init, type } = readStateEntry(raw)
  return valueBinding(() => (init === undefined ? emptyOf(type) : evaluatePlain(init, runtime.env(runtime.names), runtime.formulas)))
}
