import { useState } from 'react'
import type { Json } from '../../schema/json/json.ts'
import type { Locale } from '../locale.ts'
import { useSay } from '../words/say.ts'
import { cellValue, parseCell, type SheetColumn, typedText } from './sheet-columns.ts'
import { blockOf, type CellBlock, type CellPlace, clearBlock, newRow, pasteBlock, writeCell } from './sheet-rows.ts'
import { readTabSeparated, writeTabSeparated } from './tab-separated.ts'

export interface SheetInput {
  readonly rows: readonly Json[]
  readonly columns: readonly SheetColumn[]
  readonly addRows: boolean
  /** Writes all rows; null where nothing can be edited. */
  readonly onRows: ((rows: readonly Json[]) => void) | null
  readonly locale: Locale
}

/** A cell that is being edited. `quick`: it began with a key, so that arrows leave it. */
export interface CellEdit {
  readonly text: string
  readonly quick: boolean
}

export interface SheetState {
  readonly active: CellPlace
  readonly block: CellBlock
  readonly edit: CellEdit | null
  /** Read out when it changes. */
  readonly said: string
  /** Goes to a cell within the sheet; `extend` keeps the other corner of what is selected. */
  go(place: CellPlace, extend?: boolean): void
  selectAll(): void
  /** Begins to edit the active cell, with its own text or with what was typed. A truth value changes at once. */
  begin(typed?: string): void
  toggle(place: CellPlace): void
  /** Writes what was typed and goes on by so many cells; false where the column takes no such text. */
  commit(text: string, down: number, along: number): boolean
  cancel(): void
  clear(): void
  copy(): string
  paste(text: string): void
  add(): void
  /** The rows of the selection. */
  remove(): void
}

/** What is selected and edited in a sheet, and what each key and button does. */
export function useSheet({ rows, columns, addRows, onRows, locale }: SheetInput): SheetState {
  const say = useSay()
  const [corner, setCorner] = useState<CellPlace>({ row: 0, column: 0 })
  const [other, setOther] = useState<CellPlace>(corner)
  const [edit, setEdit] = useState<CellEdit | null>(null)
  const [said, setSaid] = useState('')

  const within = ({ row, column }: CellPlace): CellPlace => ({
    row: Math.max(0, Math.min(rows.length - 1, row)),
    column: Math.max(0, Math.min(columns.length - 1, column)),
  })
  const active = within(corner)
  const block = blockOf(active, within(other))
  const column = columns[active.column]
  const editable = onRows !== null && column !== undefined && column.compute === null && active.row < rows.length

  const go = (place: CellPlace, extend = false): void => {
    const next = within(place)
    setCorner(next)
    if (!extend) setOther(next)
    setEdit(null)
  }
  const write = (place: CellPlace, value: Json): void => {
    const at = columns[place.column]
    if (!at || !onRows) return
    const next = writeCell(rows, at, place.row, value)
    if (next !== rows) onRows(next)
  }
  const toggle = (place: CellPlace): void => {
    const at = columns[place.column]
    if (at?.type === 'bool' && !at.compute) write(place, cellValue(at, rows, place.row) !== true)
  }
  return {
    active,
    block,
    edit,
    said,
    go,
    selectAll() {
      setOther({ row: 0, column: 0 })
      setCorner({ row: rows.length - 1, column: columns.length - 1 })
    },
    begin(typed) {
      if (!column || !editable) {
        setSaid(onRows === null ? say('This sheet cannot be changed.') : column?.compute ? say('{name} is computed.', { name: column.label }) : '')
        return
      }
      if (column.type === 'bool') {
        if (typed === undefined || typed === ' ') toggle(active)
        return
      }
      setSaid('')
      setEdit({ text: typed ?? typedText(cellValue(column, rows, active.row), column.type, locale), quick: typed !== undefined })
    },
    toggle,
    commit(text, down, along) {
      if (!column || !edit) return true
      const value = parseCell(text, column.type, locale)
      if (value === undefined) {
        setSaid(column.type === 'date' ? say('Write a date like 2026-01-31.') : say('Write a number.'))
        return false
      }
      // What was not touched is not written: a value that its text does not say whole stays as it is.
      if (edit.quick || text !== edit.text) write(active, value)
      setSaid('')
      go({ row: active.row + down, column: active.column + along })
      return true
    },
    cancel: () => setEdit(null),
    clear() {
      if (onRows && rows.length > 0) onRows(clearBlock(rows, columns, block))
    },
    copy() {
      const lines: string[][] = []
      for (let row = block.top; row <= block.bottom && row < rows.length; row++)
        lines.push(columns.slice(block.left, block.right + 1).map(each => typedText(cellValue(each, rows, row), each.type, locale)))
      return writeTabSeparated(lines)
    },
    paste(text) {
      if (!onRows) return
      const pasted = pasteBlock(rows, columns, { row: rows.length === 0 ? 0 : block.top, column: block.left }, readTabSeparated(text), {
        grow: addRows,
        locale,
      })
      onRows(pasted.rows)
      setCorner({ row: pasted.block.top, column: pasted.block.left })
      setOther({ row: pasted.block.bottom, column: pasted.block.right })
      setSaid(pasted.left === 0 ? '' : say('{count} of the pasted cells did not fit and were left out.', { count: pasted.left }))
    },
    add() {
      if (!onRows) return
      onRows([...rows, newRow(rows, columns)])
      const first = {
        row: rows.length,
        column: Math.max(
          0,
          columns.findIndex(each => each.compute === null),
        ),
      }
      setCorner(first)
      setOther(first)
      setEdit(null)
      setSaid(say('Row {number} added.', { number: rows.length + 1 }))
    },
    remove() {
      if (!onRows || rows.length === 0) return
      const count = block.bottom - block.top + 1
      onRows(rows.toSpliced(block.top, count))
      setOther(active)
      setEdit(null)
      setSaid(count === 1 ? say('Row removed.') : say('{count} rows removed.', { count }))
    },
  }
}
