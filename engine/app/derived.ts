/** `derived` (B15): lazy, memoised values, and functions of the app's own. */
import { computed } from '@preact/signals-core'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import type { DerivedOrder } from './derived-order.ts'
import { lendMeter } from './env.ts'
import { evaluateFormula } from './evaluate.ts'
import type { LabelSink } from './labels.ts'
import type { Runtime } from './runtime.ts'
import { type Binding, itemBinding, valueBinding } from './scope.ts'

export function derivedBinding(runtime: Runtime, name: string, raw: Json, order: DerivedOrder): Binding {
  if (raw !== null && typeof raw === 'object' && !Array.isArray(raw) && Object.hasOwn(raw, 'value')) {
    const { params, value } = raw as { readonly params?: JsonObject; readonly value: Json }
    if (params && Object.keys(params).length > 0) return functionBinding(runtime, name, Object.keys(params), value, order)
    return formulaBinding(runtime, name, value, order)
  }
  return formulaBinding(runtime, name, raw, order)
}

function formulaBinding(runtime: Runtime, name: string, raw: Json, order: DerivedOrder): Binding {
  const env = runtime.env(runtime.names)
  const labels = labelsOf(runtime, raw)
  if (typeof raw !== 'string') {
    const value = computed(() => evaluateFormula(raw, env, runtime.formulas))
    return valueBinding(() => value.value, labels)
  }
  const formula = runtime.formulas.formula(raw)
  const list = computed(() => {
    order.prepare(name, 'list')
    return formula.listOrigin(env)
  })
  const element = computed(() => {
    order.prepare(name, 'element')
    return formula.elementOrigin(env)
  })
  // Where each element stands is asked for by repeats, and says what the elements are too: the list is not looked through twice.
  let isListed = false
  const value = computed(() => {
    order.prepare(name, 'value')
    const origin = isListed ? list.value : null
    return origin ? origin.elements.map(of => of.value) : evaluateFormula(raw, env, runtime.formulas)
  })
  const computables = { value, element, list }
  order.add(name, formula.tree, what => void computables[what].value)
  return itemBinding(
    () => value.value,
    () => element.value,
    () => {
      isListed = true
      return list.value
    },
    labels,
  )
}

function labelsOf(runtime: Runtime, raw: Json): (sink: LabelSink) => void {
  return sink => sink.written(raw, true, runtime.names)
}

/** No recursion (B15): the check refuses it, and a call within itself gives null. */
function functionBinding(runtime: Runtime, name: string, params: readonly string[], raw: Json, order: DerivedOrder): Binding {
  if (typeof raw !== 'string') return { read: () => null, call: () => raw }
  let given: readonly Json[] | null = null
  const bound = Object.fromEntries(params.map((param, at) => [param, valueBinding(() => given?.[at] ?? null)]))
  const formula = runtime.formulas.formula(raw)
  const inside = runtime.names.with(bound)
  order.add(name, formula.tree, () => {})
  return {
    read: () => null,
    labels: labelsOf(runtime, raw),
    // On the meter of whoever calls it: two calls in each of twenty functions are a million.
    call(args, meter) {
      if (given) return null
      given = args
      try {
        return formula.evaluate(lendMeter(runtime.env(inside), meter))
      } finally {
        given = null
      }
    },
  }
}
