import { cleanText } from '../../schema/identity/clean-text.ts'

/** What an app says of itself, in the desktop's own questions: in one line, without what cannot be seen, and without the quotation marks that end it there (S14). */
export function quotedWords(text: string): string {
  const clean = cleanText(text).text.replace(/\s+/g, ' ').trim()
  return `“${clean.replace(/[“”„‟]/g, '"')}”`
}
