import { useMemo } from 'react'
import type { Json } from '../../schema/json/json.ts'
import { useSay } from '../words/say.ts'
import type { FieldProps } from './field-props.ts'
import type { Choice } from './options.ts'
import { choiceOf, optionsToChoices } from './options.ts'
import type { Field } from './use-field.ts'
import { useField } from './use-field.ts'

/** How many of the options count; all are drawn unless they stand in a list that opens. */
type Most = number | undefined

interface ChoiceProps extends FieldProps {
  readonly options?: unknown
  readonly value?: Json | undefined
}

/** A field with one of several choices: chosen by id, told as the option's value. */
export function useChoice(
  props: ChoiceProps & { readonly onChange?: ((event: { readonly value: Json }) => void) | undefined },
  most?: Most,
): {
  readonly field: Field
  readonly choices: readonly Choice[]
  readonly chosen: Choice | undefined
  choose(id: unknown): void
} {
  const say = useSay()
  const choices = useMemo(() => optionsToChoices(props.options, most, say), [props.options, most, say])
  const chosen = choiceOf(choices, props.value)
  const field = useField(props, { empty: (props.value ?? null) === null || props.value === '', needed: say('Choose one.') })
  return {
    field,
    choices,
    chosen,
    choose(id) {
      const next = choices.find(choice => choice.id === id)
      if (!next || next === chosen) return
      field.edited()
      props.onChange?.({ value: next.value })
    },
  }
}

/** A field with any number of choices; values that no option names are kept. */
export function useChoices(
  props: ChoiceProps & { readonly onChange?: ((event: { readonly value: readonly Json[] }) => void) | undefined },
  most?: Most,
): {
  readonly field: Field
  readonly choices: readonly Choice[]
  readonly chosen: readonly Choice[]
  choose(ids: readonly unknown[]): void
} {
  const say = useSay()
  const choices = useMemo(() => optionsToChoices(props.options, most, say), [props.options, most, say])
  const values: readonly Json[] = Array.isArray(props.value) ? (props.value as readonly Json[]) : []
  const wanted = new Set(values)
  const chosen = choices.filter(choice => wanted.has(choice.value))
  const field = useField(props, { empty: values.length === 0, needed: say('Choose at least one.') })
  return {
    field,
    choices,
    chosen,
    choose(ids) {
      field.edited()
      const chosenIds = new Set(ids)
      const strays = values.filter(value => choiceOf(choices, value) === undefined)
      props.onChange?.({ value: [...strays, ...choices.filter(choice => chosenIds.has(choice.id)).map(choice => choice.value)] })
    },
  }
}
