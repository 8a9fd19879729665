import type { PointerEvent, RefObject } from 'react'
import type { Json } from '../../schema/json/json.ts'
import { useLocale } from '../locale.ts'
import { useSay } from '../words/say.ts'
import { SheetInput } from './SheetInput.tsx'
import { cellText, cellValue, type SheetColumn } from './sheet-columns.ts'
import { roles } from './sheet-roles.ts'
import type { CellEdit, SheetState } from './use-sheet.ts'

export interface SheetRowProps {
  readonly rowKey: string
  readonly row: number
  readonly rows: readonly Json[]
  readonly columns: readonly SheetColumn[]
  /** The place of the active cell in this row, or -1; and of what is selected. */
  readonly active: number
  readonly left: number
  readonly right: number
  readonly edit: CellEdit | null
  readonly locked: boolean
  readonly sheet: SheetState
  /** Set where the cell that becomes active is to take the focus. */
  readonly refocus: RefObject<boolean>
}

export function SheetRow(props: SheetRowProps) {
  const say = useSay()
  const { row, columns, active, sheet, refocus } = props
  const locale = useLocale()
  const pressed = (event: PointerEvent<HTMLElement>, column: number): void => {
    if (event.button !== 0 || (event.target as Element).closest('input')) return
    refocus.current = true
    // A press on the cell that is active already edits it, which is how a finger does it.
    if (column === active && !props.edit && !event.shiftKey && event.currentTarget.ownerDocument.activeElement === event.currentTarget) sheet.begin()
    else sheet.go({ row, column }, event.shiftKey)
    event.preventDefault()
  }
  const dragged = (event: PointerEvent, column: number): void => {
    if (event.pointerType === 'mouse' && event.buttons === 1 && !props.edit) sheet.go({ row, column }, true)
  }
  return (
    <tr data-key={props.rowKey} aria-rowindex={row + 2}>
      <td className="cy-sheet-number" aria-hidden="true" data-tests-ignore="">
        {row + 1}
      </td>
      {columns.map((column, place) => {
        const value = cellValue(column, props.rows, row)
        const editing = place === active ? props.edit : null
        const label = say('{column}, row {number}', { column: column.label, number: row + 1 })
        return (
          <td
            key={place}
            {...roles.cell(place >= props.left && place <= props.right, column.compute !== null || props.locked)}
            aria-colindex={place + 1}
            tabIndex={place === active && !editing ? 0 : -1}
            data-cell={`${row} ${place}`}
            data-align={column.align}
            data-computed={column.compute ? '' : undefined}
            data-active={place === active ? '' : undefined}
            onPointerDown={event => pressed(event, place)}
            onPointerEnter={event => dragged(event, place)}
          >
            {editing ? (
              <SheetInput
                label={label}
                column={column}
                edit={editing}
                onCommit={(text, down, along) => {
                  refocus.current = true
                  return sheet.commit(text, down, along)
                }}
                onLeave={text => {
                  refocus.current = false
                  if (!sheet.commit(text, 0, 0)) sheet.cancel()
                }}
                onCancel={() => {
                  refocus.current = true
                  sheet.cancel()
                }}
              />
            ) : column.type === 'bool' && typeof value !== 'string' ? (
              <input
                type="checkbox"
                tabIndex={-1}
                aria-label={label}
                checked={value === true}
                disabled={column.compute !== null || props.locked}
                onChange={() => sheet.toggle({ row, column: place })}
              />
            ) : (
              cellText(value, column.type, locale)
            )}
          </td>
        )
      })}
    </tr>
  )
}
