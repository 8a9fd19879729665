import { TextArea as AriaTextArea, TextField } from 'react-aria-components/TextField'
import type { TextAreaProps } from '../../schema/generated/props.ts'
import { FieldFoot, FieldFrame, FieldLabel } from '../field/FieldFrame.tsx'
import { ariaFieldProps } from '../field/field-props.ts'
import { textProblem } from '../field/problems.ts'
import { useAutofocus, useField } from '../field/use-field.ts'
import { useSay } from '../words/say.ts'
import './TextArea.css'

/** Several lines of text; grows with what is typed up to twelve lines more than `rows`. */
export function TextArea(props: TextAreaProps) {
  const say = useSay()
  const value = typeof props.value === 'string' || typeof props.value === 'number' ? String(props.value) : ''
  const field = useField(props, { empty: value.trim() === '', problem: textProblem(value, props, say) })
  useAutofocus(field.root, props.autofocus, props.phase)
  const rows = typeof props.rows === 'number' && props.rows >= 1 ? Math.min(40, Math.floor(props.rows)) : 3
  const length = props.maxLength ? [...value].length : 0

  return (
    <FieldFrame props={props} field={field} name="text-area">
      <TextField
        className="cy-field-body"
        autoComplete="off"
        {...ariaFieldProps(props, field.invalid)}
        value={value}
        onChange={next => {
          field.edited()
          props.onChange?.({ value: next })
        }}
      >
        <FieldLabel props={props} />
        <AriaTextArea className="cy-control cy-text-area-input" rows={rows} placeholder={props.placeholder ?? ''} style={{ '--rows': rows } as object} />
        {props.maxLength ? (
          <span className="cy-text-area-count" aria-hidden="true" data-over={length > props.maxLength ? '' : undefined}>
            {length} / {props.maxLength}
          </span>
        ) : null}
        <FieldFoot props={props} field={field} />
      </TextField>
    </FieldFrame>
  )
}
