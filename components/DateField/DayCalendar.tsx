import { ChevronLeft, ChevronRight } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Calendar, CalendarCell, CalendarGrid, CalendarGridBody, CalendarGridHeader, CalendarHeaderCell, CalendarHeading } from 'react-aria-components/Calendar'
import { Dialog } from 'react-aria-components/Dialog'
import { RangeCalendar } from 'react-aria-components/RangeCalendar'
import { AppPopover as Popover } from '../overlay/AppPopover.tsx'
import { textToDay } from './day.ts'
import '../field/popover.css'

interface Limits {
  readonly min?: string | undefined
  readonly max?: string | undefined
}

/** The month that opens below a date field. The limits are here alone: the field itself only says that they are broken. */
export function DayCalendar({ min, max, range }: Limits & { readonly range?: boolean }) {
  const first = textToDay(min)
  const last = textToDay(max)
  const limits = { ...(first ? { minValue: first } : {}), ...(last ? { maxValue: last } : {}) }
  return (
    <Popover className="cy-pop cy-days-pop" offset={4} containerPadding={8}>
      <Dialog className="cy-days-dialog">
        {range ? (
          <RangeCalendar className="cy-days cy-days-range" {...limits}>
            <Month />
          </RangeCalendar>
        ) : (
          <Calendar className="cy-days" {...limits}>
            <Month />
          </Calendar>
        )}
      </Dialog>
    </Popover>
  )
}

function Month() {
  return (
    <>
      <header className="cy-days-head">
        <CalendarHeading className="cy-days-title" />
        <Button slot="previous" className="cy-control-button">
          <ChevronLeft className="cy-days-arrow" size={17} aria-hidden="true" />
        </Button>
        <Button slot="next" className="cy-control-button">
          <ChevronRight className="cy-days-arrow" size={17} aria-hidden="true" />
        </Button>
      </header>
      <CalendarGrid className="cy-days-grid" weekdayStyle="short">
        <CalendarGridHeader>{day => <CalendarHeaderCell className="cy-days-weekday">{day}</CalendarHeaderCell>}</CalendarGridHeader>
        <CalendarGridBody>{date => <CalendarCell className="cy-days-day" date={date} />}</CalendarGridBody>
      </CalendarGrid>
    </>
  )
}
