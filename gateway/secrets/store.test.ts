import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { GatewayFailure } from '../failure.ts'
import type { Secret } from './secret.ts'
import { createSecrets } from './store.ts'

const KEY = 'canary-key-12345'
const weather = { name: 'weather', origin: 'https://api.example.com', place: 'bearer', field: '', value: KEY } as const
let home = ''
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'cyanotype-secrets-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

const open = () => createSecrets(home, { now: () => 1_000 })

function code(run: () => unknown): string {
  try {
    run()
    return 'done'
  } catch (error) {
    if (error instanceof GatewayFailure) {
      expect(error.message).not.toContain(KEY)
      return error.code
    }
    throw error
  }
}

it('[S47] keeps keys in a file that only its owner can read, and tells all of them but the value', () => {
  const secrets = open()
  secrets.set(weather)
  secrets.set({ name: 'maps', origin: 'https://Maps.example:443/v1', place: 'query', field: 'api_key', value: 'another-key-1' })
  expect(statSync(join(home, 'secrets.json')).mode & 0o777).toBe(0o600)
  expect(open().list()).toEqual([
    { name: 'maps', origin: 'https://maps.example', place: 'query', field: 'api_key', at: 1_000 },
    { name: 'weather', origin: 'https://api.example.com', place: 'bearer', field: 'authorization', at: 1_000 },
  ])
  expect(JSON.stringify(open().list())).not.toContain(KEY)
})

it('[S48] gives a key out for a call to its own server alone', () => {
  const secrets = open()
  secrets.set(weather)
  expect(secrets.forCall('weather', 'https://api.example.com').value).toBe(KEY)
  for (const origin of ['http://api.example.com', 'https://api.example.com:8443', 'https://example.com', 'https://api.example.com.evil.example', ''])
    expect(code(() => secrets.forCall('weather', origin))).toBe('no-secret')
  for (const name of ['other', '', '__proto__', 'constructor', 'WEATHER'])
    expect(code(() => secrets.forCall(name, 'https://api.example.com'))).toBe('no-secret')
  secrets.remove('weather')
  expect(code(() => secrets.forCall('weather', 'https://api.example.com'))).toBe('no-secret')
  expect(open().list()).toEqual([])
})

it('[S48] a key that is kept for another server from now on is another key', () => {
  const secrets = open()
  secrets.set(weather)
  secrets.set({ ...weather, origin: 'https://new.example', value: 'the-new-key-99' })
  expect(code(() => secrets.forCall('weather', 'https://api.example.com'))).toBe('no-secret')
  expect(secrets.forCall('weather', 'https://new.example').value).toBe('the-new-key-99')
})

describe('refuses', () => {
  const wrong: readonly (readonly [string, Partial<Omit<Secret, 'at'>>])[] = [
    ['no name', { name: '' }],
    ['a name that is none', { name: 'My Key' }],
    ['a server without encryption', { origin: 'http://api.example.com' }],
    ['no server', { origin: 'api.example.com' }],
    ['a server with a user', { origin: 'https://a:b@api.example.com' }],
    ['a key too short to be told from text', { value: 'abc' }],
    ['a key with a line break', { value: 'abcdefgh\r\nHost: evil' }],
    ['a key in other letters', { value: 'schlüssel-123' }],
    ['the header of the host', { place: 'header', field: 'Host' }],
    ['a header that frames the message', { place: 'header', field: 'Transfer-Encoding' }],
    ['a header that speaks for the browser', { place: 'header', field: 'Sec-Fetch-Site' }],
    ['a header that is none', { place: 'header', field: 'x api key' }],
    ['no header', { place: 'header', field: '' }],
    ['a parameter that is none', { place: 'query', field: 'a&b=c' }],
  ]
  it.each(wrong)('%s', (_, change) => {
    expect(code(() => open().set({ ...weather, ...change }))).toBe('secret')
    expect(existsSync(join(home, 'secrets.json'))).toBe(false)
  })
})

it('puts a file that cannot be read aside, and says so without a word of what is in it', () => {
  writeFileSync(join(home, 'secrets.json'), `{"secrets":[{"value":"${KEY}"`)
  const secrets = open()
  expect(secrets.list()).toEqual([])
  expect(secrets.warnings).toHaveLength(1)
  expect(secrets.warnings.join()).not.toContain(KEY)
  expect(readFileSync(join(home, 'secrets.json.unreadable'), 'utf8')).toContain(KEY)
})
