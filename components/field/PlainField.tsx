import { useId } from 'react'
import type { FieldProps } from './field-props.ts'
import type { Field } from './use-field.ts'

/** The ids that tie a label, help and error to a control that react-aria does not tie itself. */
export interface PlainFieldIds {
  readonly label: string
  readonly about: string
  readonly error: string
  /** For `aria-describedby`: what is there of help and error. */
  readonly described: string | undefined
}

export function usePlainField(props: FieldProps, field: Field): PlainFieldIds {
  const id = useId()
  const about = `${id}about`
  const error = `${id}error`
  const parts = [props.about ? about : '', field.message ? error : ''].filter(Boolean).join(' ')
  return { label: `${id}label`, about, error, described: parts === '' ? undefined : parts }
}

export function PlainLabel({ props, ids, onPress }: { props: FieldProps; ids: PlainFieldIds; onPress?: () => void }) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: as with a label, a press goes to the control, which has the keyboard's way of its own
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <span id={ids.label} className={props.hideLabel ? 'cy-hidden' : 'cy-field-label'} onClick={onPress}>
      {props.ariaLabel && props.hideLabel ? props.ariaLabel : (props.label ?? '')}
      {props.required && !props.hideLabel ? (
        <span className="cy-field-needed" aria-hidden="true">
          *
        </span>
      ) : null}
    </span>
  )
}

export function PlainFoot({ props, field, ids }: { props: FieldProps; field: Field; ids: PlainFieldIds }) {
  return (
    <>
      {props.about ? (
        <span id={ids.about} className="cy-field-about">
          {props.about}
        </span>
      ) : null}
      {field.message ? (
        <span id={ids.error} className="cy-field-error">
          {field.message}
        </span>
      ) : null}
    </>
  )
}
