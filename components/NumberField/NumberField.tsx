import { Minus, Plus } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Group } from 'react-aria-components/Group'
import { Input, TextField } from 'react-aria-components/TextField'
import type { NumberFieldProps } from '../../schema/generated/props.ts'
import { FieldFoot, FieldFrame, FieldLabel } from '../field/FieldFrame.tsx'
import { ariaFieldProps } from '../field/field-props.ts'
import { numberProblem } from '../field/problems.ts'
import { useEnter } from '../field/use-enter.ts'
import { useAutofocus, useField } from '../field/use-field.ts'
import { useLocale } from '../locale.ts'
import { useSay } from '../words/say.ts'
import { numberText, stepNumber } from './number-text.ts'
import { useNumberText } from './use-number-text.ts'
import './NumberField.css'

/** What may be in the text while it is typed; anything else is not taken. */
const typeable = /^[\p{Nd}.,\s\u00a0\u202f'’٫٬\u200e\u200f\u061c−–-]*$/u

const keySteps = new Map([
  ['ArrowUp', 1],
  ['ArrowDown', -1],
  ['PageUp', 10],
  ['PageDown', -10],
])

/**
 * A number. The state follows while one types; limits are told, not forced, so that what is seen is what
 * is kept. Arrow keys and the two buttons step.
 */
export function NumberField(props: NumberFieldProps) {
  const say = useSay()
  const { min, max, onChange, onEnter } = props
  const locale = useLocale()
  const words = numberText(locale.language, { format: props.format, currency: props.currency ?? locale.currency })
  const value = typeof props.value === 'number' && Number.isFinite(props.value) ? props.value : null
  const limit = (bound: number) =>
    `${words.before}${words.write(bound)}${words.after && (words.after === '%' ? ' %' : ` ${words.after}`)}${props.unit ? ` ${props.unit}` : ''}`
  const field = useField(props, { empty: value === null, problem: numberProblem(value, { min, max }, limit, say) })
  useAutofocus(field.root, props.autofocus, props.phase)
  const number = useNumberText(value, words, next => {
    field.edited()
    onChange?.({ value: next })
  })
  const fixed = props.disabled === true || props.readOnly === true
  const step = typeof props.step === 'number' && props.step > 0 ? props.step : words.step
  const move = (steps: number) => number.set(stepNumber(value, steps, { step, min, max }))
  const enter = useEnter(field, onEnter && (() => onEnter({ value })))

  function onKeyDown(event: KeyboardEvent): void {
    const steps = keySteps.get(event.key)
    if (steps === undefined || fixed || event.altKey || event.ctrlKey || event.metaKey) enter(event)
    else {
      event.preventDefault()
      move(steps)
    }
  }

  return (
    <FieldFrame props={props} field={field} name="number-field">
      <TextField
        className="cy-field-body"
        {...ariaFieldProps(props, field.invalid)}
        inputMode={typeof min === 'number' && min >= 0 ? 'decimal' : 'text'}
        autoComplete="off"
        value={number.text}
        onChange={text => typeable.test(text) && number.type(text)}
        onBlur={number.leave}
      >
        <FieldLabel props={props} />
        <Group className="cy-control">
          {words.before ? <span className="cy-number-sign">{words.before}</span> : null}
          <Input
            className="cy-control-input cy-number-input"
            aria-roledescription={say('number field')}
            placeholder={props.placeholder ?? ''}
            onKeyDown={onKeyDown}
            dir="ltr"
          />
          {words.after || props.unit ? <span className="cy-number-sign">{[words.after, props.unit].filter(Boolean).join(' ')}</span> : null}
          {props.readOnly ? null : (
            <span className="cy-number-steps">
              <StepButton
                name={say('Less')}
                label={props.label}
                disabled={fixed || (typeof min === 'number' && value !== null && value <= min)}
                onPress={() => move(-1)}
              >
                <Minus size={14} aria-hidden="true" />
              </StepButton>
              <StepButton
                name={say('More')}
                label={props.label}
                disabled={fixed || (typeof max === 'number' && value !== null && value >= max)}
                onPress={() => move(1)}
              >
                <Plus size={14} aria-hidden="true" />
              </StepButton>
            </span>
          )}
        </Group>
        <FieldFoot props={props} field={field} />
      </TextField>
    </FieldFrame>
  )
}

/** Not in the tab order: the arrow keys do the same. */
function StepButton(props: { name: string; label: string | undefined; disabled: boolean; onPress: () => void; children: ReactNode }) {
  return (
    <Button
      slot={null}
      className="cy-control-button"
      aria-label={props.label ? `${props.name}: ${props.label}` : props.name}
      excludeFromTabOrder
      preventFocusOnPress
      isDisabled={props.disabled}
      onPress={props.onPress}
    >
      {props.children}
    </Button>
  )
}
