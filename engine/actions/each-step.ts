/** The scope of each element of an `each` step, in order; the list is taken as it stood at its start. */
import type { Json, JsonObject } from '../../schema/json/json.ts'
import type { Runtime } from '../app/runtime.ts'
import { itemBinding, type Scope, valueBinding } from '../app/scope.ts'
import { computeRows, currentPath } from '../tree/rows.ts'

export function* eachElementScopes(runtime: Runtime, step: JsonObject, scope: Scope): Generator<Scope> {
  const name = typeof step.as === 'string' ? step.as : 'item'
  const { rows } = computeRows(runtime, step.in, undefined, runtime.stepsEnv(scope))
  for (const row of rows) {
    const origin = () => {
      const path = currentPath(runtime.store, row)
      return path && { path, value: runtime.store.peek(path) }
    }
    const value = (): Json => origin()?.value ?? row.value
    yield scope.with({
      [name]: itemBinding(value, origin),
      index: valueBinding(() => row.index),
    })
  }
}
