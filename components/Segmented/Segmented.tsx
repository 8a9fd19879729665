import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import type { SegmentedProps } from '../../schema/generated/props.ts'
import { ChoiceLabel } from '../field/ChoiceLabel.tsx'
import { FieldFoot, FieldFrame, FieldLabel } from '../field/FieldFrame.tsx'
import { ariaFieldProps } from '../field/field-props.ts'
import { useChoice } from '../field/use-choice.ts'
import './Segmented.css'

/** One of a few short choices, side by side; they wrap into rows where they do not fit. */
export function Segmented(props: SegmentedProps) {
  const { field, choices, chosen, choose } = useChoice(props)
  return (
    <FieldFrame props={props} field={field} name="segmented">
      <RadioGroup className="cy-field-body" orientation="horizontal" {...ariaFieldProps(props, field.invalid)} value={chosen?.id ?? null} onChange={choose}>
        <FieldLabel props={props} />
        <div className="cy-segments">
          {choices.map(choice => (
            <Radio key={choice.id} className="cy-segment" value={choice.id} isDisabled={choice.disabled}>
              <span className="cy-segment-label">
                <ChoiceLabel choice={choice} />
              </span>
            </Radio>
          ))}
        </div>
        <FieldFoot props={props} field={field} />
      </RadioGroup>
    </FieldFrame>
  )
}
