import { RadioGroup as AriaRadioGroup, Radio } from 'react-aria-components/RadioGroup'
import type { RadioGroupProps } from '../../schema/generated/props.ts'
import { ChoiceLabel } from '../field/ChoiceLabel.tsx'
import { FieldFoot, FieldFrame, FieldLabel } from '../field/FieldFrame.tsx'
import { ariaFieldProps } from '../field/field-props.ts'
import { useChoice } from '../field/use-choice.ts'
import '../field/choice.css'

/** One of a few choices, all in sight. */
export function RadioGroup(props: RadioGroupProps) {
  const { field, choices, chosen, choose } = useChoice(props)
  return (
    <FieldFrame props={props} field={field} name="radio-group">
      <AriaRadioGroup className="cy-field-body" {...ariaFieldProps(props, field.invalid)} value={chosen?.id ?? null} onChange={choose}>
        <FieldLabel props={props} />
        <div className="cy-check-list" data-direction={props.direction ?? 'column'}>
          {choices.map(choice => (
            <Radio key={choice.id} className="cy-check" value={choice.id} isDisabled={choice.disabled}>
              <span className="cy-check-dot" aria-hidden="true" />
              <span className="cy-check-label">
                <ChoiceLabel choice={choice} />
              </span>
            </Radio>
          ))}
        </div>
        <FieldFoot props={props} field={field} />
      </AriaRadioGroup>
    </FieldFrame>
  )
}
