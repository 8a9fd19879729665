import { ChevronDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import type { ComboBoxProps } from '../../schema/generated/props.ts'
import { ChoiceList } from '../field/ChoiceList.tsx'
import { FieldFoot, FieldFrame, FieldLabel } from '../field/FieldFrame.tsx'
import { ariaFieldProps } from '../field/field-props.ts'
import { mostInList } from '../field/options.ts'
import { useChoice } from '../field/use-choice.ts'
import { useComboText } from './use-combo-text.ts'
import './ComboBox.css'

/**
 * One of many choices, found by typing. With `custom` any text counts and the state follows each key; without, what
 * is typed only searches, and leaving the field brings back what was chosen. Emptied, it is null.
 */
export function ComboBox(props: ComboBoxProps) {
  const { field, choices, chosen } = useChoice(props, mostInList)
  const combo = useComboText(choices, props.value ?? null, props.custom === true, value => {
    field.edited()
    props.onChange?.({ value })
  })
  return (
    <FieldFrame props={props} field={field} name="combo-box">
      <AriaComboBox
        className="cy-field-body"
        {...ariaFieldProps(props, field.invalid)}
        allowsCustomValue={props.custom === true}
        selectedKey={chosen?.id ?? null}
        onSelectionChange={combo.choose}
        inputValue={combo.text}
        onInputChange={combo.type}
      >
        <FieldLabel props={props} />
        <Group className="cy-control">
          <Input className="cy-control-input" placeholder={props.placeholder ?? ''} />
          <Button className="cy-control-button cy-combo-button">
            <ChevronDown size={16} aria-hidden="true" />
          </Button>
        </Group>
        <FieldFoot props={props} field={field} />
        <ChoiceList choices={choices} />
      </AriaComboBox>
    </FieldFrame>
  )
}
