/** The rows of a sheet as they become by an edit. Pure: rows are shared where nothing about them changed. */
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { LIMITS } from '../../schema/limits.ts'
import type { Locale } from '../locale.ts'
import { isRecord } from '../read-field.ts'
import { emptyCell, parseCell, type SheetColumn } from './sheet-columns.ts'

export interface CellPlace {
  readonly row: number
  readonly column: number
}

/** A block of cells, its edges included. */
export interface CellBlock {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export function blockOf(one: CellPlace, other: CellPlace): CellBlock {
  return {
    top: Math.min(one.row, other.row),
    bottom: Math.max(one.row, other.row),
    left: Math.min(one.column, other.column),
    right: Math.max(one.column, other.column),
  }
}

/** A copy of the record with one field written; dots lead into records, where no field is called so as a whole. */
export function writeField(record: JsonObject, field: string, value: Json): JsonObject {
  const dot = field.indexOf('.')
  if (dot < 0 || Object.hasOwn(record, field)) return { ...record, [field]: value }
  const name = field.slice(0, dot)
  const inner = Object.hasOwn(record, name) ? record[name] : null
  return { ...record, [name]: writeField(isRecord(inner) ? (inner as JsonObject) : {}, field.slice(dot + 1), value) }
}

/** The rows with one cell written; the same rows where it is no record, or computed. */
export function writeCell(rows: readonly Json[], column: SheetColumn, row: number, value: Json): readonly Json[] {
  const record = rows[row]
  if (column.compute || !isRecord(record)) return rows
  return rows.with(row, writeField(record as JsonObject, column.field, value))
}

/** The rows with every cell of a block emptied that is not computed. */
export function clearBlock(rows: readonly Json[], columns: readonly SheetColumn[], block: CellBlock): readonly Json[] {
  return rows.map((record, row) => {
    if (row < block.top || row > block.bottom || !isRecord(record)) return record
    let next = record as JsonObject
    for (const column of columns.slice(block.left, block.right + 1)) if (!column.compute) next = writeField(next, column.field, emptyCell(column.type))
    return next
  })
}

/**
 * A row with nothing in it: the fields that the row before it has, else those of the columns, and an `id` of its own unless the
 * rows get along without.
 */
export function newRow(rows: readonly Json[], columns: readonly SheetColumn[]): JsonObject {
  const like = rows.findLast(isRecord) as JsonObject | undefined
  let record: JsonObject = {}
  for (const [name, value] of Object.entries(like ?? {})) record = { ...record, [name]: emptyLike(value) }
  for (const column of columns) if (!column.compute) record = writeField(record, column.field, emptyCell(column.type))
  const needsId = like === undefined || (Object.hasOwn(like, 'id') && (typeof like.id === 'string' || typeof like.id === 'number'))
  if (!needsId || columns.some(column => column.field === 'id')) return record
  return { ...record, id: freeId(rows, typeof like?.id === 'number') }
}

function emptyLike(value: Json): Json {
  if (typeof value === 'string') return ''
  if (typeof value === 'boolean') return false
  return Array.isArray(value) ? [] : null
}

function freeId(rows: readonly Json[], asNumber: boolean): string | number {
  const taken = new Set(rows.map(row => (isRecord(row) && Object.hasOwn(row, 'id') ? String(row.id) : '')))
  let next = rows.length + 1
  while (taken.has(asNumber ? `${next}` : `row-${next}`)) next++
  return asNumber ? next : `row-${next}`
}

export interface PasteResult {
  readonly rows: readonly Json[]
  /** The cells that were written. */
  readonly block: CellBlock
  /** How many cells of what was pasted found no place, or said nothing that their column takes. */
  readonly left: number
}

/** Writes a block of texts with its upper corner at `at`. Rows are added where `grow`, and never more than a list may have. */
export function pasteBlock(
  rows: readonly Json[],
  columns: readonly SheetColumn[],
  at: CellPlace,
  texts: readonly (readonly string[])[],
  { grow, locale }: { readonly grow: boolean; readonly locale: Locale },
): PasteResult {
  const next = [...rows]
  let left = 0
  for (const [down, line] of texts.entries()) {
    const row = at.row + down
    if (row >= next.length) {
      if (!grow || next.length >= LIMITS.listElements) {
        left += line.length
        continue
      }
      next.push(newRow(next, columns))
    }
    for (const [along, text] of line.entries()) {
      const column = columns[at.column + along]
      const value = column && !column.compute ? parseCell(text, column.type, locale) : undefined
      if (!column || value === undefined || !isRecord(next[row])) left++
      else next[row] = writeField(next[row] as JsonObject, column.field, value)
    }
  }
  const widest = Math.max(1, ...texts.map(line => line.length))
  return {
    rows: next,
    block: {
      top: at.row,
      left: at.column,
      bottom: Math.max(at.row, Math.min(next.length - 1, at.row + texts.length - 1)),
      right: Math.max(at.column, Math.min(columns.length - 1, at.column + widest - 1)),
    },
    left,
  }
}
