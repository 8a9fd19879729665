import { useState } from 'react'
import type { DateValue } from 'react-aria-components/Calendar'
import { DateRangePicker } from 'react-aria-components/DateRangePicker'
import type { DateRangeFieldProps } from '../../schema/generated/props.ts'
import { DateBox, Segments } from '../DateField/DateBox.tsx'
import { DayCalendar } from '../DateField/DayCalendar.tsx'
import { dayToText, isWholeDay, textToDay, writeDay } from '../DateField/day.ts'
import { FieldFoot, FieldFrame, FieldLabel } from '../field/FieldFrame.tsx'
import { ariaFieldProps } from '../field/field-props.ts'
import { orderedTextProblem } from '../field/problems.ts'
import { useField } from '../field/use-field.ts'
import { useLocale } from '../locale.ts'
import { useSay } from '../words/say.ts'
import { readRange } from './range.ts'

type Shown = { readonly start: DateValue; readonly end: DateValue } | null

/** A first and a last day, both there or both null; they may be one day. The value is `{ start, end }`. */
export function DateRangeField(props: DateRangeFieldProps) {
  const say = useSay()
  const { language } = useLocale()
  const { start, end } = readRange(props.value)
  const name = `${start} ${end}`
  const write = (limit: string) => writeDay(limit, language)
  const field = useField(props, {
    empty: start === null || end === null,
    problem:
      start !== null && end !== null && start > end
        ? say('The last day is before the first.')
        : (orderedTextProblem(start, { min: props.min }, write, say) ?? orderedTextProblem(end, { max: props.max }, write, say)),
    needed: say('Choose the first and the last day.'),
  })
  const first = textToDay(start)
  const last = textToDay(end)
  const [typed, setTyped] = useState<{ readonly name: string; readonly shown: Shown } | null>(null)
  const shown: Shown = typed?.name === name ? typed.shown : first && last ? { start: first, end: last } : null

  function change(next: Shown): void {
    if (next && !(isWholeDay(next.start) && isWholeDay(next.end))) {
      setTyped({ name, shown: next })
      return
    }
    const value = next ? { start: dayToText(next.start), end: dayToText(next.end) } : { start: null, end: null }
    setTyped({ name: `${value.start} ${value.end}`, shown: next })
    if (value.start === start && value.end === end) return
    field.edited()
    props.onChange?.({ value })
  }

  const fixed = props.disabled === true || props.readOnly === true
  return (
    <FieldFrame props={props} field={field} name="date-range">
      <DateRangePicker className="cy-field-body" {...ariaFieldProps(props, field.invalid)} granularity="day" value={shown} onChange={change}>
        <FieldLabel props={props} />
        <DateBox fixed={fixed} onClear={start !== null && !props.required && !fixed ? () => change(null) : null}>
          <Segments slot="start" />
          <span className="cy-date-dash" aria-hidden="true">
            –
          </span>
          <Segments slot="end" />
        </DateBox>
        <FieldFoot props={props} field={field} />
        <DayCalendar min={props.min} max={props.max} range />
      </DateRangePicker>
    </FieldFrame>
  )
}
