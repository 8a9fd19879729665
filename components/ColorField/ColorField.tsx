import { Check } from 'lucide-react'
import { useState } from 'react'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { TextField } from 'react-aria-components/TextField'
import type { ColorFieldProps } from '../../schema/generated/props.ts'
import { FieldFoot, FieldFrame, FieldLabel } from '../field/FieldFrame.tsx'
import { ariaFieldProps } from '../field/field-props.ts'
import { useField } from '../field/use-field.ts'
import { cssColor, paletteNames } from '../theme/color.ts'
import { useSay } from '../words/say.ts'
import './ColorField.css'

/** A colour: a palette name or `#rrggbb`. What is typed counts as soon as it is one. */
export function ColorField(props: ColorFieldProps) {
  const say = useSay()
  const value = typeof props.value === 'string' ? props.value.trim() : ''
  const field = useField(props, {
    empty: value === '',
    problem: value !== '' && !cssColor(value) ? say('Write a colour like #3366cc.') : null,
    needed: say('Choose a colour.'),
  })
  const [draft, setDraft] = useState({ text: value, value })
  const text = draft.value === value ? draft.text : value
  const offered: readonly string[] = (
    Array.isArray(props.swatches) ? props.swatches : paletteNames.filter(name => name !== 'white' && name !== 'black')
  ).filter((name, at, all) => cssColor(name) !== null && all.indexOf(name) === at)

  function write(next: string): void {
    setDraft({ text: next, value: next })
    if (next === value) return
    field.edited()
    props.onChange?.({ value: next })
  }

  return (
    <FieldFrame props={props} field={field} name="color-field">
      <RadioGroup
        className="cy-field-body"
        orientation="horizontal"
        {...ariaFieldProps(props, field.invalid)}
        value={offered.includes(value) ? value : null}
        onChange={write}
      >
        <FieldLabel props={props} />
        <div className="cy-swatches">
          {offered.map(name => (
            <Radio key={name} className="cy-color-swatch" value={name} aria-label={name} style={{ backgroundColor: cssColor(name) ?? 'transparent' }}>
              <Check size={14} strokeWidth={3} aria-hidden="true" />
            </Radio>
          ))}
        </div>
        <FieldFoot props={props} field={field} />
      </RadioGroup>
      <TextField
        className="cy-color-text"
        aria-label={say('{label}: as a name or #rrggbb', { label: props.label ?? say('Colour') })}
        isDisabled={props.disabled === true}
        isReadOnly={props.readOnly === true}
        value={text}
        onChange={typed => {
          const color = typed.trim()
          if (color === '' || cssColor(color)) write(color)
          else setDraft({ text: typed, value })
        }}
        onBlur={() => setDraft({ text: value, value })}
      >
        <Group className="cy-control">
          <span className="cy-color-dot" aria-hidden="true" style={{ backgroundColor: cssColor(value) ?? 'transparent' }} />
          <Input className="cy-control-input" placeholder="#3366cc" spellCheck={false} />
        </Group>
      </TextField>
    </FieldFrame>
  )
}
