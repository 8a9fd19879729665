import type { ReactNode } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { rootProps } from '../root-props.ts'
import type { FieldProps } from './field-props.ts'
import type { Field } from './use-field.ts'
import './field.css'

/** The root element of an input, `cy-field` and `cy-<name>`. */
export function FieldFrame({ props, field, name, children }: { props: FieldProps; field: Field; name: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches the focus go out of what is inside
    <div
      {...rootProps(props, `cy-field cy-${name}`)}
      ref={field.root}
      onBlur={field.onBlur}
      {...(props.hideLabel ? { 'data-bare': '' } : {})}
      {...(props.disabled ? { 'data-disabled': '' } : {})}
    >
      {children}
    </div>
  )
}

/** The label, shown or only read out; to stand inside a field of react-aria, which ties them together. */
export function FieldLabel({ props }: { props: FieldProps }) {
  return (
    <Label className={props.hideLabel ? 'cy-hidden' : 'cy-field-label'}>
      {props.label ?? ''}
      {props.required && !props.hideLabel ? (
        <span className="cy-field-needed" aria-hidden="true">
          *
        </span>
      ) : null}
    </Label>
  )
}

/** Help, and what is wrong, below the control; to stand inside a field of react-aria. */
export function FieldFoot({ props, field }: { props: FieldProps; field: Field }) {
  return (
    <>
      {props.about ? (
        <Text slot="description" className="cy-field-about">
          {props.about}
        </Text>
      ) : null}
      <FieldError className="cy-field-error">{field.message}</FieldError>
    </>
  )
}
