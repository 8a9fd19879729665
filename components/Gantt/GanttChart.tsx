import { type ReactNode, useLayoutEffect, useMemo, useRef } from 'react'
import { useLocale } from '../locale.ts'
import { longList, useRowWindow } from '../window/use-row-window.ts'
import { sayIn, useSay } from '../words/say.ts'
import { dayMs, type GanttBar, wallTime } from './gantt-bars.ts'
import { type GanttScale, ganttScale, placeOn, type Tick } from './gantt-scale.ts'

export interface GanttChartProps {
  readonly bars: readonly GanttBar[]
  readonly name: string
  readonly onPress: ((index: number) => void) | undefined
}

/** A row for each bar below a scale that stays in view; it scrolls in itself, and begins where today is. */
export function GanttChart({ bars, name, onPress }: GanttChartProps) {
  const locale = useLocale()
  const box = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const scale = useMemo(() => ganttScale(bars, locale.language), [bars, locale.language])
  const tell = useMemo(() => createWords(locale.language), [locale.language])
  const keys = useMemo(() => bars.map((_, index) => `${index}`), [bars])
  const { stretches, places } = useRowWindow(list, keys, bars.length > longList)
  const now = wallTime(Date.now(), locale.timeZone)
  const today = scale ? placeOn(scale, now) : -1
  const hasToday = today >= 0 && today <= 1
  const wanted = hasToday ? today : 0
  const current = hasToday && bars.length > longList ? bars.findIndex(bar => bar.to !== null && bar.to > now) : -1

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when there is a scale; later it stays where the person left it
  useLayoutEffect(() => {
    const element = box.current
    if (!element || wanted === 0) return
    if (current > 0) element.scrollTop = places.top(current)
    const far = Math.max(0, wanted * (element.scrollWidth - element.clientWidth))
    element.scrollLeft = getComputedStyle(element).direction === 'rtl' ? -far : far
  }, [scale === null])

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="cy-gantt-box" ref={box} tabIndex={0} aria-label={name}>
      <div className="cy-gantt-sheet" style={{ '--gantt-width': `${scale?.width ?? 0}px` } as object}>
        {scale ? <Head scale={scale} today={hasToday ? today : null} /> : null}
        <div className="cy-gantt-body">
          {scale ? (
            <div className="cy-gantt-lines" aria-hidden="true">
              {scale.ticks.map(tick => (
                <span key={tick.at} style={{ insetInlineStart: percent(tick.at) }} />
              ))}
              {hasToday ? <span className="cy-gantt-today" style={{ insetInlineStart: percent(today) }} /> : null}
            </div>
          ) : null}
          <ul ref={list}>
            {stretches.flatMap(({ drawn, start, end }): ReactNode[] =>
              drawn
                ? bars.slice(start, end).map((bar, offset) => {
                    const index = start + offset
                    return (
                      <li key={keys[index]} className="cy-gantt-row" data-key={keys[index]}>
                        <span className="cy-gantt-label" aria-hidden={onPress && bar.from !== null ? true : undefined}>
                          <span>{bar.label === '' ? '–' : bar.label}</span>
                        </span>
                        <span className="cy-gantt-track">
                          <Bar bar={bar} scale={scale} words={tell(bar)} onPress={onPress && (() => onPress(index))} />
                        </span>
                      </li>
                    )
                  })
                : [<li key={`space before ${end}`} data-space="" aria-hidden="true" style={{ blockSize: places.size(start, end) }} />],
            )}
          </ul>
        </div>
      </div>
    </section>
  )
}

function Head({ scale, today }: { readonly scale: GanttScale; readonly today: number | null }) {
  return (
    <div className="cy-gantt-head" aria-hidden="true" data-tests-ignore="">
      {scale.groups.some(group => group.label !== '') ? <Ticks ticks={scale.groups} name="groups" /> : null}
      <Ticks ticks={scale.ticks} name="ticks" />
      {today === null ? null : (
        <div className="cy-gantt-mark">
          <span style={{ insetInlineStart: percent(today) }} />
        </div>
      )}
    </div>
  )
}

function Ticks({ ticks, name }: { readonly ticks: readonly Tick[]; readonly name: string }) {
  return (
    <div className={`cy-gantt-${name}`}>
      {ticks.map(tick => (
        <span key={tick.at} style={{ insetInlineStart: percent(tick.at), inlineSize: percent(tick.size) }}>
          <span>{tick.label}</span>
        </span>
      ))}
    </div>
  )
}

interface BarProps {
  readonly bar: GanttBar
  readonly scale: GanttScale | null
  readonly words: string
  readonly onPress: (() => void) | undefined
}

function Bar({ bar, scale, words, onPress }: BarProps) {
  const say = useSay()
  if (!scale || bar.from === null || bar.to === null) return <span className="cy-hidden">{words}</span>
  const place = placeOn(scale, bar.from)
  const attributes = {
    className: 'cy-gantt-bar',
    'data-tone': bar.tone,
    'data-tip': words,
    style: { insetInlineStart: percent(place), inlineSize: percent(placeOn(scale, bar.to) - place) },
  }
  const fill = bar.done === null ? null : <span className="cy-gantt-done" style={{ inlineSize: percent(bar.done) }} />
  if (!onPress)
    return (
      <span {...attributes}>
        {fill}
        <span className="cy-hidden">{words}</span>
      </span>
    )
  return (
    <button type="button" {...attributes} aria-label={`${bar.label === '' ? say('No name') : bar.label}, ${words}`} onClick={onPress}>
      {fill}
    </button>
  )
}

const percent = (share: number): string => `${Math.round(share * 1e6) / 1e4}%`

/** When a bar is, in words: `5 – 16 January 2026, 60% done`. */
function createWords(language: string): (bar: GanttBar) => string {
  const say = sayIn(language)
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' })
  const hours = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })
  const share = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 })
  return bar => {
    const done = bar.done === null ? '' : `, ${say('{share} done', { share: share.format(bar.done) })}`
    if (bar.from === null || bar.to === null) return `${say('no date')}${done}`
    if (!bar.days) return `${hours.formatRange(bar.from, bar.to)}${done}`
    const last = bar.to - dayMs
    return `${last <= bar.from ? days.format(bar.from) : days.formatRange(bar.from, last)}${done}`
  }
}
