import { memo, type ReactNode } from 'react'
import type { Json } from '../../schema/json/json.ts'
import type { Scope } from '../app/scope.ts'
import { GROUP_SIZE } from '../stream/cells.ts'
import type { Repeat } from '../tree/node.ts'
import type { Row } from '../tree/rows.ts'
import { useDrawing } from './drawing.tsx'
import { drawEach } from './NodeList.tsx'
import { useSignalValue } from './use-signal-value.ts'

/** A row that goes from one group to another is made anew, and loses the focus: only so many are drawn in groups that one by one they would be slow. */
const LONG = 1000

/** The children of a node with `each`, once per row (B42). A row is drawn again only when its own element changes. */
export function RepeatView({ repeat, scope }: { readonly repeat: Repeat; readonly scope: Scope }): ReactNode {
  const { host } = useDrawing()
  const rows = useSignalValue(repeat.rows)
  repeat.scopes.keep(rows)
  if (rows.rows.length === 0) return repeat.empty === undefined || rows.pending ? null : host.node(repeat.empty, scope)
  const { children } = repeat
  if (rows.rows.length <= LONG)
    return rows.rows.map(row => <RowView key={row.key} definitions={children} count={children.length} scope={repeat.scopes.of(row)} />)
  const groups: ReactNode[] = []
  for (let start = 0; start < rows.rows.length; start += GROUP_SIZE) {
    const group = rows.rows.slice(start, start + GROUP_SIZE)
    groups.push(<RowGroup key={start} rows={group} definitions={children} count={children.length} repeat={repeat} />)
  }
  return groups
}

interface RowGroupProps {
  readonly rows: readonly Row[]
  readonly definitions: readonly Json[]
  /** Of the definitions, which grow in place while they arrive. */
  readonly count: number
  readonly repeat: Repeat
}

const RowGroup = memo(
  function RowGroup({ rows, definitions, count, repeat }: RowGroupProps): ReactNode {
    return rows.map(row => <RowView key={row.key} definitions={definitions} count={count} scope={repeat.scopes.of(row)} />)
  },
  (before, after) =>
    before.definitions === after.definitions &&
    before.count === after.count &&
    before.repeat.scopes === after.repeat.scopes &&
    before.rows.length === after.rows.length &&
    before.rows.every((row, at) => row.key === after.rows[at]?.key),
)

interface RowViewProps {
  readonly definitions: readonly Json[]
  readonly count: number
  readonly scope: Scope
}

const RowView = memo(function RowView({ definitions, scope }: RowViewProps): ReactNode {
  return drawEach(useDrawing().host, definitions, scope)
})
