import { asList, readField } from '../read-field.ts'
import { createCompare, type FormatLocale, formatValue, type ValueFormat } from '../value-format.ts'

export interface ArrangedColumn {
  readonly field: string
  readonly format?: ValueFormat | undefined
  readonly currency?: string | undefined
}

export interface Sort {
  readonly field: string
  readonly direction: 'up' | 'down'
}

/** Beyond this many rows without a page size, they are shown `automaticPage` at a time. */
export const rowsWithoutPages = 200
const automaticPage = 100

/** What a column shows of a record, as text. */
export function shownText(row: unknown, column: ArrangedColumn, locale: FormatLocale): string {
  return formatValue(readField(row, column.field), column.format ?? 'text', locale, column.currency)
}

/**
 * The indices of the rows that are shown, in order: those of which what the columns show contains every word of
 * `query`, sorted by value. Sorting is stable, and missing values stand last in both directions.
 */
export function arrangeRows(
  rows: readonly unknown[],
  columns: readonly ArrangedColumn[],
  { query, sort }: { readonly query: string; readonly sort: Sort | null },
  locale: FormatLocale,
): number[] {
  const words = fold(query)
    .split(/\s+/)
    .filter(word => word !== '')
  let indices = rows.map((_, index) => index)
  if (words.length > 0)
    indices = indices.filter(index => {
      const text = fold(columns.map(column => shownText(rows[index], column, locale)).join('\n'))
      return words.every(word => text.includes(word))
    })
  if (sort) {
    const compare = createCompare(locale, sort.direction)
    const values = rows.map(row => readField(row, sort.field))
    indices.sort((a, b) => compare(values[a], values[b]) || a - b)
  }
  return indices
}

/** Upper and lower case, and accents, are the same to a search. */
function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

export interface Page {
  /** From 0; clamped to the pages that there are. */
  readonly page: number
  readonly pages: number
  readonly indices: readonly number[]
}

export function pageOf(indices: readonly number[], wanted: number, pageSize: number | undefined): Page {
  const size = pageSize !== undefined && pageSize >= 1 ? Math.floor(pageSize) : indices.length > rowsWithoutPages ? automaticPage : Math.max(1, indices.length)
  const pages = Math.max(1, Math.ceil(indices.length / size))
  const page = Math.min(Math.max(0, wanted), pages - 1)
  return { page, pages, indices: indices.slice(page * size, (page + 1) * size) }
}

/** The key of a row: its `key` field, `id` where none is named, else its place. */
export function rowKey(row: unknown, index: number, key: string | undefined): string | number {
  const value = readField(row, key ?? 'id')
  return typeof value === 'string' || typeof value === 'number' ? value : index
}

/** The selected keys out of what a `bind` holds: one key, or a list of them. */
export function selectedKeys(value: unknown): ReadonlySet<unknown> {
  if (value === null || value === undefined) return new Set()
  return new Set(Array.isArray(value) ? asList(value) : [value])
}
