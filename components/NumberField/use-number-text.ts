import { useState } from 'react'
import type { NumberText } from './number-text.ts'

/**
 * The text of a number field and the number that it stands for, kept together while one types: the number follows
 * each key that leaves a valid number, and the text is written anew only when the number came from
 * elsewhere, or when the field is left.
 */
export function useNumberText(value: number | null, words: NumberText, send: (value: number | null) => void) {
  const [draft, setDraft] = useState({ text: words.write(value), value, words })
  let current = draft
  if (!Object.is(draft.value, value) || draft.words !== words) {
    current = { text: words.write(value), value, words }
    setDraft(current)
  }

  return {
    text: current.text,
    /** What was typed; the number is sent where it is one. */
    type(text: string): void {
      const parsed = words.parse(text)
      const next = parsed === 'unfinished' ? current.value : parsed
      setDraft({ text, value: next, words })
      if (!Object.is(next, current.value)) send(next)
    },
    /** A number that was not typed. */
    set(next: number): void {
      setDraft({ text: words.write(next), value: next, words })
      if (!Object.is(next, value)) send(next)
    },
    /** Writes the number out as it is read. */
    leave(): void {
      setDraft({ text: words.write(current.value), value: current.value, words })
    },
  }
}
