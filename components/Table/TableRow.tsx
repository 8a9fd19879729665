import { type MouseEvent, memo, type ReactNode, useId } from 'react'
import { useLocale } from '../locale.ts'
import { readField } from '../read-field.ts'
import { useSay } from '../words/say.ts'
import { shownText } from './arrange-rows.ts'
import type { Column } from './columns.ts'
import { RowActions } from './RowActions.tsx'
import { actionsOf, type GivenActions } from './row-action.ts'
import { TableCell } from './TableCell.tsx'
import { roles } from './table-roles.ts'
import type { Selection } from './use-selection.ts'

export interface TableRowProps {
  /** As text, for who measures the rows. */
  readonly rowKey: string
  readonly row: unknown
  readonly index: number
  /** Its place among all rows, the head being 1; undefined where they are all there to be counted. */
  readonly count: number | undefined
  readonly columns: readonly Column<ReactNode>[]
  readonly actions: GivenActions
  /** How it can be selected. */
  readonly mark: Selection['mode']
  readonly group: string
  readonly marked: boolean
  readonly selectionKey: string | number
  readonly onMark: (key: string | number) => void
  readonly onPress: ((index: number) => void) | undefined
}

/** One record. A press anywhere on it that is meant for nothing else opens it; for the keyboard its name is a button. */
export const TableRow = memo(function TableRow(props: TableRowProps) {
  const { row, index, columns, mark } = props
  const locale = useLocale()
  const say = useSay()
  const nameId = useId()
  const first = columns[0]
  const name = first ? shownText(row, first, locale) : ''
  const actions = actionsOf(props.actions, index)
  const toggle = (): void => props.onMark(props.selectionKey)
  const open = props.onPress
  const onPress = open ? () => open(index) : undefined
  const press = onPress ?? (mark === 'none' ? undefined : toggle)
  const pressed = (event: MouseEvent): void => {
    if (!(event.target as Element).closest('a, button, input, select, textarea, label, [role="button"], [role="menu"]')) press?.()
  }
  return (
    // The keyboard's way is the button in its first cell (or the mark that selects it).
    <tr
      {...roles.row}
      className="cy-table-row"
      data-key={props.rowKey}
      aria-rowindex={props.count}
      data-pressable={press !== undefined}
      data-selected={mark !== 'none' && props.marked}
      onClick={press ? pressed : undefined}
    >
      {mark !== 'none' ? (
        <td {...roles.cell} className="cy-table-mark">
          <label>
            <input
              type={mark === 'one' ? 'radio' : 'checkbox'}
              name={mark === 'one' ? props.group : undefined}
              aria-label={name === '' ? say('Select row {number}', { number: index + 1 }) : say('Select {name}', { name })}
              checked={props.marked}
              onChange={toggle}
            />
          </label>
        </td>
      ) : null}
      {columns.map((column, place) => {
        const own = column.cell?.(index)
        const drawn =
          own === undefined || own === null ? (
            <TableCell value={readField(row, column.field)} format={column.format} currency={column.currency} locale={locale} />
          ) : (
            own
          )
        const shared = { 'data-align': column.align, 'data-label': column.label, 'data-format': column.format }
        if (place > 0)
          return (
            <td key={place} {...roles.cell} {...shared}>
              {drawn}
            </td>
          )
        return (
          <th key={place} {...roles.rowHeader} scope="row" id={nameId} {...shared}>
            {onPress && !column.cell && column.format !== 'link' ? (
              <button
                type="button"
                className="cy-table-open"
                onClick={onPress}
                aria-label={name === '' ? say('Open row {number}', { number: index + 1 }) : undefined}
              >
                {drawn}
              </button>
            ) : (
              drawn
            )}
          </th>
        )
      })}
      {actions || (onPress && first?.cell) ? (
        <td {...roles.cell} className="cy-table-tools">
          {actions ? <RowActions actions={actions} rowName={name} rowNameId={nameId} /> : null}
          {onPress && (first?.cell || first?.format === 'link') ? (
            <button
              type="button"
              className="cy-table-action"
              onClick={onPress}
              aria-label={name === '' ? say('Open row {number}', { number: index + 1 }) : say('Open {name}', { name })}
            >
              <svg className="cy-table-open-mark" viewBox="0 0 16 16" aria-hidden="true">
                <path d="M6 3.5L10.5 8 6 12.5" />
              </svg>
            </button>
          ) : null}
        </td>
      ) : null}
    </tr>
  )
})
