import { GatewayFailure } from '../failure.ts'

/** What an app may send. Credentials, cookies, the host and whatever speaks for the person or the network are not among it (S43). */
const REQUEST = new Set([
  'accept',
  'accept-language',
  'content-language',
  'content-type',
  'if-match',
  'if-modified-since',
  'if-none-match',
  'if-unmodified-since',
  'prefer',
])

/** What an app is shown of an answer; never a cookie. */
const RESPONSE = [
  'age',
  'cache-control',
  'content-language',
  'content-type',
  'date',
  'etag',
  'expires',
  'last-modified',
  'link',
  'location',
  'retry-after',
  'x-total-count',
  'x-ratelimit-limit',
  'x-ratelimit-remaining',
  'x-ratelimit-reset',
]

const VALUE = /^[\t\x20-\x7e\x80-\xff]{0,2000}$/

/** The headers of an app's call, names in lower case. Refuses one outside of the list, and a value with a line break. */
export function requestHeaders(given: ReadonlyMap<string, string>): Map<string, string> {
  const headers = new Map<string, string>()
  for (const [name, value] of given) {
    const lower = name.toLowerCase()
    if (!REQUEST.has(lower)) throw new GatewayFailure('header', `Apps cannot set the header “${name.slice(0, 60)}”. They can set: ${[...REQUEST].join(', ')}.`)
    if (!VALUE.test(value))
      throw new GatewayFailure('header', `The value of the header “${lower}” has a line break or another character that headers cannot have.`)
    headers.set(lower, value)
  }
  return headers
}

/** Those headers of an answer that an app may read. */
export function answerHeaders(headers: { get(name: string): string | null }): Record<string, string> {
  const shown: Record<string, string> = {}
  for (const name of RESPONSE) {
    const value = headers.get(name)
    if (value !== null) shown[name] = value
  }
  return shown
}
