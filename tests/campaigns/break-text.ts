import type { Chance } from '../diagnostics/chance.ts'

const SIGNS = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  "'",
  '\\',
  '`',
  '/',
  '#',
  '${',
  '\n',
  '\t',
  '\r',
  '\u0000',
  '\ud83d',
  '\udc00',
  '\u2028',
  '\u00a0',
  '\ufeff',
  '-',
  '0',
  'e',
  'true',
  'None',
  '...',
]
const VALUES = [
  'null',
  'true',
  '0',
  '-1',
  '1e400',
  '""',
  '"${"',
  '"${a.b.c}"',
  '[]',
  '{}',
  '[[]]',
  '{"type":"Text"}',
  '{"do":"set"}',
  '"__proto__"',
  '{"__proto__":{}}',
  '"\ud800"',
  '"x => x"',
]

/** A text with one to four pieces of it dropped, doubled, swapped or overwritten: in its signs, its bytes or its values. */
export function breakText(text: string, chance: Chance): string {
  let broken = text
  for (let times = 1 + chance.below(4); times > 0; times -= 1) broken = breakOnce(broken, chance)
  return broken
}

function breakOnce(text: string, chance: Chance): string {
  const at = chance.below(text.length + 1)
  const some = chance.below(12)
  const other = chance.below(text.length + 1)
  const splice = (from: number, length: number, insert: string): string => text.slice(0, from) + insert + text.slice(from + length)
  switch (chance.below(8)) {
    case 0:
      return splice(at, 1, '')
    case 1:
      return splice(at, some, '')
    case 2:
      return splice(at, 0, chance.pick(SIGNS) as string)
    case 3:
      return splice(at, 1, chance.pick(SIGNS) as string)
    case 4:
      return splice(at, 0, text.slice(other, other + some * 5))
    case 5:
      return splice(at, 0, String.fromCharCode(chance.below(0x10000)))
    case 6:
      return breakBytes(text, at, chance)
    default:
      return replaceValue(text, at, chance.pick(VALUES) as string)
  }
}

/** One byte of the UTF-8 changed, and what comes of it read as a file is. */
function breakBytes(text: string, at: number, chance: Chance): string {
  const bytes = Buffer.from(text)
  if (bytes.length > 0) bytes[Math.min(at, bytes.length - 1)] = chance.below(256)
  return bytes.toString('utf8')
}

/** The next text, number, literal or empty container from `at` on, replaced. */
function replaceValue(text: string, at: number, value: string): string {
  const found = /"(?:[^"\\]|\\.)*"|-?\d[\d.e+-]*|true|false|null|\[\]|\{\}/.exec(text.slice(at))
  return found === null ? text : text.slice(0, at + found.index) + value + text.slice(at + found.index + found[0].length)
}
