import type { SecretInfo } from '../../schema/protocol/secrets.ts'
import { isSecretName, secretNameWords } from '../../schema/secret-name.ts'
import { GatewayFailure } from '../failure.ts'

export interface Secret extends SecretInfo {
  readonly value: string
}

/** Shorter ones could not be told from ordinary text, and so not be kept out of answers. */
const SHORTEST = 8

/** What speaks for the connection, and not for who calls. */
const FORBIDDEN_HEADERS = new Set([
  'accept-encoding',
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'expect',
  'forwarded',
  'host',
  'keep-alive',
  'origin',
  'proxy-authorization',
  'referer',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'user-agent',
  'via',
])

/**
 * A key as a person wrote it into Settings. Throws `GatewayFailure` with what is wrong.
 *
 * @param plain allows servers without encryption, for tests.
 */
export function checkSecret(given: Omit<Secret, 'at'>, at: number, plain = false): Secret {
  const wrong = (message: string) => new GatewayFailure('secret', message)
  const name = given.name.trim()
  if (!isSecretName(name)) throw wrong(`The name of a key is ${secretNameWords}.`)
  const url = URL.canParse(given.origin.trim()) ? new URL(given.origin.trim()) : null
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:') || url.username !== '' || url.password !== '')
    throw wrong('Name the server that the key is for, like https://api.example.com.')
  if (url.protocol !== 'https:' && !plain) throw wrong('A key is sent over https:// only: on another way it could be read.')
  const value = given.value.trim()
  if (value.length < SHORTEST) throw wrong(`A key has at least ${SHORTEST} characters.`)
  if (!/^[\x20-\x7e]{1,4000}$/.test(value)) throw wrong('The key holds a character that keys do not have. Copy it again.')
  const field = given.place === 'bearer' ? 'authorization' : given.field.trim()
  if (given.place === 'query' && !/^[A-Za-z0-9_.~[\]-]{1,60}$/.test(field)) throw wrong('Name the parameter as the server calls it, like api_key.')
  if (
    given.place === 'header' &&
    (!/^[A-Za-z0-9-]{1,60}$/.test(field) || FORBIDDEN_HEADERS.has(field.toLowerCase()) || /^(sec|proxy|x-forwarded)-/i.test(field))
  )
    throw wrong('Name a header that carries keys, like x-api-key.')
  return { name, origin: url.origin, place: given.place, field: given.place === 'header' ? field.toLowerCase() : field, value, at }
}

/** The name and value of the header that carries it; null where it stands in the address. */
export function secretHeader({ place, field, value }: Secret): readonly [name: string, value: string] | null {
  if (place === 'query') return null
  return [field, place === 'bearer' ? `Bearer ${value}` : value]
}

/** The spellings in which a server could send it back. */
export function spellings({ value }: Pick<Secret, 'value'>): readonly string[] {
  const base64 = Buffer.from(value).toString('base64')
  return [
    ...new Set([
      value,
      JSON.stringify(value).slice(1, -1),
      encodeURIComponent(value),
      new URLSearchParams({ v: value }).toString().slice(2),
      base64,
      base64.replace(/=+$/, ''),
      Buffer.from(value).toString('base64url'),
      Buffer.from(value).toString('hex'),
      value.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`),
      value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
    ]),
  ].sort((one, other) => other.length - one.length)
}
