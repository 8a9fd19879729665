import { skeleton } from './skeleton.ts'

/** What only the desktop asks a person, as it looks. */
const RESERVED = ['allow', 'don’t allow', "don't allow", 'approve'].map(skeleton)

/** Whether an app's question, or its answer to one, is in words that only the desktop uses, or in letters that look like them (S62). */
export function asksAsDesktop(text: string, place: 'text' | 'answer' = 'text'): boolean {
  const looks = skeleton(text)
  const asks = place === 'answer' || looks.endsWith('?')
  return asks && RESERVED.some(words => looks.startsWith(words) && !/^[\p{L}\p{N}]/u.test(looks.slice(words.length)))
}
