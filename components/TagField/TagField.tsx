import { X } from 'lucide-react'
import type { ClipboardEvent, KeyboardEvent } from 'react'
import { useMemo, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import type { TagFieldProps } from '../../schema/generated/props.ts'
import { ChoiceList } from '../field/ChoiceList.tsx'
import { FieldFrame } from '../field/FieldFrame.tsx'
import { mostInList, optionsToChoices } from '../field/options.ts'
import { PlainFoot, PlainLabel, usePlainField } from '../field/PlainField.tsx'
import { useField } from '../field/use-field.ts'
import { useSay } from '../words/say.ts'
import { addTags, splitTags } from './tags.ts'
import './TagField.css'

/**
 * Short texts typed one by one: Enter, a comma or leaving the field ends one; Backspace in the empty field takes the
 * last back; a pasted list is split.
 */
export function TagField(props: TagFieldProps) {
  const say = useSay()
  const tags = useMemo(() => (Array.isArray(props.value) ? props.value.filter(tag => typeof tag === 'string') : []), [props.value])
  const [text, setText] = useState('')
  const field = useField(props, { empty: tags.length === 0, needed: say('Add at least one.') })
  const ids = usePlainField(props, field)
  const offered = useMemo(() => optionsToChoices(props.suggestions, mostInList).filter(choice => !tags.includes(choice.label)), [props.suggestions, tags])
  const fixed = props.disabled === true || props.readOnly === true

  function write(next: readonly string[]): void {
    field.edited()
    props.onChange?.({ value: next })
  }

  function add(written: string): void {
    setText('')
    const next = addTags(tags, splitTags(written))
    if (next.length !== tags.length) write(next)
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return
    const chosenInList = event.currentTarget.getAttribute('aria-activedescendant')
    if (event.key === ',' || event.key === ';' || (event.key === 'Enter' && text.trim() !== '' && !chosenInList)) {
      event.preventDefault()
      add(text)
    } else if (event.key === 'Backspace' && text === '' && tags.length > 0 && !event.repeat) write(tags.slice(0, -1))
  }

  function onPaste(event: ClipboardEvent): void {
    const pasted = event.clipboardData.getData('text')
    if (splitTags(pasted).length < 2) return
    event.preventDefault()
    add(`${text}${pasted}`)
  }

  return (
    <FieldFrame props={props} field={field} name="tag-field">
      <PlainLabel props={props} ids={ids} onPress={() => field.root.current?.querySelector('input')?.focus()} />
      <div className="cy-control cy-tag-box" {...(field.invalid ? { 'data-invalid': '' } : {})} {...(props.readOnly ? { 'data-readonly': '' } : {})}>
        {tags.length > 0 ? (
          <ul className="cy-tags" aria-labelledby={ids.label}>
            {tags.map((tag, index) => (
              <li key={`${tag} ${index}`} className="cy-tag">
                <span className="cy-tag-text">{tag}</span>
                {fixed ? null : (
                  <Button
                    className="cy-tag-remove"
                    aria-label={say('Remove {name}', { name: tag })}
                    onPress={() => write(tags.filter((_, at) => at !== index))}
                  >
                    <X size={13} aria-hidden="true" />
                  </Button>
                )}
              </li>
            ))}
          </ul>
        ) : null}
        <ComboBox
          className="cy-tag-input"
          aria-labelledby={ids.label}
          {...(ids.described ? { 'aria-describedby': ids.described } : {})}
          isDisabled={props.disabled === true}
          isReadOnly={props.readOnly === true}
          isRequired={props.required === true && tags.length === 0}
          isInvalid={field.invalid}
          validationBehavior="aria"
          allowsCustomValue
          selectedKey={null}
          onSelectionChange={id => {
            const choice = offered.find(({ id: known }) => known === id)
            if (choice) add(choice.label)
          }}
          inputValue={text}
          onInputChange={setText}
          onBlur={() => add(text)}
        >
          <Input className="cy-control-input" placeholder={tags.length === 0 ? (props.placeholder ?? '') : ''} onKeyDown={onKeyDown} onPaste={onPaste} />
          <ChoiceList choices={offered} />
        </ComboBox>
      </div>
      <PlainFoot props={props} field={field} ids={ids} />
    </FieldFrame>
  )
}
