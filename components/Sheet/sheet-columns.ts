import type { SheetProps } from '../../schema/generated/props.ts'
import type { Json } from '../../schema/json/json.ts'
import type { Locale } from '../locale.ts'
import { numberText } from '../NumberField/number-text.ts'
import { isRecord, readField } from '../read-field.ts'
import { labelOf } from '../Table/columns.ts'
import { textOf } from '../text-of.ts'
import { formatValue } from '../value-format.ts'

export type CellType = 'text' | 'number' | 'money' | 'percent' | 'bool' | 'date'

export interface SheetColumn {
  readonly field: string
  readonly label: string
  readonly type: CellType
  /** What computes its cells, by the row's place; null where they are edited. */
  readonly compute: ((row: number) => Json | undefined) | null
  readonly align: 'start' | 'center' | 'end'
  /** Pixels, at least. */
  readonly width: number
}

const widths: Readonly<Record<CellType, number>> = { text: 140, number: 80, money: 96, percent: 76, bool: 64, date: 112 }
const types: ReadonlySet<string> = new Set(Object.keys(widths))

/** The columns that can be drawn; what has no field, as while an app streams, is left out. */
export function sheetColumns(given: SheetProps['columns']): readonly SheetColumn[] {
  if (!Array.isArray(given)) return []
  return (given as NonNullable<SheetProps['columns']>)
    .filter(column => isRecord(column) && typeof column.field === 'string')
    .map(column => {
      const type = types.has(column.type ?? '') ? (column.type as CellType) : 'text'
      return {
        field: column.field,
        label: textOf(column.label) || labelOf(column.field),
        type,
        compute: typeof column.formula === 'function' ? column.formula : null,
        align: type === 'bool' ? 'center' : type === 'number' || type === 'money' || type === 'percent' ? 'end' : 'start',
        width: widths[type],
      }
    })
}

/** The value that a cell shows; what a formula cannot compute is null. */
export function cellValue(column: SheetColumn, rows: readonly Json[], row: number): unknown {
  return column.compute ? (column.compute(row) ?? null) : readField(rows[row], column.field)
}

/** A value as its cell shows it. */
export function cellText(value: unknown, type: CellType, locale: Locale): string {
  return formatValue(value, type, locale)
}

/** A value as it is typed and copied: numbers without signs, a date as YYYY-MM-DD. */
export function typedText(value: unknown, type: CellType, locale: Locale): string {
  if (value === null || value === undefined) return ''
  if (type === 'bool') return value === true ? 'Yes' : 'No'
  if (typeof value === 'number' && type !== 'text' && type !== 'date')
    return `${numberText(locale.language, { format: type }).write(value)}${type === 'percent' ? '%' : ''}`
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** What a typed or pasted text says in a column; undefined where it says nothing of the kind. */
export function parseCell(text: string, type: CellType, locale: Locale): Json | undefined {
  const bare = text.trim()
  switch (type) {
    case 'text':
      return text
    case 'bool':
      return /^(?:yes|true|1|x|✓)$/i.test(bare) ? true : /^(?:no|false|0|)$/i.test(bare) ? false : undefined
    case 'date':
      return bare === '' ? null : isDay(bare) ? bare : undefined
    default: {
      const number = numberText(locale.language, { format: type }).parse(bare.replace(/[%\p{Sc}]/gu, ''))
      return number === 'unfinished' ? undefined : number
    }
  }
}

function isDay(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00Z`) : Number.NaN
  // `2026-02-30` is read as 2 March.
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

/** What a cell holds where nothing was entered. */
export function emptyCell(type: CellType): Json {
  return type === 'text' ? '' : type === 'bool' ? false : null
}
