import { asList, readField } from '../read-field.ts'
import { type FormatLocale, formatValue, type ValueFormat } from '../value-format.ts'
import { createRanks, inOrder } from './sort-ranks.ts'

export interface ArrangedColumn {
  readonly field: string
  readonly format?: ValueFormat | undefined
  readonly currency?: string | undefined
}

export interface Sort {
  readonly field: string
  readonly direction: 'up' | 'down'
}

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
  textOf: (row: unknown) => string = createRowText(columns, locale),
  ranksOf = createRanks(rows, locale),
): number[] {
  const words = fold(query)
    .split(/\s+/)
    .filter(word => word !== '')
  let indices = rows.map((_, index) => index)
  if (words.length > 0)
    indices = indices.filter(index => {
      const text = textOf(rows[index])
      return words.every(word => text.includes(word))
    })
  return sort ? inOrder(indices, ranksOf(sort.field), sort.direction) : indices
}

/**
 * What a search looks at of a row: all that the columns show of it. A record is read once; what changes in it makes it another
 * record.
 */
export function createRowText(columns: readonly ArrangedColumn[], locale: FormatLocale): (row: unknown) => string {
  const texts = new WeakMap<object, string>()
  const read = (row: unknown): string => fold(columns.map(column => shownText(row, column, locale)).join('\n'))
  return row => {
    if (typeof row !== 'object' || row === null) return read(row)
    let text = texts.get(row)
    if (text === undefined) {
      text = read(row)
      texts.set(row, text)
    }
    return text
  }
}

/** Upper and lower case, and accents, are the same to a search. */
function fold(text: string): string {
  if (/^[\0-\x7f]*$/.test(text)) return text.toLowerCase()
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

export interface Page {
  /** From 0; clamped to the pages that there are. */
  readonly page: number
  readonly pages: number
  readonly indices: readonly number[]
}

/** Without a page size all rows are one page. */
export function pageOf(indices: readonly number[], wanted: number, pageSize: number | undefined): Page {
  const size = pageSize !== undefined && pageSize >= 1 ? Math.floor(pageSize) : Math.max(1, indices.length)
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
