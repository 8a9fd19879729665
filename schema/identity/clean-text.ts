/**
 * Removing what a reader cannot see (S14): text from outside may hold instructions for a model, or
 * turn what a person reads around, in characters that show nothing.
 */
export interface CleanText {
  readonly text: string
  /** How many code points were taken out. */
  readonly removed: number
}

/** Shows nothing, or changes how its neighbours show: zero-width, bidi, tags, fillers, controls, halves of pairs. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cs}\uFFF9-\uFFFB\u2800]/gu
const KEPT_CONTROLS = new Set(['\n', '\t', '\r'])
/** Scripts that spell words with joiners. */
const JOINING_LETTER =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}]/u
const EMOJI_BASE = /[\p{Emoji}\p{Emoji_Modifier}]/u
const PICTOGRAPH = /\p{Extended_Pictographic}/u

/**
 * The text without invisible characters, and how many there were. Kept are line breaks and tabs,
 * what makes an emoji one (a joiner between two, a variation selector behind one), and a single
 * joiner between letters of scripts that need it.
 */
export function cleanText(text: string): CleanText {
  let removed = 0
  const cleaned = text.replace(INVISIBLE, (character, offset: number) => {
    if (KEPT_CONTROLS.has(character) || joins(text, character, offset)) return character
    removed++
    return ''
  })
  return { text: cleaned, removed }
}

function joins(text: string, character: string, offset: number): boolean {
  const before = lastCharacter(text, offset)
  const after = String.fromCodePoint(text.codePointAt(offset + character.length) ?? 0)
  if (character === '\uFE0F') return EMOJI_BASE.test(before)
  if (character !== '\u200D' && character !== '\u200C') return false
  if (JOINING_LETTER.test(before)) return JOINING_LETTER.test(after)
  if (character !== '\u200D' || !PICTOGRAPH.test(after)) return false
  return PICTOGRAPH.test(before) || /\p{Emoji_Modifier}/u.test(before) || (before === '\uFE0F' && PICTOGRAPH.test(lastCharacter(text, offset - 1)))
}

/** The code point that ends before `offset`, or `''` at the start. */
function lastCharacter(text: string, offset: number): string {
  if (offset <= 0) return ''
  const isLow = (text.charCodeAt(offset - 1) & 0xfc00) === 0xdc00
  return String.fromCodePoint(text.codePointAt(Math.max(0, offset - (isLow ? 2 : 1))) ?? 0)
}
