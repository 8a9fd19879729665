import { asList, isRecord } from '../read-field.ts'
import { textOf } from '../text-of.ts'

export interface CalendarEvent {
  readonly title: string
  /** `09:30`, `09:30–10:15`; empty for the whole day. */
  readonly hours: string
  readonly tone: string
}

/** What happens on each day (`YYYY-MM-DD`), the whole-day events first, then by the hour at which they begin. */
export function eventsByDate(given: unknown): ReadonlyMap<string, readonly CalendarEvent[]> {
  const byDate = new Map<string, { start: string; event: CalendarEvent }[]>()
  for (const record of asList(given)) {
    if (!isRecord(record)) continue
    const date = textOf(record.date).slice(0, 10)
    const title = textOf(record.title)
    if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) continue
    const start = textOf(record.start)
    const end = textOf(record.end)
    const entry = { start, event: { title: title || '–', hours: end === '' ? start : `${start}–${end}`, tone: textOf(record.tone) || 'accent' } }
    const known = byDate.get(date)
    if (known) known.push(entry)
    else byDate.set(date, [entry])
  }
  return new Map(
    [...byDate].map(([date, entries]) => [date, entries.toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0)).map(({ event }) => event)]),
  )
}
