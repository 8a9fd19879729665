import { type ReactNode, useRef } from 'react'
import { longList, useRowWindow } from '../window/use-row-window.ts'
import type { Column } from './columns.ts'
import type { GivenActions } from './row-action.ts'
import { TableRow } from './TableRow.tsx'
import { roles } from './table-roles.ts'
import type { Selection } from './use-selection.ts'

export interface TableBodyProps {
  readonly rows: readonly unknown[]
  /** Of the rows that the table shows, in order. */
  readonly indices: readonly number[]
  /** Of each of them. */
  readonly keys: readonly (string | number)[]
  /** The same as texts, which tell a number from a text. */
  readonly rowKeys: readonly string[]
  /** How many rows stand on earlier pages; null where all rows are drawn and nobody has to count them. */
  readonly before: number | null
  readonly columns: readonly Column<ReactNode>[]
  readonly actions: GivenActions
  readonly selection: Selection
  readonly onRowPress: ((index: number) => void) | undefined
}

/** The rows; of very many those that can be seen. */
export function TableBody({ rows, indices, keys, rowKeys, before, columns, actions, selection, onRowPress }: TableBodyProps) {
  const body = useRef<HTMLTableSectionElement>(null)
  const { stretches, places } = useRowWindow(body, rowKeys, rowKeys.length > longList, { cells: columns.length })
  return (
    <tbody {...roles.rows} ref={body}>
      {stretches.flatMap(({ drawn, start, end }): ReactNode[] =>
        drawn
          ? indices.slice(start, end).map((index, offset) => {
              const place = start + offset
              const key = keys[place] ?? index
              return (
                <TableRow
                  key={rowKeys[place]}
                  rowKey={rowKeys[place] ?? ''}
                  row={rows[index]}
                  index={index}
                  count={before === null ? undefined : before + place + 2}
                  columns={columns}
                  actions={actions}
                  mark={selection.mode}
                  group={selection.group}
                  marked={selection.keys.has(key)}
                  selectionKey={key}
                  onMark={selection.toggle}
                  onPress={onRowPress}
                />
              )
            })
          : [
              <tr key={`space before ${rowKeys[end] ?? 'the end'}`} {...roles.space} data-space="">
                <td colSpan={columns.length + 2} {...roles.none} style={{ blockSize: places.size(start, end) }} />
              </tr>,
            ],
      )}
    </tbody>
  )
}
