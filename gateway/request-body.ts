import type { Json, JsonObject } from '../schema/json/json.ts'
import { GatewayFailure } from './failure.ts'

/** Reads at most `bytes` of a request's body as a JSON record. Throws `GatewayFailure` with what is wrong. */
export async function readRecord(request: Request, bytes: number): Promise<JsonObject> {
  const value = parse(await readLimited(request, bytes))
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw new GatewayFailure('body', 'The body must be a JSON record.')
  return value as JsonObject
}

/** An own member that must be a text of at most `length` UTF-16 units. */
export function textMember(record: JsonObject, name: string, length: number): string {
  const value = member(record, name)
  if (typeof value !== 'string') throw new GatewayFailure('body', `“${name}” must be a text.`)
  if (value.length > length)
    throw new GatewayFailure('too-long', `“${name}” is ${value.length.toLocaleString('en')} characters long. The most is ${length.toLocaleString('en')}.`, {
      status: 413,
    })
  return value
}

/** The same, or undefined where it is missing; null where it is null. */
export function optionalText(record: JsonObject, name: string, length: number): string | null | undefined {
  const value = member(record, name)
  return value === undefined || value === null ? value : textMember(record, name, length)
}

/** An own member that must be a list of texts of at most `length` UTF-16 units. */
export function textListMember(record: JsonObject, name: string, most: number, length = 300): readonly string[] {
  const value = member(record, name)
  if (!Array.isArray(value) || value.length > most || !value.every(item => typeof item === 'string' && item.length <= length))
    throw new GatewayFailure('body', `“${name}” must be a list of at most ${most} texts.`)
  return value as readonly string[]
}

/** An own member that is one of `choices`; undefined where it is missing or null. */
export function choiceMember<Choice extends string>(record: JsonObject, name: string, choices: readonly Choice[]): Choice | undefined {
  const value = member(record, name)
  if (value === undefined || value === null) return undefined
  const found = choices.find(choice => choice === value)
  if (found === undefined) throw new GatewayFailure('body', `“${name}” must be one of: ${choices.join(', ')}.`)
  return found
}

/** An own member that is a record of plain values, as texts; empty where it is missing. */
export function textMapMember(record: JsonObject, name: string): ReadonlyMap<string, string> {
  const value = member(record, name)
  if (value === undefined || value === null) return new Map()
  if (typeof value !== 'object' || Array.isArray(value)) throw new GatewayFailure('body', `“${name}” must be a record of texts.`)
  const texts = new Map<string, string>()
  for (const [key, item] of Object.entries(value as JsonObject)) {
    if (item === null) continue
    if (typeof item === 'object') throw new GatewayFailure('body', `“${name}.${key.slice(0, 60)}” must be a text, a number or yes or no.`)
    texts.set(key, String(item))
  }
  return texts
}

/** The own member `name`, or undefined. */
export function member(record: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new GatewayFailure('body', 'The body is not valid JSON.', { cause })
  }
}

async function readLimited(request: Request, most: number): Promise<string> {
  const tooLarge = () =>
    new GatewayFailure('too-large', `The request is larger than ${Math.floor(most / 1024)} KiB, the most that is taken here.`, {
      status: 413,
    })
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge()
  if (request.body === null) return ''
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength
    if (bytes > most) throw tooLarge()
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}
