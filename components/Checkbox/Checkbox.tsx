import { Check } from 'lucide-react'
import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox'
import type { CheckboxProps } from '../../schema/generated/props.ts'
import { FieldFoot, FieldFrame } from '../field/FieldFrame.tsx'
import { ariaFieldProps } from '../field/field-props.ts'
import { useField } from '../field/use-field.ts'
import { useSay } from '../words/say.ts'
import '../field/choice.css'

/** A box to tick. Required means that it must be ticked. */
export function Checkbox(props: CheckboxProps) {
  const say = useSay()
  const field = useField(props, { empty: props.value !== true, needed: say('Tick this to go on.') })
  return (
    <FieldFrame props={props} field={field} name="checkbox">
      <CheckboxField
        className="cy-field-body"
        {...ariaFieldProps(props, field.invalid)}
        isSelected={props.value === true}
        onChange={value => {
          field.edited()
          props.onChange?.({ value })
        }}
      >
        <CheckboxButton className="cy-check">
          <span className="cy-check-box" aria-hidden="true">
            <Check size={13} strokeWidth={3} />
          </span>
          <span className={props.hideLabel ? 'cy-hidden' : 'cy-check-label'}>{props.label ?? ''}</span>
        </CheckboxButton>
        <FieldFoot props={props} field={field} />
      </CheckboxField>
    </FieldFrame>
  )
}
