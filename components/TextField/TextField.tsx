import { X } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Group } from 'react-aria-components/Group'
import { TextField as AriaTextField, Input } from 'react-aria-components/TextField'
import type { TextFieldProps } from '../../schema/generated/props.ts'
import { FieldFoot, FieldFrame, FieldLabel } from '../field/FieldFrame.tsx'
import { ariaFieldProps } from '../field/field-props.ts'
import { textProblem } from '../field/problems.ts'
import { useEnter } from '../field/use-enter.ts'
import { useAutofocus, useField } from '../field/use-field.ts'
import { Icon } from '../Icon/Icon.tsx'
import { useSay } from '../words/say.ts'
import './TextField.css'

/** The input's type and keyboard. `url` stays a text: the browser's own would refuse `example.com`. */
const kinds = new Map([
  ['email', { type: 'email', inputMode: 'email' }],
  ['url', { type: 'text', inputMode: 'url' }],
  ['phone', { type: 'tel', inputMode: 'tel' }],
  ['search', { type: 'search', inputMode: 'search' }],
] as const)

/** One line of text. A missing value is the empty text; `maxLength` is told, never cut off while typing. */
export function TextField(props: TextFieldProps) {
  const say = useSay()
  const { kind = 'text', onChange, onEnter } = props
  const value = typeof props.value === 'string' || typeof props.value === 'number' ? String(props.value) : ''
  const field = useField(props, { empty: value.trim() === '', problem: textProblem(value, props, say) })
  useAutofocus(field.root, props.autofocus, props.phase)
  const onKeyDown = useEnter(field, onEnter && (() => onEnter({ value })))
  const search = kind === 'search'
  const icon = props.icon || (search ? 'search' : null)

  function change(next: string): void {
    field.edited()
    onChange?.({ value: next })
  }

  return (
    <FieldFrame props={props} field={field} name="text-field">
      <AriaTextField
        className="cy-field-body"
        {...ariaFieldProps(props, field.invalid)}
        // A browser fills in nothing that an app asks for by its label: no name, no card, no password (S17).
        autoComplete="off"
        {...(kinds.get(kind as 'email') ?? { type: 'text' })}
        value={value}
        onChange={change}
      >
        <FieldLabel props={props} />
        <Group className="cy-control">
          {icon ? (
            <span className="cy-control-icon">
              <Icon name={icon} size="s" />
            </span>
          ) : null}
          <Input className="cy-control-input" placeholder={props.placeholder ?? ''} onKeyDown={onKeyDown} {...(kind === 'text' ? {} : { spellCheck: false })} />
          {search && value !== '' && !props.readOnly ? (
            <Button
              slot={null}
              className="cy-control-button"
              aria-label={say('Clear')}
              excludeFromTabOrder
              isDisabled={props.disabled === true}
              onPress={() => change('')}
            >
              <X size={15} aria-hidden="true" />
            </Button>
          ) : null}
        </Group>
        <FieldFoot props={props} field={field} />
      </AriaTextField>
    </FieldFrame>
  )
}
