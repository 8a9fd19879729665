import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto'

/**
 * The macaroon construction: `s0 = HMAC(key, id)`, `s(i) = HMAC(s(i-1), caveat(i))`, with HMAC-SHA-256.
 *
 * Who holds a signature can go on from it, and so add a caveat; nobody without the key can go back,
 * and so take one away, exchange one or change their order.
 */
export function beginChain(key: KeyObject | Uint8Array, id: Uint8Array): Buffer {
  return createHmac('sha256', key).update(id).digest()
}

/** The signature after one more caveat. */
export function extendChain(signature: Uint8Array, caveat: Uint8Array): Buffer {
  return createHmac('sha256', signature).update(caveat).digest()
}

/** Compares in a time that does not depend on where they differ. */
export function sameSignature(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other)
}
