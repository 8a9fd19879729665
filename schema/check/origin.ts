/** The origin of an address, as far as it can be read from the blueprint alone (B67). */
import type { Expression } from '../formula/expression.ts'
import { parseText } from '../formula/text.ts'
import type { Json, JsonObject } from '../json/json.ts'
import { pickedOrigin } from '../picked-origin.ts'
import { isRecord, own } from './kinds.ts'

export type OriginReading =
  | { readonly ok: true; readonly origin: string }
  /** `scheme`: not a web address; `unknown`: it depends on what is only known while the app runs. */
  | { readonly ok: false; readonly why: 'scheme' | 'unknown' | 'invalid' }

/**
 * Reads the origin of an address as it is written: a literal, or a constant beginning up to and
 * including the slash after the host. Constants of the blueprint count as written out. With `picks`, it may begin with the
 * name of an origin that the person picks, which is then given as `?name`.
 */
export function readOrigin(written: string, constants: JsonObject, picks = false): OriginReading {
  const template = parseText(written)
  let prefix = ''
  let complete = true
  for (const part of template.parts) {
    const text = typeof part === 'string' ? { text: part, complete: true } : constantText(part, constants)
    prefix += text.text
    if (!text.complete) {
      complete = false
      break
    }
  }
  const name = picks && (complete || prefix.includes('/')) ? pickedOrigin(prefix) : null
  return name === null ? originOf(prefix, complete) : { ok: true, origin: `?${name}` }
}

/** The constant text that an expression begins with. */
function constantText(tree: Expression, constants: JsonObject): { readonly text: string; readonly complete: boolean } {
  const value = constantValue(tree, constants)
  if (value !== undefined) return { text: String(value), complete: true }
  if (tree.kind === 'binary' && tree.op === '+') {
    const left = constantText(tree.left, constants)
    if (!left.complete) return left
    const right = constantText(tree.right, constants)
    return { text: left.text + right.text, complete: right.complete }
  }
  if (tree.kind === 'template') {
    let text = ''
    for (const part of tree.parts) {
      const inner = typeof part === 'string' ? { text: part, complete: true } : constantText(part, constants)
      text += inner.text
      if (!inner.complete) return { text, complete: false }
    }
    return { text, complete: true }
  }
  return { text: '', complete: false }
}

function constantValue(tree: Expression, constants: JsonObject): string | number | undefined {
  const value = constantAt(tree, constants)
  return typeof value === 'string' || typeof value === 'number' ? value : undefined
}

function constantAt(tree: Expression, constants: JsonObject): Json | undefined {
  if (tree.kind === 'literal') return tree.value
  if (tree.kind === 'name') return own(constants, tree.name)
  if (tree.kind !== 'member') return undefined
  const object = constantAt(tree.object, constants)
  return isRecord(object) ? own(object, tree.key) : undefined
}

function originOf(prefix: string, complete: boolean): OriginReading {
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(prefix)?.[0].toLowerCase()
  if (scheme !== undefined && scheme !== 'https:' && scheme !== 'http:') return { ok: false, why: 'scheme' }
  const host = /^https?:\/\/[^/?#\\]+/i.exec(prefix)?.[0]
  if (scheme !== undefined && complete && host === undefined) return { ok: false, why: 'invalid' }
  if (host === undefined) return { ok: false, why: complete ? 'scheme' : 'unknown' }
  // What follows the host must be fixed, or a value could continue it: https://api.example + ".evil.com/".
  if (!complete && prefix[host.length] !== '/') return { ok: false, why: 'unknown' }
  try {
    const url = new URL(host)
    if (url.username !== '' || url.password !== '') return { ok: false, why: 'invalid' }
    return { ok: true, origin: url.origin }
  } catch {
    return { ok: false, why: 'invalid' }
  }
}
