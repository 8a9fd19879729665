/** Moving a row of a Board or SortableList (B43): the group and the order are written into the list that the rows came from. */
import type { Json, Path } from '../../schema/json/json.ts'
import { writeAt } from '../actions/state-steps.ts'
import type { Runtime } from '../app/runtime.ts'
import { memberOf } from '../store/path-signals.ts'
import { currentPath, type Row } from './rows.ts'

/**
 * Puts `moved` at `place` among the other rows of `group` (among all others where there is no
 * `groupBy`). Rows that are filtered away keep their places relative to the rows before them.
 */
export function moveRow(runtime: Runtime, rows: readonly Row[], moved: Row, groupBy: string | null, group: Json, place: number): void {
  const from = currentPath(runtime.store, moved)
  if (!from) {
    runtime.report({ code: 'not-writable', message: 'What was moved is not a place in the app’s data, so nothing changed.' })
    return
  }
  const siblings = rows.filter(row => row.key !== moved.key && (groupBy === null || memberOf(row.value, groupBy) === group))
  const before = siblings[Math.max(0, place)]
  const last = siblings[siblings.length - 1]
  const list: Path = from.slice(0, -1)
  const source = Number(from[from.length - 1])
  const indexOf = (row: Row | undefined) => (row ? Number(currentPath(runtime.store, row)?.at(-1) ?? -1) : -1)
  const target = before ? indexOf(before) : last ? indexOf(last) + 1 : source
  runtime.change(draft => {
    if (groupBy !== null) writeAt(draft, [...from, groupBy], group)
    let container: unknown = draft
    for (const key of list) container = (container as Record<string | number, unknown>)[key]
    if (!Array.isArray(container)) return
    const [element] = container.splice(source, 1) as Json[]
    container.splice(target > source ? target - 1 : target, 0, element)
  })
}
