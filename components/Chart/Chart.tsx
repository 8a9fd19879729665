import { lazy, type ReactNode, Suspense, useId, useMemo } from 'react'
import type { ChartProps } from '../../schema/generated/props.ts'
import type { Json } from '../../schema/json/json.ts'
import { useLocale } from '../locale.ts'
import { asList, asNumber } from '../read-field.ts'
import { rootProps } from '../root-props.ts'
import { formatNumber } from '../value-format.ts'
import { useSay } from '../words/say.ts'
import { ChartData } from './ChartData.tsx'
import { chartModel, slices } from './chart-model.ts'
import './Chart.css'

// The drawing library is large, and most apps have no chart.
const ChartPlot = lazy(async () => ({ default: (await import('./ChartPlot.tsx')).ChartPlot }))

/** Pixels. */
const heights = { s: 160, m: 240, l: 340, xl: 460 } as const

/** Records as a picture, with the same numbers as a table for those who do not see it. */
export function Chart(props: ChartProps<ReactNode>) {
  const say = useSay()
  const locale = useLocale()
  const titleId = useId()
  const kind = props.kind ?? 'bar'
  const model = useMemo(
    () => chartModel({ kind, data: props.data, x: props.x, y: props.y, series: props.series }, locale),
    [kind, props.data, props.x, props.y, props.series, locale],
  )
  const round = kind === 'pie' || kind === 'donut'
  const parts = useMemo(() => (round ? slices(model, say) : []), [round, model, say])
  const drawable = round ? parts.length > 0 : model.drawable
  const height = heights[props.height ?? 'm'] ?? heights.m
  const write = (value: number, short = false): string => formatNumber(value, { style: props.format, currency: props.currency, short }, locale)
  const press = props.onPress ? (row: number) => props.onPress?.({ datum: (asList(props.data)[row] ?? null) as Json }) : undefined
  const entries = round ? parts : model.series
  const total = round ? parts.reduce((sum, part) => sum + part.value, 0) : 0
  const title = props.title ?? ''
  return (
    <figure
      {...rootProps(props, 'cy-chart')}
      aria-label={props.ariaLabel ?? (title === '' ? say('Chart') : undefined)}
      aria-labelledby={!props.ariaLabel && title !== '' ? titleId : undefined}
    >
      {title === '' ? null : (
        <figcaption className="cy-chart-title" id={titleId}>
          {title}
        </figcaption>
      )}
      {drawable ? (
        <div className="cy-chart-body" data-round={round}>
          <div className="cy-chart-plot" style={{ blockSize: height }} aria-hidden="true" data-tests-ignore="">
            <Suspense fallback={null}>
              <ChartPlot
                kind={kind}
                model={model}
                slices={parts}
                stacked={props.stacked === true}
                target={asNumber(props.target)}
                write={write}
                height={height}
                onPress={press}
              />
            </Suspense>
          </div>
          {(props.legend ?? (entries.length > 1 || round)) ? (
            <ul className="cy-chart-legend" aria-hidden="true">
              {entries.map((entry, index) => (
                <li key={index}>
                  <span className="cy-chart-dot" style={{ background: entry.color }} />
                  <span className="cy-chart-name">{entry.label}</span>
                  {'value' in entry ? (
                    <span className="cy-chart-share">
                      {write(entry.value)} <span>{formatNumber(entry.value / total, { style: 'percent', digits: 1 }, locale)}</span>
                    </span>
                  ) : null}
                </li>
              ))}
            </ul>
          ) : null}
          <ChartData title={title} model={model} write={write} onPress={press} />
        </div>
      ) : (
        <div className="cy-chart-empty" style={{ minBlockSize: Math.min(height, 160) }}>
          {props.empty ?? say('No data yet')}
        </div>
      )}
    </figure>
  )
}
