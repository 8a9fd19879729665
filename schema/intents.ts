/** What one app may hand to another (B69), as the document of the one that receives it declares: intents, and the parameters of its start page. */
import { ANY, parseType, recordOf, type Type } from './formula/types.ts'
import type { Json, JsonObject } from './json/json.ts'

const longest = 40

/** `add-task`: small letters and digits, with hyphens between. */
export function isIntentName(name: string): boolean {
  return name.length <= longest && name.split('-').every(word => word !== '' && isWord(word)) && !isDigit(name.charCodeAt(0))
}

const isDigit = (code: number) => code >= 48 && code <= 57

function isWord(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (!isDigit(code) && (code < 97 || code > 122)) return false
  }
  return true
}

export const intentNameMessage = (name: string): string =>
  `The name of an intent is small letters and digits with hyphens between, at most ${longest}, as in add-task; this is ${JSON.stringify(name)}.`

export interface DeclaredIntent {
  readonly name: string
  /** What `event.data` is; anything where the effect does not say. */
  readonly type: Type
  /** The type as it is written, for whoever sends. */
  readonly written: Json
}

/** The intents that a document answers, in its order; one that several effects answer stands once for each. */
export function intentsOf(document: JsonObject): readonly DeclaredIntent[] {
  const effects = document.effects
  if (typeof effects !== 'object' || effects === null || Array.isArray(effects)) return []
  return Object.values(effects as JsonObject).flatMap(effect => intentOf(effect))
}

function intentOf(effect: Json): readonly DeclaredIntent[] {
  if (typeof effect !== 'object' || effect === null || Array.isArray(effect)) return []
  const { on, intent, type } = effect as JsonObject
  if (on !== 'intent' || typeof intent !== 'string' || !isIntentName(intent)) return []
  const parsed = type === undefined ? null : parseType(type)
  return [{ name: intent, type: parsed?.ok ? parsed.type : ANY, written: type ?? 'any' }]
}

/** The start page (B46) and what it takes; null where the document has no pages. */
export function startPage(document: JsonObject | null): { readonly name: string; readonly params: Type } | null {
  const first = Object.entries((document?.pages as JsonObject | undefined) ?? {})[0]
  if (first === undefined) return null
  const params = ((first[1] as JsonObject).params as JsonObject | undefined) ?? {}
  const fields = Object.entries(params).map(([name, written]): [string, Type] => {
    const parsed = parseType(written)
    return [name, parsed.ok ? parsed.type : ANY]
  })
  return { name: first[0], params: recordOf(fields) }
}
