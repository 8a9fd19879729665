/** The scope of each element of an `each` step, in order; the list is taken as it stood at its start. */
import type { JsonObject } from '../../schema/json/json.ts'
import type { LabelSink } from '../app/labels.ts'
import type { Runtime } from '../app/runtime.ts'
import { heldBinding, type Scope, valueBinding } from '../app/scope.ts'
import { holdRow, listAmong } from '../tree/held-row.ts'
import { computeRows } from '../tree/rows.ts'
import type { Handler } from './handler.ts'

export function* eachElementScopes(runtime: Runtime, step: JsonObject, scope: Scope, handler: Handler): Generator<Scope> {
  const name = typeof step.as === 'string' ? step.as : 'item'
  const { rows } = computeRows(runtime, step.in, undefined, runtime.stepsEnv(scope))
  const [first] = rows
  // While the steps of one element move the records around the list, the others go along.
  const list = first?.list ? listAmong(first.list, scope.items) : () => null
  const before = runtime.labels.of(sink => sink.past(step.in, scope))
  const labels = (sink: LabelSink): void => {
    sink.add(before)
    sink.past(step.in, scope)
  }
  for (const row of rows) {
    const item = holdRow(runtime.store, row, scope.items, list() ?? row.list)
    handler.held.add(item)
    try {
      yield scope.with({ [name]: heldBinding(item, labels), index: valueBinding(() => row.index) }, item)
    } finally {
      handler.held.delete(item)
    }
  }
}
