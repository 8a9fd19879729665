import type { Json } from '../json/json.ts'
import { canonicalJson } from './canonical.ts'

/**
 * The hash of a blueprint (B90): SHA-256 over its canonical JSON, as 64 lower-case hex digits.
 *
 * @throws RangeError where the value has no canonical form, Error where the platform lacks WebCrypto
 * (a page that is served neither over https nor from localhost).
 */
export async function hashBlueprint(value: Json): Promise<string> {
  return hashText(canonicalJson(value))
}

/** SHA-256 over the UTF-8 of a text, as 64 lower-case hex digits. */
export async function hashText(text: string): Promise<string> {
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined
  if (subtle === undefined) throw new Error('Hashing needs WebCrypto: serve the page over https or from localhost.')
  const digest = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join('')
}

export function isHash(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text)
}
