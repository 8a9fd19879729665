import { type CalendarDate, parseDate } from '@internationalized/date'
import { Fragment, type ReactNode, useMemo, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Calendar as AriaCalendar, CalendarCell, CalendarGrid, CalendarGridBody, CalendarGridHeader, CalendarHeaderCell } from 'react-aria-components/Calendar'
import { Heading } from 'react-aria-components/Heading'
import type { CalendarProps } from '../../schema/generated/props.ts'
import { useLocale } from '../locale.ts'
import { rootProps } from '../root-props.ts'
import { formatValue } from '../value-format.ts'
import { useSay } from '../words/say.ts'
import { type CalendarEvent, eventsByDate } from './calendar-events.ts'
import './Calendar.css'

/** How many events a day names before it counts the rest. */
const named = 2

/** A month or a week with what happens in it; below stands what the selected day holds, which is also how it is read out. */
export function Calendar(props: CalendarProps<ReactNode>) {
  const say = useSay()
  const locale = useLocale()
  const [own, setOwn] = useState<string | null>(null)
  const events = useMemo(() => eventsByDate(props.events), [props.events])
  const selected = readDate(props.onChange ? props.value : own)
  const first = useMemo(() => selected ?? firstEvent(events), [selected, events])
  const day = selected?.toString() ?? null
  const select = (date: CalendarDate): void => {
    const text = date.toString()
    setOwn(text)
    if (!props.readOnly) props.onChange?.({ value: text })
    props.onSelect?.({ date: text })
  }
  return (
    <div {...rootProps(props, 'cy-calendar')} data-view={props.view === 'week' ? 'week' : 'month'}>
      <AriaCalendar
        className="cy-calendar-frame"
        aria-label={props.ariaLabel ?? say('Calendar')}
        value={selected}
        onChange={select}
        {...(first ? { defaultFocusedValue: first } : {})}
        visibleDuration={props.view === 'week' ? { weeks: 1 } : { months: 1 }}
      >
        <div className="cy-calendar-head">
          <Heading className="cy-calendar-title" />
          <Button slot="previous" className="cy-calendar-turn">
            <Chevron />
          </Button>
          <Button slot="next" className="cy-calendar-turn" data-next>
            <Chevron />
          </Button>
        </div>
        <CalendarGrid className="cy-calendar-grid" weekdayStyle="short">
          <CalendarGridHeader>{weekday => <CalendarHeaderCell className="cy-calendar-weekday">{weekday}</CalendarHeaderCell>}</CalendarGridHeader>
          <CalendarGridBody>
            {date => {
              const onDay = events.get(date.toString()) ?? []
              return (
                <CalendarCell
                  date={date}
                  className="cy-calendar-day"
                  render={(dom, { formattedDate }) => <div {...{ ...dom, 'aria-label': dayName(formattedDate, onDay, dom['aria-label'] ?? '') }} />}
                >
                  {({ formattedDate }) => <Day text={formattedDate} events={onDay} />}
                </CalendarCell>
              )
            }}
          </CalendarGridBody>
        </CalendarGrid>
      </AriaCalendar>
      <div aria-live="polite">{day === null ? null : <Agenda title={formatValue(day, 'date', locale)} events={events.get(day) ?? []} />}</div>
    </div>
  )
}

/** Begins with what is seen, so that who speaks to the page can say it. */
function dayName(text: string, events: readonly CalendarEvent[], date: string): string {
  if (events.length === 0) return date
  const titles = events.slice(0, named).map(event => event.title)
  return `${[text, ...titles, ...(events.length > named ? [`+${events.length - named}`] : [])].join(' ')}, ${date}`
}

function Day({ text, events }: { readonly text: string; readonly events: readonly CalendarEvent[] }) {
  return (
    <>
      <span className="cy-calendar-number">{text}</span>{' '}
      <span className="cy-calendar-events">
        {events.slice(0, named).map((event, index) => (
          <Fragment key={index}>
            <span className="cy-calendar-event" data-tone={event.tone}>
              <span>{event.title}</span>
            </span>{' '}
          </Fragment>
        ))}
        {events.length > named ? <span className="cy-calendar-more">+{events.length - named}</span> : null}
      </span>
    </>
  )
}

function Agenda({ title, events }: { readonly title: string; readonly events: readonly CalendarEvent[] }) {
  const say = useSay()
  return (
    <section className="cy-calendar-agenda" aria-label={title}>
      <h3>{title}</h3>
      {events.length === 0 ? (
        <p>{say('Nothing on this day')}</p>
      ) : (
        <ul>
          {events.map((event, index) => (
            <li key={index} data-tone={event.tone}>
              <span>{event.title}</span>
              <span className="cy-calendar-hours" dir="ltr">
                {event.hours}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Chevron() {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d="M10 3.5L5.5 8l4.5 4.5" />
    </svg>
  )
}

function readDate(text: unknown): CalendarDate | null {
  if (typeof text !== 'string') return null
  try {
    return parseDate(text.slice(0, 10))
  } catch {
    // Not a day: then none is selected.
    return null
  }
}

/** Where there is something to see, if nothing is selected: only when all of it lies in one month. */
function firstEvent(events: ReadonlyMap<string, unknown>): CalendarDate | null {
  const dates = [...events.keys()].toSorted()
  const months = new Set(dates.map(date => date.slice(0, 7)))
  return months.size === 1 ? readDate(dates[0]) : null
}
