import { ChevronsUpDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Select, SelectValue } from 'react-aria-components/Select'
import type { MultiSelectProps } from '../../schema/generated/props.ts'
import { ChoiceList } from '../field/ChoiceList.tsx'
import { FieldFoot, FieldFrame, FieldLabel } from '../field/FieldFrame.tsx'
import { ariaFieldProps } from '../field/field-props.ts'
import { mostInList } from '../field/options.ts'
import { useChoices } from '../field/use-choice.ts'
import { useSay } from '../words/say.ts'
import '../Select/Select.css'

/** Several of many choices in a list that stays open while they are ticked. Told in the order of the options. */
export function MultiSelect(props: MultiSelectProps) {
  const say = useSay()
  const { field, choices, chosen, choose } = useChoices(props, mostInList)
  const { isReadOnly, isDisabled, ...aria } = ariaFieldProps(props, field.invalid)
  const text = chosen.length > 3 ? `${chosen.length} chosen` : chosen.map(choice => choice.label).join(', ')
  return (
    <FieldFrame props={props} field={field} name="multi-select">
      <Select
        className="cy-field-body"
        {...aria}
        allowsEmptyCollection
        isDisabled={isDisabled || isReadOnly}
        selectionMode="multiple"
        value={chosen.map(choice => choice.id)}
        onChange={choose}
      >
        <FieldLabel props={props} />
        <Button className="cy-control cy-select-button">
          <SelectValue className="cy-control-value">
            {text ? <span className="cy-select-text">{text}</span> : <span className="cy-select-none">{props.placeholder || say('Choose')}</span>}
          </SelectValue>
          <ChevronsUpDown className="cy-select-mark" size={15} aria-hidden="true" />
        </Button>
        <FieldFoot props={props} field={field} />
        <ChoiceList choices={choices} />
      </Select>
    </FieldFrame>
  )
}
