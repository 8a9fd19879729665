/** Moving a row of a Board or SortableList (B43): the group and the order are written into the list that the rows came from. */
import type { ReadonlySignal } from '@preact/signals-core'
import type { Json, JsonObject, Path } from '../../schema/json/json.ts'
import { writeAt } from '../actions/state-steps.ts'
import type { Labels } from '../app/labels.ts'
import type { Runtime } from '../app/runtime.ts'
import { memberOf } from '../store/path-signals.ts'
import { currentPath, type Row, type Rows } from './rows.ts'
import { nodeLabels, type SlotContext, stepsHandler } from './slots.ts'

export interface Move {
  readonly moved: Row
  /** The field whose value is a row's group; null where there are no groups. */
  readonly groupBy: string | null
  readonly group: Json
  /** Among the other rows of the group, or among all others. */
  readonly place: number
  /** Of the undo history: see `Runtime.change`. */
  readonly merge?: unknown
  /** Where `group` came from (S28). */
  readonly labels?: Labels
}

/**
 * Moves one of `rows`. Rows that are filtered away keep their order, and what is shown from the end to the beginning is
 * moved so that it stands where it was put. False where it could not be written, which whoever uses the app is told.
 */
export function moveRow(runtime: Runtime, rows: readonly Row[], { moved, groupBy, group, place, merge, labels = [] }: Move): boolean {
  const from = currentPath(runtime.store, moved)
  if (!from) {
    runtime.report({ code: 'not-writable', message: 'What was moved is not a place in the app’s data, so nothing changed.' })
    return false
  }
  const list: Path = from.slice(0, -1)
  const source = Number(from[from.length - 1])
  const indexOf = (row: Row) => Number(currentPath(runtime.store, row)?.at(-1) ?? -1)
  const isReversed = rows.length > 1 && rows.every((row, at) => at === 0 || indexOf(row) < indexOf(rows[at - 1] as Row))
  const siblings = rows.filter(row => row.key !== moved.key && (groupBy === null || memberOf(row.value, groupBy) === group))
  const after = siblings[Math.max(0, place)]
  const beside = after ?? siblings[siblings.length - 1]
  const anchor = beside ? indexOf(beside) : -1
  const goesBefore = (after !== undefined) !== isReversed
  const target = anchor < 0 ? source : goesBefore ? anchor : anchor + 1
  return runtime.change(draft => {
    if (groupBy !== null) writeAt(draft, [...from, groupBy], group)
    const element = draft.at(from)
    if (element === undefined) return
    draft.remove(from)
    draft.insert(list, target > source ? target - 1 : target, element)
    runtime.labels.write(draft, list, labels)
  }, merge)
}

/** What the component says when a person has moved a row of those that are drawn now. */
export function moveHandler(node: JsonObject, rows: ReadonlySignal<Rows>, context: SlotContext): (event: JsonObject) => void {
  const { runtime } = context
  const after = node.onMove === undefined ? null : stepsHandler(node.onMove, context, 'onMove')
  const groupBy = typeof node.groupBy === 'string' ? node.groupBy : null
  const drawn = rows.value.rows
  return event => {
    // A Board says which row went to which group; a SortableList from which place to which.
    const move = groupBy === null ? { row: event.from, group: null, place: event.to } : { row: event.row, group: event.to ?? null, place: event.index }
    const moved = drawn[Number(move.row)]
    const merge = {}
    if (moved && moveRow(runtime, rows.peek().rows, { moved, groupBy, group: move.group, place: Number(move.place), merge, labels: nodeLabels(context) }))
      after?.(event, merge)
  }
}
