import { Check } from 'lucide-react'
import { Checkbox } from 'react-aria-components/Checkbox'
import { CheckboxGroup as AriaCheckboxGroup } from 'react-aria-components/CheckboxGroup'
import type { CheckboxGroupProps } from '../../schema/generated/props.ts'
import { ChoiceLabel } from '../field/ChoiceLabel.tsx'
import { FieldFoot, FieldFrame, FieldLabel } from '../field/FieldFrame.tsx'
import { ariaFieldProps } from '../field/field-props.ts'
import { useChoices } from '../field/use-choice.ts'
import '../field/choice.css'

/** Several boxes to tick. What is ticked is told in the order of the options. */
export function CheckboxGroup(props: CheckboxGroupProps) {
  const { field, choices, chosen, choose } = useChoices(props)
  return (
    <FieldFrame props={props} field={field} name="checkbox-group">
      <AriaCheckboxGroup className="cy-field-body" {...ariaFieldProps(props, field.invalid)} value={chosen.map(choice => choice.id)} onChange={choose}>
        <FieldLabel props={props} />
        <div className="cy-check-list" data-direction={props.direction ?? 'column'}>
          {choices.map(choice => (
            <Checkbox key={choice.id} className="cy-check" value={choice.id} isDisabled={choice.disabled}>
              <span className="cy-check-box" aria-hidden="true">
                <Check size={13} strokeWidth={3} />
              </span>
              <span className="cy-check-label">
                <ChoiceLabel choice={choice} />
              </span>
            </Checkbox>
          ))}
        </div>
        <FieldFoot props={props} field={field} />
      </AriaCheckboxGroup>
    </FieldFrame>
  )
}
