import type { Json } from '../../schema/json/json.ts'
import { asList, asNumber, isRecord, readField } from '../read-field.ts'

export interface HeatCell {
  readonly x: number
  readonly y: number
  readonly value: number | null
  /** 0 for nothing, then 1 to 4. */
  readonly level: 0 | 1 | 2 | 3 | 4
  readonly label: string
  /** As the app gave it. */
  readonly whole: Json
}

export interface HeatRows {
  readonly columns: number
  /** Rows from the top, each with a place for every column; null where there is no cell. */
  readonly rows: readonly (readonly (HeatCell | null)[])[]
}

const mostColumns = 400
const mostRows = 100

/** Cells by their places. What has no place from 0 on is left out; of two at one place the later one stays. */
export function heatRows(given: unknown, max: unknown): HeatRows {
  const records = asList(given).filter(cell => isRecord(cell) && isPlace(readField(cell, 'x'), mostColumns) && isPlace(readField(cell, 'y'), mostRows))
  const values = records.map(record => asNumber(readField(record, 'value')) ?? (readField(record, 'value') === true ? 1 : null))
  const highest = asNumber(max) ?? values.reduce<number>((most, value) => Math.max(most, value ?? 0), 0)
  const columns = records.reduce<number>((most, record) => Math.max(most, Number(readField(record, 'x')) + 1), 0)
  const height = records.reduce<number>((most, record) => Math.max(most, Number(readField(record, 'y')) + 1), 0)
  const rows: (HeatCell | null)[][] = Array.from({ length: height }, () => Array.from({ length: columns }, () => null))
  records.forEach((record, index) => {
    const x = Number(readField(record, 'x'))
    const y = Number(readField(record, 'y'))
    const value = values[index] ?? null
    const label = readField(record, 'label')
    const row = rows[y]
    if (row)
      row[x] = {
        x,
        y,
        value,
        level: levelOf(value, highest),
        label: typeof label === 'string' && label !== '' ? label : String(value ?? 'none'),
        whole: record as Json,
      }
  })
  return { columns, rows }
}

function isPlace(value: unknown, below: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < below
}

function levelOf(value: number | null, highest: number): HeatCell['level'] {
  if (value === null || value <= 0 || highest <= 0) return 0
  return Math.min(4, Math.max(1, Math.ceil((value / highest) * 4))) as HeatCell['level']
}

type Step = readonly [dx: -1 | 0 | 1, dy: -1 | 0 | 1]

/** The next cell from a place in a direction, over gaps; null at the edge. */
export function nextCell({ rows, columns }: HeatRows, from: { readonly x: number; readonly y: number }, [dx, dy]: Step): HeatCell | null {
  let x = from.x + dx
  let y = from.y + dy
  while (x >= 0 && x < columns && y >= 0 && y < rows.length) {
    const cell = rows[y]?.[x]
    if (cell) return cell
    x += dx
    y += dy
  }
  return null
}
