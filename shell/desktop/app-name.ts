import { cleanText } from '../../schema/identity/clean-text.ts'
import { imitates } from '../../schema/identity/names.ts'

/** As long as a name may be where the desktop shows it; the whole stands in the app's details. */
const longest = 60

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
  return imitates(clean) || imitates(name ?? '') ? `An app that calls itself “${short}”` : short
}
