/** `derived` (B15): lazy, memoised values, and functions of the app's own. */
import { computed } from '@preact/signals-core'
import type { Json, JsonObject, Path } from '../../schema/json/json.ts'
import { valueAt } from '../store/path-signals.ts'
import { evaluateFormula } from './evaluate.ts'
import type { Runtime } from './runtime.ts'
import { type Binding, extendOrigin, listAt, valueBinding } from './scope.ts'

export function derivedBinding(runtime: Runtime, raw: Json): Binding {
  if (raw !== null && typeof raw === 'object' && !Array.isArray(raw) && Object.hasOwn(raw, 'value')) {
    const { params, value } = raw as { readonly params?: JsonObject; readonly value: Json }
    return params && Object.keys(params).length > 0 ? functionBinding(runtime, Object.keys(params), value) : formulaBinding(runtime, value)
  }
  return formulaBinding(runtime, raw)
}

function formulaBinding(runtime: Runtime, raw: Json): Binding {
  const env = runtime.env(runtime.names)
  const value = computed(() => evaluateFormula(raw, env, runtime.formulas))
  if (typeof raw !== 'string') return valueBinding(() => value.value)
  const formula = runtime.formulas.formula(raw)
  const element = computed(() => formula.elementOrigin(env))
  const list = computed(() => formula.listOrigin(env))
  return {
    read: path => valueAt(value.value, path),
    elementOrigin: (path: Path) => extendOrigin(element.value, path),
    listOrigin(path) {
      if (path.length === 0 && list.value) return list.value
      const at = extendOrigin(element.value, path)
      return at && listAt(at.path, at.value)
    },
  }
}

/** No recursion (B15): the check refuses it, and a call within itself gives null. */
function functionBinding(runtime: Runtime, params: readonly string[], raw: Json): Binding {
  let calling = false
  return {
    read: () => null,
    // On the meter of whoever calls it: two calls in each of twenty functions are a million.
    call(args, meter) {
      if (calling || typeof raw !== 'string') return calling ? null : raw
      calling = true
      try {
        const bound = Object.fromEntries(params.map((param, at) => [param, valueBinding(() => args[at] ?? null)]))
        return runtime.formulas.formula(raw).evaluate({ ...runtime.env(runtime.names.with(bound)), meter })
      } finally {
        calling = false
      }
    },
  }
}
