import { useMemo, useRef } from 'react'
import type { FormField, FormScope } from './form-context.ts'

/** The fields of one form, and what submitting them does. `onSubmit` is the latest given. */
export function useFormScope(onSubmit: (() => void) | undefined): FormScope {
  const run = useRef(onSubmit)
  run.current = onSubmit
  return useMemo(() => createFormScope(() => run.current?.()), [])
}

/** Fields in the order of the document, whenever they came. */
export function createFormScope(onSubmit: () => void): FormScope {
  const fields = new Set<FormField>()
  return {
    register(field) {
      fields.add(field)
      return () => {
        fields.delete(field)
      }
    },
    submit() {
      const ordered = [...fields].sort(byPlace)
      for (const field of ordered) field.reveal()
      const first = ordered.find(field => field.problem() !== null)
      if (first) return first.focus()
      onSubmit()
      for (const field of ordered) field.settle()
    },
  }
}

function byPlace(a: FormField, b: FormField): number {
  const from = a.element()
  const to = b.element()
  if (!from || !to || from === to) return 0
  return from.compareDocumentPosition(to) & 4 /* Node.DOCUMENT_POSITION_FOLLOWING */ ? -1 : 1
}
