import { Group } from 'react-aria-components/Group'
import { TimeField as AriaTimeField } from 'react-aria-components/TimeField'
import type { TimeFieldProps } from '../../schema/generated/props.ts'
import { Segments } from '../DateField/DateBox.tsx'
import { clockToText, textToClock } from '../DateField/day.ts'
import { FieldFoot, FieldFrame, FieldLabel } from '../field/FieldFrame.tsx'
import { ariaFieldProps } from '../field/field-props.ts'
import { orderedTextProblem } from '../field/problems.ts'
import { useField } from '../field/use-field.ts'
import { useSay } from '../words/say.ts'

/** A time of day, the text `HH:MM` or null; written with 12 or 24 hours as the language does. */
export function TimeField(props: TimeFieldProps) {
  const say = useSay()
  const time = textToClock(props.value)
  const text = time && clockToText(time)
  const field = useField(props, { empty: time === null, problem: orderedTextProblem(text, props, limit => limit, say), needed: say('Give a time.') })
  return (
    <FieldFrame props={props} field={field} name="time-field">
      <AriaTimeField
        className="cy-field-body"
        {...ariaFieldProps(props, field.invalid)}
        granularity="minute"
        value={time}
        onChange={next => {
          const value = next && clockToText(next)
          if (value === text) return
          field.edited()
          props.onChange?.({ value })
        }}
      >
        <FieldLabel props={props} />
        <Group className="cy-control cy-date-box">
          <Segments />
        </Group>
        <FieldFoot props={props} field={field} />
      </AriaTimeField>
    </FieldFrame>
  )
}
