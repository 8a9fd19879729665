import { type MouseEvent, type ReactNode, useId } from 'react'
import { useLocale } from '../locale.ts'
import { readField } from '../read-field.ts'
import { shownText } from './arrange-rows.ts'
import type { Column } from './columns.ts'
import { type RowAction, RowActions } from './RowActions.tsx'
import { TableCell } from './TableCell.tsx'
import { roles } from './table-roles.ts'

export interface TableRowProps {
  readonly row: unknown
  readonly index: number
  readonly columns: readonly Column<ReactNode>[]
  readonly actions: readonly RowAction[] | null
  /** How it is selected; null where it cannot be. */
  readonly mark: { readonly kind: 'one' | 'many'; readonly group: string; readonly on: boolean; readonly toggle: () => void } | null
  readonly onPress: (() => void) | undefined
}

/** One record. A press anywhere on it that is meant for nothing else opens it; for the keyboard its name is a button. */
export function TableRow({ row, index, columns, actions, mark, onPress }: TableRowProps) {
  const locale = useLocale()
  const nameId = useId()
  const first = columns[0]
  const name = first ? shownText(row, first, locale) : ''
  const press = onPress ?? mark?.toggle
  const pressed = (event: MouseEvent): void => {
    if (!(event.target as Element).closest('a, button, input, select, textarea, label, [role="button"], [role="menu"]')) press?.()
  }
  return (
    // The keyboard's way is the button in its first cell (or the mark that selects it).
    <tr {...roles.row} className="cy-table-row" data-pressable={press !== undefined} data-selected={mark?.on === true} onClick={press ? pressed : undefined}>
      {mark ? (
        <td {...roles.cell} className="cy-table-mark">
          <input
            type={mark.kind === 'one' ? 'radio' : 'checkbox'}
            name={mark.kind === 'one' ? mark.group : undefined}
            aria-label={name === '' ? `Select row ${index + 1}` : `Select ${name}`}
            checked={mark.on}
            onChange={mark.toggle}
          />
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
              <button type="button" className="cy-table-open" onClick={onPress} aria-label={name === '' ? `Open row ${index + 1}` : undefined}>
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
            <button type="button" className="cy-table-action" onClick={onPress} aria-label={name === '' ? `Open row ${index + 1}` : `Open ${name}`}>
              <svg className="cy-table-open-mark" viewBox="0 0 16 16" aria-hidden="true">
                <path d="M6 3.5L10.5 8 6 12.5" />
              </svg>
            </button>
          ) : null}
        </td>
      ) : null}
    </tr>
  )
}
