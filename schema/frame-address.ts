/** Addresses of pages that an app may frame (S57): https, and the name of a public host. */

export type FrameAddress =
  | { readonly ok: true; readonly url: string; readonly origin: string; readonly host: string }
  /** `scheme`: not https; `host`: an address by number, or a name of this machine or of a local network; `invalid`: no whole address, or one with a user name or a port. */
  | { readonly ok: false; readonly why: 'scheme' | 'host' | 'invalid' }

/** Names that lead nowhere in public: this machine, the local network, and what is set aside for tests and lists (RFC 2606, 6761, 6762, 8375). */
const localEndings = ['localhost', 'local', 'internal', 'home.arpa', 'lan', 'test', 'invalid', 'onion', 'arpa']

/**
 * Reads an address as browsers do. Numbers are refused in all of their spellings, because the URL standard writes
 * each as one; a name is public if it has a dot and none of the local endings. What a name resolves to is not looked
 * at: it is the person's own browser that goes there.
 */
export function readFrameAddress(text: string): FrameAddress {
  const url = URL.parse(text.trim())
  if (!url) return { ok: false, why: 'invalid' }
  if (url.protocol !== 'https:') return { ok: false, why: 'scheme' }
  if (url.username !== '' || url.password !== '' || url.port !== '') return { ok: false, why: 'invalid' }
  const host = url.hostname.replace(/\.$/, '')
  const number = host.startsWith('[') || /^\d+(?:\.\d+){3}$/.test(host)
  if (number || !host.includes('.') || localEndings.some(ending => host === ending || host.endsWith(`.${ending}`))) return { ok: false, why: 'host' }
  return { ok: true, url: url.href, origin: url.origin, host: url.host }
}

/** Why an address is refused, and what to write instead. */
export const frameAddressWords: Readonly<Record<'scheme' | 'host' | 'invalid', string>> = {
  scheme: 'A Frame shows a page of the web: its address begins with https://.',
  host: 'A Frame shows pages of public hosts, as in https://example.com; this is one by number, of this machine or of a local network.',
  invalid: 'This is no whole web address: write https://, a host and a path, without a user name or a port.',
}
