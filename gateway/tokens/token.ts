import { decodeBase64Url, encodeBase64Url } from '../../schema/identity/base64url.ts'
import { canonicalJson } from '../../schema/identity/canonical.ts'
import { isHash } from '../../schema/identity/hash.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { extendChain } from './hmac-chain.ts'

/** What a token was made for. Times are milliseconds of the gateway's steady clock. */
export interface Claims {
  readonly v: 1
  /** Which root key signed it. */
  readonly kid: string
  /** Names this token, so that it alone can be counted and taken back. */
  readonly jti: string
  readonly iss: 'cyanotype'
  /** Origin of the gateway that takes it. */
  readonly aud: string
  /** Hash of the blueprint. */
  readonly app: string
  /** Id of the installed app. */
  readonly inst: string
  readonly session: string
  readonly tool: string
  /** Capability → id of the grant of it. */
  readonly scope: Readonly<Record<string, string>>
  readonly maxCalls: number
  readonly nbf: number
  readonly exp: number
  /** Hash of what the person had said yes to when it was made. */
  readonly appr: string
}

/** Each narrows; there is no kind that widens. */
export type Caveat =
  | { readonly exp: number }
  | { readonly nbf: number }
  | { readonly maxCalls: number }
  /** Of the scope, only these capabilities. */
  | { readonly scope: readonly string[] }

export interface Token {
  readonly claims: Claims
  readonly caveats: readonly Caveat[]
  readonly signature: Uint8Array
}

/** Characters of a token as it travels. */
export const TOKEN_CHARACTERS = 4096

/** A longer life is refused, whoever signed it. */
export const TOKEN_MILLISECONDS = 15 * 60_000

/** What is signed of claims, and of a caveat: their canonical JSON. */
export function signedBytes(value: Claims | Caveat): Uint8Array {
  return new TextEncoder().encode(canonicalJson(value as unknown as Json))
}

/**
 * The token with one more caveat. It needs no key: whoever holds a token can give away less than they have.
 *
 * Law: what the result allows, the token given allows too.
 */
export function attenuate({ claims, caveats, signature }: Token, caveat: Caveat): Token {
  return { claims, caveats: [...caveats, caveat], signature: extendChain(signature, signedBytes(caveat)) }
}

/** What the claims say once every caveat has narrowed them. */
export function narrowed({ claims, caveats }: Token): Pick<Claims, 'scope' | 'maxCalls' | 'nbf' | 'exp'> {
  let { maxCalls, nbf, exp } = claims
  let scope = new Map(Object.entries(claims.scope))
  for (const caveat of caveats) {
    if ('exp' in caveat) exp = Math.min(exp, caveat.exp)
    else if ('nbf' in caveat) nbf = Math.max(nbf, caveat.nbf)
    else if ('maxCalls' in caveat) maxCalls = Math.min(maxCalls, caveat.maxCalls)
    else scope = new Map([...scope].filter(([capability]) => caveat.scope.includes(capability)))
  }
  return { scope: Object.fromEntries(scope), maxCalls, nbf, exp }
}

/** How it travels: base64url of canonical JSON. */
export function encodeToken({ claims, caveats, signature }: Token): string {
  const body = { claims, caveats, sig: encodeBase64Url(signature) }
  return encodeBase64Url(new TextEncoder().encode(canonicalJson(body as unknown as Json)))
}

/**
 * The token that a text stands for, or null. Each token has one text: another alphabet, padding, idle bits, other white
 * space, another order of keys, a field too many or a caveat that is not known are no token.
 */
export function decodeToken(text: string): Token | null {
  if (text.length > TOKEN_CHARACTERS) return null
  const bytes = decodeBase64Url(text)
  const value = bytes && parseCanonical(bytes)
  if (!isRecord(value) || !hasExactly(value, ['caveats', 'claims', 'sig'])) return null
  const { claims, caveats, sig } = value
  const signature = typeof sig === 'string' ? decodeBase64Url(sig) : null
  if (!isClaims(claims) || !Array.isArray(caveats) || !caveats.every(isCaveat) || signature?.length !== 32) return null
  return { claims, caveats, signature }
}

function parseCanonical(bytes: Uint8Array): Json | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const value = JSON.parse(text) as Json
    return canonicalJson(value) === text ? value : null
  } catch {
    // Not UTF-8, or not JSON: no token, which is what the caller is told.
    return null
  }
}

function isClaims(value: Json | undefined): value is Json & Claims {
  if (!isRecord(value) || !hasExactly(value, CLAIM_NAMES)) return false
  const { v, kid, jti, iss, aud, app, inst, session, tool, scope, maxCalls, nbf, exp, appr } = value
  return (
    v === 1 &&
    iss === 'cyanotype' &&
    [kid, jti, aud, inst, session, tool].every(isName) &&
    [app, appr].every(hash => typeof hash === 'string' && isHash(hash)) &&
    [maxCalls, nbf, exp].every(isCount) &&
    isRecord(scope) &&
    Object.values(scope).every(isName)
  )
}

function isCaveat(value: unknown): value is Caveat {
  if (!isRecord(value)) return false
  const [name, ...more] = Object.keys(value)
  if (name === undefined || more.length > 0) return false
  if (name === 'scope') return Array.isArray(value.scope) && value.scope.every(isName)
  return (name === 'exp' || name === 'nbf' || name === 'maxCalls') && isCount(value[name])
}

const CLAIM_NAMES: readonly string[] = ['aud', 'app', 'appr', 'exp', 'inst', 'iss', 'jti', 'kid', 'maxCalls', 'nbf', 'scope', 'session', 'tool', 'v']

function hasExactly(record: JsonObject, names: readonly string[]): boolean {
  const keys = Object.keys(record)
  return keys.length === names.length && names.every(name => Object.hasOwn(record, name))
}

function isRecord(value: unknown): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= 300
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}
