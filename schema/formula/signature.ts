/**
 * Signatures of library functions, written as `filter(list: [T], test: (T, number) => bool) => [T]`.
 * `T`, `U`, `A` stand for whatever type is found there; `name?` may be left out; `...name` takes any number.
 */
import { parseType, type Type } from './types.ts'

export type Pattern =
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'lambda'; readonly params: readonly Pattern[]; readonly result: Pattern }
  | { readonly kind: 'list-of'; readonly of: Pattern }
  | { readonly kind: 'fields'; readonly fields: readonly (readonly [string, Pattern])[] }
  | { readonly kind: 'maybe'; readonly of: Pattern }
  | { readonly kind: 'one-of'; readonly of: readonly Pattern[] }
  | { readonly kind: 'type'; readonly type: Type }

export interface Parameter {
  readonly name: string
  readonly pattern: Pattern
  readonly optional?: true
  readonly rest?: true
}

export interface Signature {
  readonly name: string
  readonly params: readonly Parameter[]
  readonly result: Pattern
  /** As it was written. */
  readonly text: string
}

const WORD = /\s*(=>|\.\.\.|[a-zA-Z0-9]+|[[\](){}:,?|])/y

/** Reads one signature; throws a RangeError for a text that is none, as only our own tables are read. */
export function parseSignature(text: string): Signature {
  const words: string[] = []
  WORD.lastIndex = 0
  for (let found = WORD.exec(text); found !== null; found = WORD.exec(text)) words.push(found[1] as string)
  let at = 0
  const peek = () => words[at]
  const next = () => words[at++] as string
  const take = (word: string) => {
    if (next() !== word) throw new RangeError(`"${word}" is missing in the signature ${text}`)
  }
  const has = (word: string) => {
    if (peek() !== word) return false
    at += 1
    return true
  }

  const pattern = (): Pattern => {
    const first = suffixed()
    if (peek() !== '|') return first
    const of = [first]
    while (has('|')) of.push(suffixed())
    return { kind: 'one-of', of }
  }
  const suffixed = (): Pattern => {
    const inner = primary()
    return has('?') ? { kind: 'maybe', of: inner } : inner
  }
  const primary = (): Pattern => {
    if (has('[')) {
      const of = pattern()
      take(']')
      return { kind: 'list-of', of }
    }
    if (has('{')) {
      const fields: [string, Pattern][] = []
      while (!has('}')) {
        const name = next()
        take(':')
        fields.push([name, pattern()])
        has(',')
      }
      return { kind: 'fields', fields }
    }
    if (has('(')) {
      const params: Pattern[] = []
      while (!has(')')) {
        params.push(pattern())
        has(',')
      }
      take('=>')
      return { kind: 'lambda', params, result: suffixed() }
    }
    const word = next()
    if (/^[A-Z]$/.test(word)) return { kind: 'variable', name: word }
    const type = parseType(word)
    if (!type.ok) throw new RangeError(`${word} is no type in the signature ${text}`)
    return { kind: 'type', type: type.type }
  }

  const name = next()
  take('(')
  const params: Parameter[] = []
  while (!has(')')) {
    const rest = has('...')
    const param = next()
    const optional = has('?')
    take(':')
    params.push({ name: param, pattern: pattern(), ...(optional ? { optional: true as const } : {}), ...(rest ? { rest: true as const } : {}) })
    has(',')
  }
  take('=>')
  return { name, params, result: pattern(), text }
}

/** How many arguments it takes. */
export function arity(signature: Pick<Signature, 'params'>): { readonly least: number; readonly most: number } {
  const { params } = signature
  return {
    least: params.filter(param => !param.optional && !param.rest).length,
    most: params.some(param => param.rest) ? Number.POSITIVE_INFINITY : params.length,
  }
}
