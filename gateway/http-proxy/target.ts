import { GatewayFailure } from '../failure.ts'

/** An address that an app may be allowed to call, in canonical form. */
export interface Target {
  readonly url: URL
  /** `https://a.example`, as WHATWG URL writes it: lower case, punycode, no default port. */
  readonly origin: string
  /** Host name without the brackets of IPv6. */
  readonly host: string
  readonly port: number
}

/**
 * Reads an address as browsers do and refuses what has no place in one: other schemes, a user name or
 * password. What is compared with a grant is always the origin that this gives, never the text (S27).
 */
export function parseTarget(text: string): Target {
  if (!URL.canParse(text)) throw new GatewayFailure('url', 'This is no complete web address. It starts with https:// and names a host.')
  const url = new URL(text)
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new GatewayFailure('url', `Addresses that start with ${url.protocol} cannot be called; use https://.`)
  if (url.username !== '' || url.password !== '') throw new GatewayFailure('url', 'An address with a user name or password in it cannot be called.')
  url.hash = ''
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port)
  const host = url.hostname.startsWith('[') ? url.hostname.slice(1, -1) : url.hostname
  return { url, origin: url.origin, host, port }
}

/**
 * The canonical form of a capability: `net:HTTPS://A.example:443` is `net:https://a.example`.
 * Null for a `net:` or `frame:` scope that is more or less than one origin; other capabilities are given back as they are.
 */
export function canonicalCapability(text: string): string | null {
  const [name = ''] = text.split(':', 1)
  if (name !== 'net' && name !== 'frame') return /^[a-z][a-z.]*(?::.{1,200})?$/.test(text) ? text : null
  const scope = text.slice(name.length + 1)
  if (!URL.canParse(scope)) return null
  const url = new URL(scope)
  const bare = url.username === '' && url.password === '' && url.pathname === '/' && url.search === '' && url.hash === ''
  if (!bare || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null
  return `${name}:${url.origin}`
}
