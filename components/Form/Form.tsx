import type { ReactNode } from 'react'
import { useContext } from 'react'
import type { FormProps } from '../../schema/generated/props.ts'
import { Button } from '../Button/Button.tsx'
import { rootProps } from '../root-props.ts'
import { FormContext } from './form-context.ts'
import { useFormScope } from './form-scope.ts'
import './Form.css'

/** Fields that belong together. A form inside a form is a group of its own: HTML allows no second one. */
export function Form(props: FormProps<ReactNode>) {
  const scope = useFormScope(props.onSubmit)
  const inside = useContext(FormContext) !== null
  const content = (
    <FormContext value={scope}>
      {props.children}
      {props.submitLabel ? (
        <div className="cy-form-end">
          <Button label={props.submitLabel} variant="primary" submit />
        </div>
      ) : null}
    </FormContext>
  )
  const root = rootProps(props, 'cy-form')
  if (inside)
    return (
      // biome-ignore lint/a11y/useSemanticElements: a fieldset has a layout of its own in every browser
      <div {...root} role="group" {...(props.ariaLabel ? { 'aria-label': props.ariaLabel } : {})}>
        {content}
      </div>
    )
  return (
    <form
      {...root}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        scope.submit()
      }}
      {...(props.ariaLabel ? { 'aria-label': props.ariaLabel } : {})}
    >
      {content}
    </form>
  )
}
