import { cleanText } from '../../schema/identity/clean-text.ts'
import { imitates, namesTheDesktop } from '../../schema/identity/names.ts'

/** As long as a name may be where the desktop shows it; the whole stands in the app's details. */
const longest = 60

/** What an app copied, as it is shown: what cannot be seen in it is counted (S14, S60). */
export function copiedWords(text: string, most: number): string {
  const { text: seen, removed } = cleanText(text)
  const cut = seen.length > most ? `${seen.slice(0, most)}…` : seen
  return removed === 0 ? `“${cut}”` : `“${cut}”, with ${removed === 1 ? 'a character that shows' : `${removed} characters that show`} nothing`
}

/** What an app says beside its own window, marked as its words where they look like one of the desktop's own (S15, S62). */
export function wordsOfApp(text: string): string {
  return imitates(text) ? `“${text}”` : text
}

/**
 * An app's name as the desktop shows it: without what cannot be seen, cut where it is endless, and
 * marked where it looks like one of the desktop's own (S15).
 */
export function appNameForPeople(name: string | null): string {
  const clean = cleanText(name ?? '')
    .text.replace(/\s+/g, ' ')
    .trim()
  if (clean === '') return 'New app'
  const letters = [...clean]
  const short = letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : clean
  return imitates(clean) || imitates(name ?? '') || namesTheDesktop(clean) ? `An app that calls itself “${short}”` : short
}
