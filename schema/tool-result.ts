import { ANY, parseType, type Type } from './formula/types.ts'

const types = new Map<string, Type>()

/** The type of what a tool gives, from the text in its spec. */
export function resultType({ result }: { readonly result: string }): Type {
  let type = types.get(result)
  if (!type) {
    const read = parseType(/^[{[]/.test(result) ? JSON.parse(result) : result)
    type = read.ok ? read.type : ANY
    types.set(result, type)
  }
  return type
}
