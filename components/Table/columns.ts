import type { TableProps } from '../../schema/generated/props.ts'
import { isRecord, readField } from '../read-field.ts'
import type { ValueFormat } from '../value-format.ts'

type Given<Node> = NonNullable<TableProps<Node>['columns']>[number]

/** One column, whole: what the author left out is filled in. */
export interface Column<Node> {
  readonly field: string
  readonly label: string
  readonly format: ValueFormat
  readonly currency: string | undefined
  readonly align: 'start' | 'center' | 'end'
  readonly sortable: boolean
  /** Pixels. */
  readonly width: number | undefined
  readonly cell: ((index: number) => Node | undefined) | undefined
}

const widths: ReadonlyMap<unknown, number> = new Map([
  ['s', 96],
  ['m', 160],
  ['l', 280],
  ['xl', 400],
])
const numeric: ReadonlySet<ValueFormat> = new Set(['number', 'money', 'percent'])

/** The columns that can be drawn; what has no field, as while an app streams, is left out. */
export function readColumns<Node>(given: readonly Given<Node>[] | undefined, rows: readonly unknown[]): Column<Node>[] {
  if (!Array.isArray(given)) return []
  return (given as readonly Given<Node>[])
    .filter(column => isRecord(column) && typeof column.field === 'string')
    .map(column => {
      const format = column.format ?? 'text'
      return {
        field: column.field,
        label: column.label ?? labelOf(column.field),
        format,
        currency: column.currency,
        align: column.align ?? (numeric.has(format) || holdsNumbers(rows, column.field, format) ? 'end' : 'start'),
        sortable: column.sortable !== false,
        width: typeof column.width === 'number' && column.width > 0 ? Math.min(800, column.width) : widths.get(column.width),
        cell: typeof column.cell === 'function' ? column.cell : undefined,
      }
    })
}

/** `author.firstName` → `First name`. */
export function labelOf(field: string): string {
  const words = (field.split('.').at(-1) ?? field)
    .replaceAll(/[_-]+/g, ' ')
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A text column whose first values are all numbers is aligned as one. */
function holdsNumbers(rows: readonly unknown[], field: string, format: ValueFormat): boolean {
  if (format !== 'text') return false
  const values = rows
    .slice(0, 20)
    .map(row => readField(row, field))
    .filter(value => value !== null)
  return values.length > 0 && values.every(value => typeof value === 'number')
}
