import {
  Area,
  Bar,
  CartesianGrid,
  Cell,
  ComposedChart,
  Line,
  Pie,
  PieChart,
  PolarAngleAxis,
  PolarGrid,
  PolarRadiusAxis,
  Radar,
  RadarChart,
  ReferenceLine,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { axisTicks } from './axis-ticks.ts'
import type { ChartKind, ChartModel, ChartPoint, Slice } from './chart-model.ts'

export interface ChartPlotProps {
  readonly kind: ChartKind
  readonly model: ChartModel
  readonly slices: readonly Slice[]
  readonly stacked: boolean
  readonly target: number | null
  /** A number as text, `short` for axes. */
  readonly write: (value: number, short?: boolean) => string
  /** Pixels. */
  readonly height: number
  /** Gets the place of a record. */
  readonly onPress: ((row: number) => void) | undefined
}

const tick = { fill: 'var(--text-2)', fontSize: 12 }
const margin = { top: 10, right: 14, bottom: 0, left: 0 }
// Places that a first drawing has before its box was measured (and where nothing measures, as in tests).
const firstSize = (height: number) => ({ width: 480, height })

/** The picture itself, drawn by recharts. It is hidden from screen readers, so nothing in it can have the focus. */
export function ChartPlot(props: ChartPlotProps) {
  return (
    <ResponsiveContainer width="100%" height={props.height} minWidth={0} initialDimension={firstSize(props.height)}>
      {props.kind === 'pie' || props.kind === 'donut'
        ? pie(props)
        : props.kind === 'radar'
          ? radar(props)
          : props.kind === 'scatter'
            ? scatter(props)
            : composed(props)}
    </ResponsiveContainer>
  )
}

/** One flat record a point, as recharts reads them; the names are ours, never an app's. */
type Datum = { readonly label: string; readonly x: number | null; readonly row: number; readonly [series: `s${number}`]: number | null }

const toDatum = (point: ChartPoint): Datum => ({ ...point.values, label: point.label, x: point.x, row: point.row })

function pressAt(data: readonly Datum[], onPress: ChartPlotProps['onPress']) {
  if (!onPress) return {}
  return {
    style: { cursor: 'pointer' },
    onClick: (state: { readonly activeTooltipIndex?: number | string | null | undefined }) => {
      const datum = data[Number(state.activeTooltipIndex ?? Number.NaN)]
      if (datum) onPress(datum.row)
    },
  }
}

function composed({ model, stacked, target, write, onPress }: ChartPlotProps) {
  const data = model.points.map(toDatum)
  const bars = model.series.filter(series => series.kind === 'bar')
  const dots = data.length <= 24
  const ticks = axisTicks([...heights(model, stacked), ...(target === null ? [] : [target])])
  const small = (ticks[1] ?? 1) - (ticks[0] ?? 0) < 0.1
  return (
    <ComposedChart data={data} margin={margin} accessibilityLayer={false} barCategoryGap="24%" {...pressAt(data, onPress)}>
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis
        dataKey="label"
        tick={tick}
        tickLine={false}
        axisLine={{ stroke: 'var(--line)' }}
        minTickGap={10}
        tickMargin={6}
        tickFormatter={shorten}
        allowDuplicatedCategory
        {...(bars.length === 0 && data.length > 1 ? { padding: { left: 12, right: 12 } } : {})}
      />
      <YAxis
        tick={tick}
        tickLine={false}
        axisLine={false}
        width="auto"
        ticks={ticks}
        domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
        interval={0}
        tickFormatter={value => write(Number(value), !small)}
      />
      <Tooltip
        isAnimationActive={false}
        cursor={bars.length > 0 ? { fill: 'var(--hover)' } : { stroke: 'var(--line-strong)' }}
        content={({ active, label, payload }) => (active ? <Tip title={String(label ?? '')} rows={tipRows(payload, model, write)} /> : null)}
      />
      {model.series.map((series, index) => {
        const shared = { dataKey: series.id, name: series.label, isAnimationActive: false, ...(stacked ? { stackId: 'all' } : {}) }
        if (series.kind === 'bar')
          return <Bar key={series.id} {...shared} fill={series.color} maxBarSize={48} radius={!stacked || series === bars.at(-1) ? [4, 4, 0, 0] : 0} />
        const dot = dots ? { r: 2.5, fill: series.color, strokeWidth: 0 } : false
        const line = { stroke: series.color, strokeWidth: 2, dot, activeDot: { r: 4, strokeWidth: 0, fill: series.color } }
        if (series.kind === 'area') return <Area key={series.id} type="monotone" {...shared} {...line} fill={series.color} fillOpacity={stacked ? 0.5 : 0.14} />
        return <Line key={series.id} type="monotone" dataKey={series.id} name={series.label} isAnimationActive={false} connectNulls={index >= 0} {...line} />
      })}
      {target === null ? null : (
        <ReferenceLine
          y={target}
          stroke="var(--text-2)"
          strokeDasharray="4 4"
          ifOverflow="extendDomain"
          label={{
            value: write(target),
            position: 'insideBottomRight',
            fill: 'var(--text)',
            fontSize: 11,
            fontWeight: 550,
            stroke: 'var(--ground)',
            strokeWidth: 3,
            paintOrder: 'stroke',
          }}
        />
      )}
    </ComposedChart>
  )
}

/** How high the axis has to reach: each value, or what stands on each other at a place. */
function heights(model: ChartModel, stacked: boolean): number[] {
  const rows = model.points.map(point => model.series.map(({ id }) => point.values[id] ?? 0))
  if (!stacked) return rows.flat()
  return rows.flatMap(row => [row.filter(value => value > 0), row.filter(value => value < 0)].map(part => part.reduce((sum, value) => sum + value, 0)))
}

function pie({ kind, slices, write, onPress }: ChartPlotProps) {
  const data = slices.map(slice => ({ name: slice.label, value: slice.value, row: slice.row, color: slice.color }))
  const total = slices.reduce((sum, slice) => sum + slice.value, 0)
  return (
    <PieChart accessibilityLayer={false}>
      <Tooltip
        isAnimationActive={false}
        content={({ active, payload }) => {
          const slice = payload?.[0]?.payload as (typeof data)[number] | undefined
          if (!active || !slice) return null
          return (
            <Tip title="" rows={[{ label: slice.name, color: slice.color, text: `${write(slice.value)} · ${Math.round((slice.value / total) * 100)}%` }]} />
          )
        }}
      />
      <Pie
        data={data}
        dataKey="value"
        nameKey="name"
        innerRadius={kind === 'donut' ? '64%' : 0}
        outerRadius="96%"
        paddingAngle={data.length > 1 ? 1 : 0}
        cornerRadius={kind === 'donut' ? 3 : 0}
        stroke="var(--surface)"
        strokeWidth={data.length > 1 ? 1.5 : 0}
        rootTabIndex={-1}
        startAngle={90}
        endAngle={-270}
        isAnimationActive={false}
        {...(onPress
          ? {
              style: { cursor: 'pointer' },
              onClick: (_: unknown, index: number) => {
                const row = data[index]?.row
                if (row !== null && row !== undefined) onPress(row)
              },
            }
          : {})}
      >
        {data.map((slice, index) => (
          <Cell key={index} fill={slice.color} />
        ))}
      </Pie>
      {kind === 'donut' ? (
        <text x="50%" y="50%" textAnchor="middle" dominantBaseline="central" fill="var(--text)" fontSize={22} fontWeight={600}>
          {write(total, total >= 100_000)}
        </text>
      ) : null}
    </PieChart>
  )
}

function radar({ model, write, onPress }: ChartPlotProps) {
  const data = model.points.map(toDatum)
  return (
    <RadarChart data={data} accessibilityLayer={false} outerRadius="76%" {...pressAt(data, onPress)}>
      <PolarGrid stroke="var(--line)" />
      <PolarAngleAxis dataKey="label" tick={tick} tickFormatter={shorten} />
      <PolarRadiusAxis tick={false} axisLine={false} />
      <Tooltip
        isAnimationActive={false}
        content={({ active, label, payload }) => (active ? <Tip title={String(label ?? '')} rows={tipRows(payload, model, write)} /> : null)}
      />
      {model.series.map(series => (
        <Radar
          key={series.id}
          dataKey={series.id}
          name={series.label}
          stroke={series.color}
          strokeWidth={2}
          fill={series.color}
          fillOpacity={0.16}
          isAnimationActive={false}
        />
      ))}
    </RadarChart>
  )
}

function scatter({ model, target, write, onPress }: ChartPlotProps) {
  const data = model.points.filter(point => point.x !== null).map(toDatum)
  return (
    <ScatterChart margin={margin} accessibilityLayer={false}>
      <CartesianGrid stroke="var(--line)" />
      <XAxis dataKey="x" type="number" domain={['auto', 'auto']} tick={tick} tickLine={false} axisLine={{ stroke: 'var(--line)' }} tickMargin={6} />
      <YAxis type="number" tick={tick} tickLine={false} axisLine={false} width="auto" tickCount={5} tickFormatter={value => write(Number(value), true)} />
      <Tooltip
        isAnimationActive={false}
        cursor={false}
        content={({ active, payload }) => {
          const point = payload?.[0]?.payload as Datum | undefined
          if (!active || !point) return null
          const rows = model.series.map(series => ({ series, value: point[series.id as `s${number}`] ?? null })).filter(({ value }) => value !== null)
          return <Tip title={point.label} rows={rows.map(({ series, value }) => ({ label: series.label, color: series.color, text: write(value ?? 0) }))} />
        }}
      />
      {model.series.map(series => (
        <Scatter
          key={series.id}
          name={series.label}
          dataKey={series.id}
          data={data.filter(point => point[series.id as `s${number}`] !== null)}
          fill={series.color}
          fillOpacity={0.75}
          isAnimationActive={false}
          {...(onPress ? { style: { cursor: 'pointer' }, onClick: (node: { readonly payload?: unknown }) => onPress((node.payload as Datum).row) } : {})}
        />
      ))}
      {target === null ? null : <ReferenceLine y={target} stroke="var(--text-2)" strokeDasharray="4 4" ifOverflow="extendDomain" />}
    </ScatterChart>
  )
}

interface TipRow {
  readonly label: string
  readonly color: string
  readonly text: string
}

function tipRows(
  payload: readonly { readonly dataKey?: unknown; readonly value?: unknown }[] | undefined,
  model: ChartModel,
  write: ChartPlotProps['write'],
): TipRow[] {
  return (payload ?? []).flatMap(entry => {
    const series = model.series.find(({ id }) => id === entry.dataKey)
    return series && typeof entry.value === 'number' ? [{ label: series.label, color: series.color, text: write(entry.value) }] : []
  })
}

function Tip({ title, rows }: { readonly title: string; readonly rows: readonly TipRow[] }) {
  if (rows.length === 0) return null
  return (
    <div className="cy-chart-tip">
      {title === '' ? null : <div className="cy-chart-tip-title">{title}</div>}
      {rows.map((row, index) => (
        <div key={index} className="cy-chart-tip-row">
          <span className="cy-chart-dot" style={{ background: row.color }} />
          <span>{row.label}</span>
          <strong>{row.text}</strong>
        </div>
      ))}
    </div>
  )
}

function shorten(text: unknown): string {
  const whole = String(text ?? '')
  return whole.length > 14 ? `${whole.slice(0, 13)}…` : whole
}
