import { deflateRaw, Inflate } from 'pako'

export type Inflated =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'damaged' }
  /** `made`: how many bytes it had given when it was stopped. */
  | { readonly kind: 'too-large'; readonly made: number }

const STEP = 16_384

class TooLarge extends Error {}

/** Raw deflate (RFC 1951) with a preset dictionary. The same input gives the same output on every platform. */
export function deflateBytes(bytes: Uint8Array, dictionary: Uint8Array): Uint8Array {
  return deflateRaw(bytes, { level: 9, memLevel: 9, dictionary })
}

/**
 * Undoes `deflateBytes`, one layer of it. It stops as soon as more than `limit` bytes come out, so
 * a bomb costs no more than `limit` plus 16 KiB. A stream that is cut or damaged, or that is followed
 * by further bytes, is `damaged`.
 */
export function inflateBytes(bytes: Uint8Array, dictionary: Uint8Array, limit: number): Inflated {
  const inflate = new Inflate({ raw: true, dictionary, chunkSize: STEP })
  const parts: Uint8Array[] = []
  let made = 0
  let left = (): number => bytes.length
  inflate.onStart = stream => {
    left = () => stream.avail_in
  }
  inflate.onData = part => {
    made += part.length
    if (made > limit) throw new TooLarge()
    parts.push(part)
  }
  try {
    inflate.push(bytes, true)
  } catch (error) {
    if (error instanceof TooLarge) return { kind: 'too-large', made }
    throw error
  }
  if (inflate.err !== 0 || !inflate.ended || left() > 0) return { kind: 'damaged' }
  const whole = new Uint8Array(made)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return { kind: 'bytes', bytes: whole }
}
