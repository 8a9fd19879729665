/** Words of a prompt, made comparable. Everything here is linear in the length of the text. */
import { singular } from './nouns.ts'

/** No prompt needs more than this to be understood; the rest is not looked at. */
export const LONGEST_PROMPT = 4_000

/** One line of plain words: control characters and runs of white space gone, quotes made straight. */
export function plainLine(text: string): string {
  return text
    .slice(0, LONGEST_PROMPT)
    .normalize('NFC')
    .replace(/[’‘`´]/g, "'")
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
}

/** A name that may stand in an app: letters, digits and a few signs; never anything that computes. At most `longest` characters. */
export function cleanName(text: string, longest = 40): string {
  const words = plainLine(text)
    .replace(/[^\p{L}\p{M}\p{N}'&%+ -]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s'&+-]+|[\s'&+-]+$/g, '')
  if (words.length <= longest) return words
  const cut = words.slice(0, longest)
  const space = cut.lastIndexOf(' ')
  return (space > longest / 2 ? cut.slice(0, space) : cut).replace(/[\uD800-\uDBFF]$/, '').trim()
}

export function capitalize(text: string): string {
  const [first = ''] = text
  return first.toUpperCase() + text.slice(first.length)
}

/** Lower-case stems, for comparing: `Tracking my Habits` → `track my habit`. */
export function stems(text: string): string[] {
  return (
    plainLine(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).map(stem)
}

/** The part of a word that its forms share. Rough on purpose: it only has to bring forms of one word together. */
export function stem(word: string): string {
  const one = singular(word.toLowerCase())
  const base = one
    .replace(/(?<=[a-z]{3})(?:ing|ed)$/, '')
    .replace(/(?<=[a-z]{3})(?:er|or)$/, '')
    .replace(/(?<=[a-z]{3})e$/, '')
  return base.length > 3 ? base.replace(/([bdgklmnprt])\1$/, '$1') : base
}
