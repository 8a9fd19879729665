/** Tables as text (RFC 4180, and what spreadsheets make of it). */
import Papa from 'papaparse'
import { ToolFailure } from '../engine/ports.ts'
import type { Json, JsonObject } from '../schema/json/json.ts'
import { LIMITS } from '../schema/limits.ts'
import { listOf, type Tool, textOf } from './tool.ts'

/** The rows as records, the first line naming the fields; numbers stay text, as they were written. */
export function parseCsv(text: string): Json {
  // Papaparse's own records are ordinary objects, in which `__proto__` and `toString` are not the table's.
  const { data, errors } = Papa.parse<readonly string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' })
  const [head = [], ...rows] = data
  if (rows.length > LIMITS.listElements) throw new ToolFailure('too-many-rows', `The table has ${rows.length} rows; an app takes ${LIMITS.listElements}.`)
  const broken = errors.find(error => error.type === 'Quotes')
  if (broken) throw new ToolFailure('bad-csv', `The table cannot be read: ${broken.message} (row ${(broken.row ?? 0) + 1}).`)
  const fields = distinct(head)
  return rows.map(row => Object.fromEntries(fields.map((field, at) => [field, row[at] ?? ''])))
}

/** A name that stands twice gets a number: `price`, `price_1`. */
function distinct(names: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return names.map(name => {
    let own = name
    for (let count = 1; taken.has(own); count++) own = `${name}_${count}`
    taken.add(own)
    return own
  })
}

export const csvParse: Tool = args => parseCsv(textOf(args.text))

/** A cell that a spreadsheet would take for a formula is written as text (S52). */
function safeCell(value: Json): string | number | boolean | null {
  if (typeof value === 'number' || typeof value === 'boolean') return value
  const text = textOf(value)
  return /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+([.,]\d+)?$/.test(text) ? `'${text}` : text
}

/** `columns` null: those of the first row. */
export function formatCsv(list: readonly Json[], given: readonly string[] | null): string {
  const rows = list.filter((row): row is JsonObject => row !== null && typeof row === 'object' && !Array.isArray(row))
  const columns = given ?? Object.keys(rows[0] ?? {})
  return Papa.unparse(
    {
      fields: columns.map(column => String(safeCell(column))),
      data: rows.map(row => columns.map(column => safeCell(Object.hasOwn(row, column) ? (row[column] ?? null) : null))),
    },
    { newline: '\n' },
  )
}

export const csvFormat: Tool = args => formatCsv(listOf(args.rows), Array.isArray(args.columns) ? args.columns.map(textOf) : null)
