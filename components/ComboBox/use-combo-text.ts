import { useState } from 'react'
import type { Json } from '../../schema/json/json.ts'
import type { Choice } from '../field/options.ts'
import { choiceOf, strayLabel } from '../field/options.ts'
import { useSay } from '../words/say.ts'

/**
 * The text of a combo box beside the value that it stands for. It is written anew when the value, or the label of the
 * chosen option, has changed from elsewhere; otherwise it is what was typed.
 */
export function useComboText(choices: readonly Choice[], value: Json, custom: boolean, send: (value: Json) => void) {
  const say = useSay()
  const label = (of: Json) => choiceOf(choices, of)?.label ?? strayLabel(of, say) ?? ''
  const here = { text: label(value), value, label: label(value) }
  const [draft, setDraft] = useState(here)
  let current = draft
  if (draft.value !== value || draft.label !== here.label) {
    current = here
    setDraft(here)
  }

  function write(text: string, next: Json): void {
    setDraft({ text, value: next, label: label(next) })
    if (next !== value) send(next)
  }

  return {
    text: current.text,
    type(text: string): void {
      const exact = choices.find(choice => choice.label === text && !choice.disabled)
      if (text === '') write('', null)
      else if (custom) write(text, exact ? exact.value : text)
      else setDraft({ ...current, text })
    },
    /**
     * Comes when an option is picked, and also when the field is left: then with what was chosen before, or null. A text
     * that names an option in full, in whatever case, means that one.
     */
    choose(id: unknown): void {
      const next = choices.find(choice => choice.id === id)
      const typed = current.text.trim().toLocaleLowerCase()
      const left = next === undefined || next.value === value
      const meant = left && typed !== '' ? choices.find(choice => !choice.disabled && choice.label.toLocaleLowerCase() === typed) : undefined
      const chosen = custom ? next : (meant ?? next)
      if (chosen) write(chosen.label, chosen.value)
      else if (!custom) setDraft(here)
    },
  }
}
