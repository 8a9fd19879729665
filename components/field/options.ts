import { type Say, sayInEnglish } from '../words/say.ts'

/** One choice of an input, made from whatever an app wrote as an option. */
export interface Choice {
  /** Unique among the choices of one input, also where values are null, numbers or alike. */
  readonly id: string
  readonly value: string | number | boolean | null
  readonly label: string
  readonly icon?: string
  readonly disabled: boolean
}

/** Nobody chooses from more among controls that are all drawn, and a page would stand still. */
const mostChoices = 2_000
/** In a list that opens and draws what can be seen of it. */
export const mostInList = 10_000

/**
 * Options as choices, in their order. Takes texts, numbers, `{ value, label?, icon?, disabled? }`; a
 * null value is a choice like any other ("all", "none"). What is none of these is left out, and so is what comes after the first `most`.
 */
export function optionsToChoices(options: unknown, most = mostChoices, say: Say = sayInEnglish): readonly Choice[] {
  if (!Array.isArray(options)) return []
  const seen = new Map<string, number>()
  const choices: Choice[] = []
  for (const option of (options as readonly unknown[]).slice(0, most)) {
    const record = typeof option === 'object' && option !== null && !Array.isArray(option) ? (option as Readonly<Record<string, unknown>>) : null
    const value = record ? (own(record, 'value') ?? null) : option
    if (!isPlain(value) || (record && !Object.hasOwn(record, 'value') && !Object.hasOwn(record, 'label'))) continue
    const label = record ? own(record, 'label') : undefined
    const icon = record ? own(record, 'icon') : undefined
    const base = choiceId(value)
    const count = seen.get(base) ?? 0
    seen.set(base, count + 1)
    choices.push({
      id: count === 0 ? base : `${base}#${count}`,
      value,
      label: typeof label === 'string' || typeof label === 'number' ? String(label) : valueText(value, say),
      ...(typeof icon === 'string' && icon !== '' ? { icon } : {}),
      disabled: record ? own(record, 'disabled') === true : false,
    })
  }
  return choices
}

/** The first choice with this value; a missing value is null. */
export function choiceOf(choices: readonly Choice[], value: unknown): Choice | undefined {
  const wanted = value ?? null
  return choices.find(choice => choice.value === wanted)
}

/** What stands for a value that no option names: itself, as text; null for none. */
export function strayLabel(value: unknown, say: Say = sayInEnglish): string | null {
  return value === null || value === undefined || value === '' || !isPlain(value) ? null : valueText(value, say)
}

function own(record: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

function isPlain(value: unknown): value is string | number | boolean | null {
  return value === null || typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))
}

function choiceId(value: string | number | boolean | null): string {
  return value === null ? 'null' : `${typeof value}:${value}`
}

function valueText(value: string | number | boolean | null, say: Say): string {
  return value === null ? say('None') : value === true ? say('Yes') : value === false ? say('No') : String(value)
}
