import type { ReactNode } from 'react'
import { useSay } from '../words/say.ts'
import type { Sort } from './arrange-rows.ts'
import type { Column } from './columns.ts'
import { roles } from './table-roles.ts'

export interface TableHeadProps {
  readonly columns: readonly Column<ReactNode>[]
  /** The width of each cell in per cent, where they are fixed. */
  readonly shares: readonly number[] | null
  readonly sort: Sort | null
  readonly onSort: (sort: Sort | null) => void
  /** Stands over the column of marks that select rows; null where rows cannot be selected. */
  readonly selectAll: ReactNode | null
  readonly actions: boolean
}

/** The titles. A press sorts up, then down, then not. */
export function TableHead({ columns, shares, sort, onSort, selectAll, actions }: TableHeadProps) {
  const say = useSay()
  const share = (cell: number) => (shares?.[cell] === undefined ? undefined : { inlineSize: `${shares[cell]}%` })
  const first = selectAll === null ? 0 : 1
  return (
    <thead {...roles.rows}>
      <tr {...roles.row}>
        {selectAll === null ? null : (
          <td {...roles.cell} className="cy-table-mark" style={share(0)}>
            {selectAll}
          </td>
        )}
        {columns.map((column, place) => {
          const direction = sort?.field === column.field ? sort.direction : null
          return (
            <th
              key={place}
              {...roles.columnHeader}
              scope="col"
              data-align={column.align}
              style={share(first + place) ?? (column.width === undefined ? undefined : { inlineSize: column.width })}
              aria-sort={column.sortable ? (direction === 'up' ? 'ascending' : direction === 'down' ? 'descending' : 'none') : undefined}
            >
              {column.sortable ? (
                <button
                  type="button"
                  className="cy-table-sort"
                  data-direction={direction ?? undefined}
                  onClick={() => onSort(direction === 'down' ? null : { field: column.field, direction: direction === 'up' ? 'down' : 'up' })}
                >
                  {column.label}
                  <svg viewBox="0 0 10 10" aria-hidden="true">
                    <path d={direction === 'down' ? 'M2 3.5L5 7l3-3.5' : 'M2 6.5L5 3l3 3.5'} />
                  </svg>
                </button>
              ) : (
                column.label
              )}
            </th>
          )
        })}
        {actions ? (
          <td {...roles.cell} className="cy-table-tools" style={share(first + columns.length)}>
            <span className="cy-hidden">{say('Actions')}</span>
          </td>
        ) : null}
      </tr>
    </thead>
  )
}
