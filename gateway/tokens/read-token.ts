import type { KeyObject } from 'node:crypto'
import { beginChain, extendChain, sameSignature } from './hmac-chain.ts'
import { type Claims, decodeToken, narrowed, signedBytes, TOKEN_CHARACTERS, TOKEN_MILLISECONDS } from './token.ts'

/** Why a token is refused, in the order in which it is looked at. */
export type TokenFault = 'length' | 'encoding' | 'key' | 'signature' | 'time' | 'audience' | 'holder' | 'revoked' | 'calls'

export interface TokenCheck {
  readonly key: KeyObject
  readonly kid: string
  /** Of the steady clock. */
  readonly now: number
  readonly audience: string
  /** Whom the call is made for, and with what. */
  readonly holder: Pick<Claims, 'session' | 'inst' | 'app' | 'tool'>
}

/** A token that holds, with its caveats in its claims. */
export type Reading = { readonly ok: true; readonly claims: Claims } | { readonly ok: false; readonly why: TokenFault }

/** Whether a text is a token that this gateway gave for this call. Whether it was taken back, and how often it was used, the caller knows. */
export function readToken(text: string, { key, kid, now, audience, holder }: TokenCheck): Reading {
  const refused = (why: TokenFault): Reading => ({ ok: false, why })
  if (text.length > TOKEN_CHARACTERS) return refused('length')
  const token = decodeToken(text)
  if (token === null) return refused('encoding')
  const { claims, caveats, signature } = token
  if (claims.kid !== kid) return refused('key')
  const expected = caveats.reduce((before, caveat) => extendChain(before, signedBytes(caveat)), beginChain(key, signedBytes(claims)))
  if (!sameSignature(expected, signature)) return refused('signature')
  const narrow = narrowed(token)
  if (now < narrow.nbf || now >= narrow.exp || claims.exp - claims.nbf > TOKEN_MILLISECONDS) return refused('time')
  if (claims.aud !== audience) return refused('audience')
  const same = claims.session === holder.session && claims.inst === holder.inst && claims.app === holder.app && claims.tool === holder.tool
  return same ? { ok: true, claims: { ...claims, ...narrow } } : refused('holder')
}
