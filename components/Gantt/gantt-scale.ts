import { dayMs, type GanttBar } from './gantt-bars.ts'

/** One part of the scale: an hour, a day, a week, a month, or some years. */
export interface Tick {
  /** 0 to 1, from the beginning of the scale. */
  readonly at: number
  readonly size: number
  readonly label: string
}

export interface GanttScale {
  /** Milliseconds, as bars count them. */
  readonly from: number
  readonly to: number
  readonly ticks: readonly Tick[]
  /** What several ticks belong to: the month of days, the year of months. */
  readonly groups: readonly Tick[]
  /** Pixels that it needs so that its labels can be read. */
  readonly width: number
}

type Unit = 'hour' | 'day' | 'week' | 'month' | 'year'

/** The longest time that is told in each unit, and the width of one of it in pixels. */
const units: readonly (readonly [unit: Unit, most: number, width: number])[] = [
  ['hour', 2.5 * dayMs, 44],
  ['day', 22 * dayMs, 30],
  ['week', 190 * dayMs, 44],
  ['month', 3 * 366 * dayMs, 44],
  ['year', Number.POSITIVE_INFINITY, 56],
]
const mostTicks = 40
const yearSteps = [1, 2, 5, 10, 20, 25, 50]

/** Of so many years: how many one tick stands for. */
function yearStep(years: number): number {
  return yearSteps.find(step => years / step <= mostTicks) ?? 100
}

/**
 * The scale that holds all bars, from whole unit to whole unit; null where no bar has a day.
 *
 * Laws: the ticks follow each other from 0 to 1 without a gap, and so do the groups; each bar lies between `from` and `to`.
 */
export function ganttScale(bars: readonly GanttBar[], language: string): GanttScale | null {
  let from = Number.POSITIVE_INFINITY
  let to = Number.NEGATIVE_INFINITY
  for (const bar of bars) {
    if (bar.from === null || bar.to === null) continue
    from = Math.min(from, bar.from)
    to = Math.max(to, bar.to)
  }
  if (from > to) return null
  // One thing that is over at once still has an hour to stand in.
  if (to === from) to = from + 3_600_000
  const onlyDays = bars.every(bar => bar.from === null || bar.days)
  const [unit, , width] = units.find(([name, most]) => to - from <= most && !(name === 'hour' && onlyDays)) ?? units[4]!
  const step = unit === 'year' ? yearStep((to - from) / (365.25 * dayMs)) : unit === 'hour' ? 2 : 1
  const edges = [floorTo(from, unit, step)]
  while (edges.at(-1)! < to) edges.push(nextOf(edges.at(-1)!, unit, step))
  const start = edges[0]!
  const whole = edges.at(-1)! - start
  const label = labelsOf(unit, language)
  const ticks = edges
    .slice(0, -1)
    .map((edge, index): Tick => ({ at: (edge - start) / whole, size: (edges[index + 1]! - edge) / whole, label: label.tick(edge) }))
  const groups: Tick[] = []
  for (const [index, tick] of ticks.entries()) {
    const name = label.group(edges[index]!)
    const last = groups.at(-1)
    if (last && last.label === name) groups[groups.length - 1] = { ...last, size: last.size + tick.size }
    else groups.push({ ...tick, label: name })
  }
  return { from: start, to: start + whole, ticks, groups, width: ticks.length * width }
}

/** Where a moment stands on the scale, 0 to 1; less or more beyond it. */
export function placeOn(scale: GanttScale, at: number): number {
  return (at - scale.from) / (scale.to - scale.from)
}

function floorTo(at: number, unit: Unit, step: number): number {
  const date = new Date(at)
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()]
  switch (unit) {
    case 'hour':
      return Date.UTC(year, month, day, Math.floor(date.getUTCHours() / step) * step)
    case 'day':
      return Date.UTC(year, month, day)
    case 'week':
      // Weeks begin on Monday, as ISO 8601 has it.
      return Date.UTC(year, month, day - ((date.getUTCDay() + 6) % 7))
    case 'month':
      return Date.UTC(year, month, 1)
    case 'year':
      return Date.UTC(Math.floor(year / step) * step, 0, 1)
  }
}

function nextOf(at: number, unit: Unit, step: number): number {
  const date = new Date(at)
  if (unit === 'month') return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1)
  if (unit === 'year') return Date.UTC(date.getUTCFullYear() + step, 0, 1)
  return at + { hour: 3_600_000 * step, day: dayMs, week: 7 * dayMs }[unit]
}

function labelsOf(unit: Unit, language: string): { tick(at: number): string; group(at: number): string } {
  const format = (options: Intl.DateTimeFormatOptions): ((at: number) => string) => {
    const made = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' })
    return at => made.format(at)
  }
  switch (unit) {
    case 'hour':
      return { tick: format({ hour: 'numeric' }), group: format({ weekday: 'short', day: 'numeric', month: 'long' }) }
    case 'day':
    case 'week':
      return { tick: format({ day: 'numeric' }), group: format({ month: 'long', year: 'numeric' }) }
    case 'month':
      return { tick: format({ month: 'short' }), group: format({ year: 'numeric' }) }
    case 'year':
      return { tick: format({ year: 'numeric' }), group: () => '' }
  }
}
