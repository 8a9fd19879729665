import { ChevronsUpDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import type { SelectProps } from '../../schema/generated/props.ts'
import { ChoiceList } from '../field/ChoiceList.tsx'
import { FieldFoot, FieldFrame, FieldLabel } from '../field/FieldFrame.tsx'
import { ariaFieldProps } from '../field/field-props.ts'
import { mostInList, strayLabel } from '../field/options.ts'
import { useChoice } from '../field/use-choice.ts'
import { Icon } from '../Icon/Icon.tsx'
import { useSay } from '../words/say.ts'
import './Select.css'

/**
 * One of many choices in a list that opens. A value that no option names is shown as it is, so that nothing
 * seems empty that is not.
 */
export function Select(props: SelectProps) {
  const say = useSay()
  const { field, choices, chosen, choose } = useChoice(props, mostInList)
  const stray = chosen ? null : strayLabel(props.value, say)
  const { isReadOnly, isDisabled, ...aria } = ariaFieldProps(props, field.invalid)
  return (
    <FieldFrame props={props} field={field} name="select">
      <AriaSelect className="cy-field-body" {...aria} allowsEmptyCollection isDisabled={isDisabled || isReadOnly} value={chosen?.id ?? null} onChange={choose}>
        <FieldLabel props={props} />
        <Button className="cy-control cy-select-button">
          <SelectValue className="cy-control-value">
            {chosen?.icon ? <Icon name={chosen.icon} size="s" /> : null}
            <span className={chosen || stray ? 'cy-select-text' : 'cy-select-text cy-select-none'}>
              {chosen?.label ?? stray ?? (props.placeholder || say('Choose'))}
            </span>
          </SelectValue>
          <ChevronsUpDown className="cy-select-mark" size={15} aria-hidden="true" />
        </Button>
        <FieldFoot props={props} field={field} />
        <ChoiceList choices={choices} />
      </AriaSelect>
    </FieldFrame>
  )
}
