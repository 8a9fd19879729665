/** From records to what a chart draws. Pure. */
import type { ChartProps } from '../../schema/generated/props.ts'
import { asList, asNumber, isRecord, readField } from '../read-field.ts'
import { labelOf } from '../Table/columns.ts'
import { textOf } from '../text-of.ts'
import { cssColor, seriesColor } from '../theme/color.ts'
import { type FormatLocale, formatValue } from '../value-format.ts'
import { type Say, sayInEnglish } from '../words/say.ts'

export type ChartKind = NonNullable<ChartProps['kind']>

export interface ChartSeries {
  /** Names its numbers in `ChartPoint.values`; made here, never an app's text. */
  readonly id: string
  readonly label: string
  /** CSS, from `theme/color.ts`. */
  readonly color: string
  readonly kind: 'line' | 'bar' | 'area'
}

export interface ChartPoint {
  /** What stands on the axis. */
  readonly label: string
  /** The number there, for kinds with two numeric axes. */
  readonly x: number | null
  readonly values: Readonly<Record<string, number | null>>
  /** Its place in the given records; with `series`, of the first one. */
  readonly row: number
}

export interface ChartModel {
  readonly series: readonly ChartSeries[]
  readonly points: readonly ChartPoint[]
  /** There is a number to draw. */
  readonly drawable: boolean
}

/** More points than pixels say nothing more. */
export const mostPoints = 2_000

export function chartModel(props: Pick<ChartProps, 'kind' | 'data' | 'x' | 'y' | 'series'>, locale: FormatLocale): ChartModel {
  const rows = asList(props.data)
  const kind = props.kind ?? 'bar'
  const fields = readFields(props.y, kind === 'line' || kind === 'area' ? kind : 'bar')
  const label = axisLabels(rows, props.x ?? '', locale)
  const points =
    props.series && fields[0]
      ? pivot(rows, props.x ?? '', props.series, fields[0], label)
      : {
          series: fields.map(({ field: _, ...series }) => series),
          points: rows.map((row, index) => ({
            label: label(row),
            x: asNumber(readField(row, props.x ?? '')),
            values: Object.fromEntries(fields.map(({ id, field }) => [id, asNumber(readField(row, field))])),
            row: index,
          })),
        }
  const thinned = thin(points.points, points.series[0]?.id)
  return {
    series: points.series,
    points: thinned,
    drawable: thinned.some(point => Object.values(point.values).some(value => value !== null)),
  }
}

interface Field extends ChartSeries {
  readonly field: string
}

function readFields(y: ChartProps['y'], kind: ChartSeries['kind']): Field[] {
  const given: readonly unknown[] = typeof y === 'string' ? [y] : asList(y)
  return given
    .map(entry => (typeof entry === 'string' ? { field: entry } : entry))
    .filter((entry): entry is { field: string; label?: unknown; kind?: unknown; color?: unknown } => isRecord(entry) && typeof entry.field === 'string')
    .map((entry, index) => ({
      id: `s${index}`,
      field: entry.field,
      label: typeof entry.label === 'string' ? entry.label : labelOf(entry.field),
      color: cssColor(entry.color) ?? seriesColor(index),
      kind: entry.kind === 'line' || entry.kind === 'bar' || entry.kind === 'area' ? entry.kind : kind,
    }))
}

/** One series for each value of a field, one point for each place on the axis; both in order of first appearance. */
function pivot(
  rows: readonly unknown[],
  x: string,
  by: string,
  field: Field,
  label: (row: unknown) => string,
): { series: ChartSeries[]; points: ChartPoint[] } {
  const series = new Map<string, ChartSeries>()
  const points = new Map<string, { label: string; x: number | null; values: Record<string, number | null>; row: number }>()
  rows.forEach((row, index) => {
    const name = textOf(readField(row, by))
    const known = series.get(name) ?? {
      id: `s${series.size}`,
      label: name === '' ? '–' : name,
      color: seriesColor(series.size),
      kind: field.kind,
    }
    series.set(name, known)
    const place = textOf(readField(row, x))
    const point = points.get(place) ?? { label: label(row), x: asNumber(readField(row, x)), values: {}, row: index }
    points.set(place, point)
    const value = asNumber(readField(row, field.field))
    if (value !== null) point.values[known.id] = (point.values[known.id] ?? 0) + value
  })
  for (const point of points.values()) for (const { id } of series.values()) point.values[id] ??= null
  return { series: [...series.values()], points: [...points.values()] }
}

/** Dates are written short; what is no date stands as it is. */
function axisLabels(rows: readonly unknown[], field: string, locale: FormatLocale): (row: unknown) => string {
  const values = rows.map(row => readField(row, field))
  const dates = values.length > 0 && values.every(value => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)))
  if (!dates) return row => formatValue(readField(row, field), 'text', locale)
  const years = new Set(values.map(value => String(value).slice(0, 4)))
  const format = new Intl.DateTimeFormat(safeLanguage(locale.language), {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
    ...(years.size > 1 ? { year: '2-digit' } : {}),
  })
  return row => format.format(Date.parse(String(readField(row, field))))
}

function safeLanguage(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en-US'
  } catch {
    return 'en-US'
  }
}

/** At most `mostPoints`, keeping the highest and the lowest of each stretch, so that peaks stay. */
export function thin(points: readonly ChartPoint[], id: string | undefined): readonly ChartPoint[] {
  if (points.length <= mostPoints) return points
  const kept: ChartPoint[] = []
  const stretches = mostPoints / 2
  for (let stretch = 0; stretch < stretches; stretch++) {
    const from = Math.floor((stretch * points.length) / stretches)
    const to = Math.floor(((stretch + 1) * points.length) / stretches)
    let low = from
    let high = from
    for (let index = from; index < to; index++) {
      if (valueAt(points, index, id) < valueAt(points, low, id)) low = index
      if (valueAt(points, index, id) > valueAt(points, high, id)) high = index
    }
    for (const index of low === high ? [low] : [Math.min(low, high), Math.max(low, high)]) kept.push(points[index]!)
  }
  return kept
}

function valueAt(points: readonly ChartPoint[], index: number, id: string | undefined): number {
  return (id === undefined ? null : points[index]?.values[id]) ?? 0
}

export interface Slice {
  readonly label: string
  readonly value: number
  readonly color: string
  /** Its place in the given records; null for what the small ones were gathered in. */
  readonly row: number | null
}

const mostSlices = 10

/** The slices of a pie: what is above zero, in order; beyond ten, the smallest are gathered in one. */
export function slices(model: ChartModel, say: Say = sayInEnglish): Slice[] {
  const id = model.series[0]?.id ?? ''
  const all = model.points
    .map(point => ({ label: point.label === '' ? '–' : point.label, value: point.values[id] ?? 0, row: point.row }))
    .filter(slice => slice.value > 0)
  if (all.length <= mostSlices) return all.map((slice, index) => ({ ...slice, color: seriesColor(index) }))
  const kept = new Set(all.toSorted((a, b) => b.value - a.value).slice(0, mostSlices - 1))
  const large = all.filter(slice => kept.has(slice)).map((slice, index) => ({ ...slice, color: seriesColor(index) }))
  const rest = all.filter(slice => !kept.has(slice)).reduce((sum, slice) => sum + slice.value, 0)
  return [...large, { label: say('Other'), value: rest, color: 'var(--palette-gray)', row: null }]
}
