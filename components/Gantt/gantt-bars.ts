import { asList, isRecord } from '../read-field.ts'

export const dayMs = 86_400_000

export const tones = ['neutral', 'info', 'good', 'warn', 'bad', 'accent'] as const
export type Tone = (typeof tones)[number]

/**
 * One item as it is drawn. Moments are milliseconds of the clock on the wall, counted as if it were UTC, so that a day has no zone.
 * `from` and `to` are null where it says no day that can be read; `to` is where it ends, not included.
 */
export interface GanttBar {
  readonly label: string
  readonly from: number | null
  readonly to: number | null
  /** It is told by days, so that its last day is the one before `to`. */
  readonly days: boolean
  readonly tone: Tone
  /** 0 to 1; null where nothing is said of it. */
  readonly done: number | null
}

/** `timeZone` is what a moment (a number, or a text with a zone) is read in. */
export function readBars(items: unknown, timeZone: string): readonly GanttBar[] {
  return asList(items).map(item => {
    const record = isRecord(item) ? item : {}
    const own = (name: string): unknown => (Object.hasOwn(record, name) ? record[name] : null)
    const start = readMoment(own('start'), timeZone)
    const end = readMoment(own('end'), timeZone)
    const label = own('label')
    const progress = own('progress')
    const days = start?.isDay === true && (end === null || end.isDay)
    const first = start?.at ?? null
    const last = end === null ? first : end.isDay ? end.at + dayMs : end.at
    return {
      label: typeof label === 'string' || typeof label === 'number' ? String(label) : '',
      from: first,
      to: first === null ? null : Math.max(last ?? first, first + (days || end === null ? dayMs : 0)),
      days,
      tone: tones.find(tone => tone === own('tone')) ?? 'accent',
      done: typeof progress === 'number' && Number.isFinite(progress) ? Math.min(1, Math.max(0, progress / 100)) : null,
    }
  })
}

/** Years that a calendar is about; beyond them a slip of the pen would make a chart of nothing. */
const earliest = Date.UTC(1000, 0, 1)
const latest = Date.UTC(3000, 0, 1)

function readMoment(value: unknown, timeZone: string): { readonly at: number; readonly isDay: boolean } | null {
  if (typeof value === 'number') return inReach(wallTime(value, timeZone), false)
  if (typeof value !== 'string') return null
  const parts = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:\d{2})?)?$/.exec(value.trim())
  if (!parts) return null
  const [, day = '', hour, zone] = parts
  if (hour === undefined) return inReach(Date.parse(`${day}T00:00Z`), true)
  const at = Date.parse(`${day}T${hour}${zone ?? 'Z'}`)
  return inReach(zone === undefined ? at : wallTime(at, timeZone), false)
}

function inReach(at: number, isDay: boolean): { readonly at: number; readonly isDay: boolean } | null {
  return at >= earliest && at <= latest ? { at, isDay } : null
}

/** What the clock on the wall of a zone shows at a moment, as if it were UTC. */
export function wallTime(at: number, timeZone: string): number {
  if (!Number.isFinite(at) || Math.abs(at) > 8.64e15) return Number.NaN
  const parts = new Map(
    clockOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour') % 24, part('minute'), part('second'))
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  const made = makeClock(timeZone)
  clocks.set(timeZone, made)
  return made
}

function makeClock(timeZone: string): Intl.DateTimeFormat {
  const numeric = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' } as const
  try {
    return new Intl.DateTimeFormat('en-US-u-ca-gregory', { ...numeric, timeZone })
  } catch (error) {
    // A zone that the platform does not know.
    if (error instanceof RangeError) return new Intl.DateTimeFormat('en-US-u-ca-gregory', { ...numeric, timeZone: 'UTC' })
    throw error
  }
}
