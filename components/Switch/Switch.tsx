import { SwitchButton, SwitchField } from 'react-aria-components/Switch'
import type { SwitchProps } from '../../schema/generated/props.ts'
import { FieldFoot, FieldFrame } from '../field/FieldFrame.tsx'
import { ariaFieldProps } from '../field/field-props.ts'
import { useField } from '../field/use-field.ts'
import { useSay } from '../words/say.ts'
import '../field/choice.css'
import './Switch.css'

/** Something to turn on and off. */
export function Switch(props: SwitchProps) {
  const say = useSay()
  const field = useField(props, { empty: props.value !== true, needed: say('Turn this on to go on.') })
  return (
    <FieldFrame props={props} field={field} name="switch">
      <SwitchField
        className="cy-field-body"
        {...ariaFieldProps(props, field.invalid)}
        isSelected={props.value === true}
        onChange={value => {
          field.edited()
          props.onChange?.({ value })
        }}
      >
        <SwitchButton className="cy-check cy-switch-button">
          <span className="cy-switch-track" aria-hidden="true">
            <span className="cy-switch-thumb" />
          </span>
          <span className={props.hideLabel ? 'cy-hidden' : 'cy-check-label'}>{props.label ?? ''}</span>
        </SwitchButton>
        <FieldFoot props={props} field={field} />
      </SwitchField>
    </FieldFrame>
  )
}
