import { useState } from 'react'
import type { DateValue } from 'react-aria-components/Calendar'
import { DatePicker } from 'react-aria-components/DatePicker'
import type { DateFieldProps } from '../../schema/generated/props.ts'
import { FieldFoot, FieldFrame, FieldLabel } from '../field/FieldFrame.tsx'
import { ariaFieldProps } from '../field/field-props.ts'
import { orderedTextProblem } from '../field/problems.ts'
import { useField } from '../field/use-field.ts'
import { useLocale } from '../locale.ts'
import { useSay } from '../words/say.ts'
import { DateBox, Segments } from './DateBox.tsx'
import { DayCalendar } from './DayCalendar.tsx'
import { dayToText, isWholeDay, textToDay, writeDay } from './day.ts'

/** A day, `YYYY-MM-DD` or null: typed part by part in the language's order, or picked from a calendar. */
export function DateField(props: DateFieldProps) {
  const say = useSay()
  const { language } = useLocale()
  const day = textToDay(props.value)
  const text = day && dayToText(day)
  const field = useField(props, {
    empty: day === null,
    problem: orderedTextProblem(text, props, limit => writeDay(limit, language), say),
    needed: say('Choose a day.'),
  })
  const [typed, setTyped] = useState<{ readonly value: string | null; readonly shown: DateValue | null }>({ value: text, shown: day })
  const shown = typed.value === text ? typed.shown : day

  function change(next: DateValue | null): void {
    const value = next === null ? null : isWholeDay(next) ? dayToText(next) : text
    setTyped({ value, shown: next })
    if (value === text) return
    field.edited()
    props.onChange?.({ value })
  }

  const fixed = props.disabled === true || props.readOnly === true
  return (
    <FieldFrame props={props} field={field} name="date-field">
      <DatePicker
        className="cy-field-body"
        {...ariaFieldProps(props, field.invalid)}
        granularity="day"
        shouldForceLeadingZeros={false}
        value={shown}
        onChange={change}
      >
        <FieldLabel props={props} />
        <DateBox fixed={fixed} onClear={text !== null && !props.required && !fixed ? () => change(null) : null}>
          <Segments />
        </DateBox>
        <FieldFoot props={props} field={field} />
        <DayCalendar min={props.min} max={props.max} />
      </DatePicker>
    </FieldFrame>
  )
}
