import type { FocusEvent, RefObject } from 'react'
import { useContext, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { FormContext } from '../Form/form-context.ts'
import { useSay } from '../words/say.ts'
import type { FieldProps } from './field-props.ts'
import { ruleProblem } from './problems.ts'

export interface FieldInput {
  /** Nothing has been typed or chosen. */
  readonly empty: boolean
  /** What is wrong with what was typed or chosen; not whether it is needed. */
  readonly problem?: string | null | undefined
  /** Said where it is required and empty. */
  readonly needed?: string | undefined
}

export interface Field {
  readonly root: RefObject<HTMLDivElement | null>
  /** What is to be shown below it now, or null. */
  readonly message: string | null
  readonly invalid: boolean
  /** What is wrong, shown or not. */
  readonly problem: string | null
  /** To be called with each change by the person. */
  edited(): void
  /** Shows what is wrong from now on. */
  reveal(): void
  onBlur(event: FocusEvent<HTMLElement>): void
}

const focusable = 'input:not([type=hidden],[tabindex="-1"]),textarea,[role=spinbutton],button:not([tabindex="-1"]),[tabindex="0"]'

/**
 * When a field speaks: the first of "needed", its own problem, its failing rules is known at once, but
 * shown only after the person has changed it and left it, or has tried to submit. Once shown it
 * follows each key, so that it goes away in the moment it is mended. A form that has been submitted
 * makes its fields new again.
 */
export function useField(props: FieldProps, { empty, problem, needed }: FieldInput): Field {
  const say = useSay()
  const root = useRef<HTMLDivElement>(null)
  const form = useContext(FormContext)
  const [stage, setStage] = useState<'new' | 'edited' | 'shown'>('new')

  const found =
    props.disabled || props.readOnly ? null : props.required && empty ? (needed ?? say('Fill this in.')) : (problem ?? ruleProblem(props.rules, say))

  const latest = useRef(found)
  useLayoutEffect(() => {
    latest.current = found
  })

  useEffect(
    () =>
      form?.register({
        element: () => root.current,
        problem: () => latest.current,
        reveal: () => setStage('shown'),
        settle: () => setStage('new'),
        focus: () => focusFirst(root.current),
      }),
    [form],
  )

  const message = stage === 'shown' ? found : null
  return {
    root,
    message,
    invalid: message !== null,
    problem: found,
    edited: () => setStage(now => (now === 'new' ? 'edited' : now)),
    reveal: () => setStage('shown'),
    onBlur(event) {
      if (root.current?.contains(event.relatedTarget)) return
      setStage(now => (now === 'edited' ? 'shown' : now))
    },
  }
}

function focusFirst(root: HTMLElement | null): void {
  // What a field is about may stand behind its tools.
  const first = root?.querySelector('[data-field-first]') ?? root
  for (const element of first?.querySelectorAll<HTMLElement>(focusable) ?? []) {
    if (element.closest('[aria-hidden=true]') || element.matches(':disabled')) continue
    element.focus()
    return
  }
}

/**
 * Focuses the field once, when `wanted` is set and its part of the document has closed: never while
 * it is still being drawn. It does not scroll.
 */
export function useAutofocus(root: RefObject<HTMLElement | null>, wanted: boolean | undefined, phase: string | undefined): void {
  const done = useRef(false)
  useEffect(() => {
    if (!wanted || phase === 'outline' || done.current) return
    done.current = true
    root.current?.querySelector<HTMLElement>(focusable)?.focus({ preventScroll: true })
  }, [root, wanted, phase])
}
