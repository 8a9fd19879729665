import { createContext, useContext } from 'react'

/** What a field tells the form around it. */
export interface FormField {
  /** Its root, by whose place in the document the fields are ordered. */
  element(): Element | null
  /** What is wrong with its value, also where that is not shown yet; null where it is good. */
  problem(): string | null
  /** From now on its problem is shown. */
  reveal(): void
  /** It is as new: nothing is shown until it has been edited again. */
  settle(): void
  focus(): void
}

export interface FormScope {
  /** Gives what takes the field out again. */
  register(field: FormField): () => void
  /** Submits if every field is good, else reveals the problems and focuses the first. */
  submit(): void
}

export const FormContext = createContext<FormScope | null>(null)

/** Submits the form around the caller; null where there is none. */
export function useFormSubmit(): (() => void) | null {
  return useContext(FormContext)?.submit ?? null
}
