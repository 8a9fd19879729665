import { cleanText } from '../../schema/identity/clean-text.ts'
import { asksAsDesktop } from '../../schema/identity/desktop-questions.ts'
import type { Json } from '../../schema/json/json.ts'
import { ToolFailure } from '../ports.ts'

/**
 * What an app says outside of its own window, in a toast, a question, a title or a badge: without what cannot be
 * seen (S14). Throws a `ToolFailure` where it asks in words that only the desktop uses (S62).
 */
export function wordsForDesktop(value: Json | undefined, place: 'text' | 'answer' = 'text'): string {
  const said = cleanText(value === undefined || value === null ? '' : String(value)).text
  if (asksAsDesktop(said, place)) throw new ToolFailure('reserved-words', `Only the desktop asks “${said}”. Say it in other words.`)
  return said
}
