/** Arithmetic as a person types it (B31): numbers, `+ - * / % ^ ( )`, pi, and the functions of one number. */
import { finite } from '../values.ts'
import { functionsOfOneNumber } from './numbers.ts'

const LONGEST = 2_000
const DEEPEST = 40
const WORD = /\s*(?:(\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|([a-zA-Z]+\d*)|(\*\*|[-+*/%^()×÷−·]))\s*/y
const SIGNS = new Map([
  ['×', '*'],
  ['·', '*'],
  ['÷', '/'],
  ['−', '-'],
  ['**', '^'],
])

type Word = number | string

/** The value, or null for anything that is no arithmetic, or has no finite value. Work is linear in the text. */
export function calculate(text: string): number | null {
  const words = readWords(text)
  if (words === null) return null
  let at = 0
  let depth = 0
  const peek = () => words[at]

  // Each gives NaN once the text makes no sense; nothing after that makes it a number again.
  const sum = (): number => {
    let left = product()
    while (peek() === '+' || peek() === '-') left = words[at++] === '+' ? step(left + product()) : step(left - product())
    return left
  }
  const product = (): number => {
    let left = signed()
    for (let sign = peek(); sign === '*' || sign === '/' || sign === '%'; sign = peek()) {
      at += 1
      const right = signed()
      left = step(sign === '*' ? left * right : sign === '/' ? left / right : left % right)
    }
    return left
  }
  const signed = (): number => {
    let sign = 1
    for (; peek() === '-' || peek() === '+'; at += 1) if (peek() === '-') sign = -sign
    return sign * power()
  }
  const power = (): number => {
    const base = value()
    if (peek() !== '^') return base
    at += 1
    depth += 1
    const result = depth > DEEPEST ? Number.NaN : step(base ** signed())
    depth -= 1
    return result
  }
  const value = (): number => {
    const word = words[at++]
    if (typeof word === 'number') return word
    if (word === '(') return group()
    if (word === 'pi') return Math.PI
    const f = word === undefined ? undefined : functionsOfOneNumber.get(word)
    if (f !== undefined && words[at++] === '(') return step(f(group()))
    if (word === 'round' && words[at++] === '(') return Math.round(group())
    return Number.NaN
  }
  const group = (): number => {
    depth += 1
    const inner = depth > DEEPEST ? Number.NaN : sum()
    depth -= 1
    return words[at++] === ')' ? inner : Number.NaN
  }

  const result = sum()
  return at === words.length ? finite(result) : null
}

function step(x: number): number {
  return finite(x) ?? Number.NaN
}

function readWords(text: string): readonly Word[] | null {
  if (text.length > LONGEST || text.trim() === '') return null
  const words: Word[] = []
  for (WORD.lastIndex = 0; WORD.lastIndex < text.length; ) {
    const found = WORD.exec(text)
    if (found === null) return null
    const [, number, name, sign] = found
    words.push(number !== undefined ? Number(number) : name !== undefined ? name.toLowerCase() : (SIGNS.get(sign as string) ?? (sign as string)))
  }
  return words
}
