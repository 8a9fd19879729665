/** Tables as text (RFC 4180, and what spreadsheets make of it). */
import Papa from 'papaparse'
import { ToolFailure } from '../engine/ports.ts'
import type { Json, JsonObject } from '../schema/json/json.ts'
import { LIMITS } from '../schema/limits.ts'
import { listOf, type Tool, textOf } from './tool.ts'

/** The rows as records, the first line naming the fields; numbers stay text, as they were written. */
export function parseCsv(text: string): Json {
  const { data, meta, errors } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: 'greedy' })
  if (data.length > LIMITS.listElements) throw new ToolFailure('too-many-rows', `The table has ${data.length} rows; an app takes ${LIMITS.listElements}.`)
  const broken = errors.find(error => error.type === 'Quotes')
  if (broken) throw new ToolFailure('bad-csv', `The table cannot be read: ${broken.message} (row ${(broken.row ?? 0) + 1}).`)
  return data.map(row => Object.fromEntries((meta.fields ?? []).map(field => [field, row[field] ?? ''])))
}

export const csvParse: Tool = args => parseCsv(textOf(args.text))

/** A cell that a spreadsheet would take for a formula is written as text (S52). */
function safeCell(value: Json): string | number | boolean | null {
  if (typeof value === 'number' || typeof value === 'boolean') return value
  const text = textOf(value)
  return /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+([.,]\d+)?$/.test(text) ? `'${text}` : text
}

export const csvFormat: Tool = args => {
  const rows = listOf(args.rows).filter((row): row is JsonObject => row !== null && typeof row === 'object' && !Array.isArray(row))
  const columns = Array.isArray(args.columns) ? args.columns.map(textOf) : Object.keys(rows[0] ?? {})
  return Papa.unparse(
    {
      fields: columns.map(column => String(safeCell(column))),
      data: rows.map(row => columns.map(column => safeCell(Object.hasOwn(row, column) ? (row[column] ?? null) : null))),
    },
    { newline: '\n' },
  )
}
