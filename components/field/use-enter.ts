import type { KeyboardEvent } from 'react'
import { useContext } from 'react'
import { FormContext } from '../Form/form-context.ts'
import type { Field } from './use-field.ts'

/**
 * Enter in a one-line field: runs `onEnter` where the author gave it, else submits the form around.
 * A field with a problem shows it instead. Enter that ends a composition (IME) is not one.
 */
export function useEnter(field: Field, onEnter: (() => void) | undefined): (event: KeyboardEvent) => void {
  const form = useContext(FormContext)
  return event => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return
    if (!onEnter && !form) return
    event.preventDefault()
    if (!onEnter) return form?.submit()
    if (field.problem !== null) return field.reveal()
    onEnter()
  }
}
