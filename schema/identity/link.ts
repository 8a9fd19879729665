import type { Failure } from '../issue.ts'
import type { Json } from '../json/json.ts'
import { parseJson } from '../json/parse-json.ts'
import { LIMITS } from '../limits.ts'
import { decodeBase64Url, encodeBase64Url } from './base64url.ts'
import { canonicalJson } from './canonical.ts'
import { DICTIONARY_1 } from './dictionary.ts'
import { hashText, isHash } from './hash.ts'
import { deflateBytes, inflateBytes } from './inflate.ts'

export interface Link {
  readonly hash: string
  /** `#/b/<hash>/<payload>` */
  readonly fragment: string
  /** Length of the whole URL, which is ASCII. */
  readonly bytes: number
  readonly fitsQr: boolean
}

export type OpenedLink =
  /** It names a blueprint that has to be looked up. */
  | { readonly kind: 'hash'; readonly hash: string }
  /** It carries the blueprint, whose hash is the one that the link names. `text` is its canonical JSON. */
  | { readonly kind: 'document'; readonly hash: string; readonly text: string; readonly value: Json }
  | { readonly kind: 'fault'; readonly failure: Failure }

const dictionary = new TextEncoder().encode(DICTIONARY_1)
/** A payload that is longer cannot be one that was made here: deflate adds at most 5 bytes to 16 KiB. */
const LONGEST_PAYLOAD = Math.ceil(((LIMITS.linkBytes * 1.001 + 64) * 4) / 3)

/**
 * The share link of a blueprint (B91). It carries the app and nothing of its state.
 *
 * @param base the address that the fragment is put behind (`https://apps.example/`)
 * @throws RangeError for a value that no document can be: too long, or without a canonical form
 */
export async function encodeLink(value: Json, base = ''): Promise<Link> {
  const text = canonicalJson(value)
  const bytes = new TextEncoder().encode(text)
  if (text.length > LIMITS.documentCharacters || bytes.length > LIMITS.linkBytes)
    throw new RangeError(`A link carries at most ${LIMITS.documentCharacters} characters: this document has ${text.length}.`)
  const hash = await hashText(text)
  const fragment = `#/b/${hash}/${encodeBase64Url(deflateBytes(bytes, dictionary))}`
  const length = base.length + fragment.length
  return { hash, fragment, bytes: length, fitsQr: length <= LIMITS.qrBytes }
}

/**
 * Reads the fragment of a share link, which is trusted with nothing: the hash is checked against
 * what the payload means before anything else is done with it (S2), and no more than
 * `LIMITS.linkBytes` are inflated (S3). It never throws for what a link holds.
 */
export async function decodeLink(fragment: string): Promise<OpenedLink> {
  const [start, kind, hash, payload, ...more] = fragment.split('/')
  if (start !== '#' || kind !== 'b' || hash === undefined || more.length > 0)
    return fault('link-malformed', 'This is no link to an app: such a link ends in #/b/ and a hash.')
  if (!isHash(hash)) return fault('link-malformed', 'The hash in this link is damaged: it must be 64 digits from 0-9 and a-f. Ask for the link again.')
  if (payload === undefined) return { kind: 'hash', hash }
  if (payload.length > LONGEST_PAYLOAD) return tooLarge()

  const packed = payload === '' ? null : decodeBase64Url(payload)
  if (packed === null) return damaged()
  const inflated = inflateBytes(packed, dictionary, LIMITS.linkBytes)
  if (inflated.kind === 'too-large') return tooLarge()
  if (inflated.kind === 'damaged') return damaged()
  const text = decodeUtf8(inflated.bytes)
  if (text === null) return damaged()

  const { value, fault: broken } = parseJson(text)
  if (broken?.code === 'too-long') return tooLarge()
  if (broken !== null || value === undefined)
    return fault('link-not-json', `What this link carries is no document: ${broken?.message ?? 'it is empty.'} Ask for the link again.`)
  const canonical = canonicalJson(value)
  const found = await hashText(canonical)
  if (found !== hash) return fault('hash-mismatch', `This link was changed on its way and is not opened. It names the app ${hash}, but carries ${found}.`)
  return { kind: 'document', hash, text: canonical, value }
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null // a TypeError says that these bytes are no UTF-8
  }
}

function fault(code: string, message: string): OpenedLink {
  return { kind: 'fault', failure: { code, message } }
}

function damaged(): OpenedLink {
  return fault('link-damaged', 'This link is damaged or was cut short: copy all of it, or ask for it again.')
}

function tooLarge(): OpenedLink {
  return fault('link-too-large', 'What this link carries is larger than any app may be, so it was not unpacked.')
}
