import { describe, expect, it } from 'vitest'
import { GatewayFailure } from './failure.ts'
import { createGuard } from './guard.ts'
import { createSession } from './session.ts'

const session = createSession()
const guard = createGuard({ port: () => 4600, session })
const SECRET = { 'x-cyanotype-session': session.secret }
const JSON_TYPE = { 'content-type': 'application/json' }

function verdict(check: (request: Request) => void, headers: Record<string, string>): string {
  try {
    check(new Request('http://localhost:4600/api/x', { method: 'POST', headers: { host: 'localhost:4600', ...headers } }))
    return 'passed'
  } catch (error) {
    if (error instanceof GatewayFailure) return error.code
    throw error
  }
}

describe('[S45] Host', () => {
  it.each(['localhost:4600', '127.0.0.1:4600', '[::1]:4600', 'LOCALHOST:4600'])('takes %s', host => {
    expect(verdict(guard.host, { host })).toBe('passed')
  })
  it.each([
    'evil.example.com',
    'evil.example.com:4600',
    'localhost',
    'localhost:4601',
    'localhost.:4600',
    'localhost:4600.evil.example',
    '127.0.0.2:4600',
    '0.0.0.0:4600',
    '[::]:4600',
    'localhost:4600@evil',
    '',
    '127.1:4600',
  ])('refuses %j', host => {
    expect(verdict(guard.host, { host })).toBe('host')
  })
  it('knows the port that browsers leave out', () => {
    const at80 = createGuard({ port: () => 80, session })
    expect(verdict(at80.host, { host: 'localhost' })).toBe('passed')
    expect(verdict(at80.host, { host: 'localhost:80' })).toBe('passed')
    expect(verdict(at80.host, { host: 'localhost:4600' })).toBe('host')
  })
})

describe('[S44] what changes something', () => {
  const OWN = 'http://localhost:4600'
  it.each<[string, Record<string, string>, string]>([
    ['the own page', { origin: OWN, 'sec-fetch-site': 'same-origin', ...JSON_TYPE, ...SECRET }, 'passed'],
    ['the own page of an old browser', { origin: OWN, ...JSON_TYPE, ...SECRET }, 'passed'],
    ['no Origin, and the browser says same-origin', { 'sec-fetch-site': 'same-origin', ...JSON_TYPE, ...SECRET }, 'passed'],
    ['neither Origin nor Sec-Fetch-Site', { ...JSON_TYPE, ...SECRET }, 'origin'],
    ['another origin', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site', ...JSON_TYPE, ...SECRET }, 'origin'],
    ['another port of this machine', { origin: 'http://localhost:8080', 'sec-fetch-site': 'same-site', ...JSON_TYPE, ...SECRET }, 'origin'],
    ['Origin null', { origin: 'null', ...JSON_TYPE, ...SECRET }, 'origin'],
    ['https of the same name', { origin: 'https://localhost:4600', ...JSON_TYPE, ...SECRET }, 'origin'],
    ['another of our names', { origin: 'http://127.0.0.1:4600', ...JSON_TYPE, ...SECRET }, 'origin'],
    ['the own Origin that the browser contradicts', { origin: OWN, 'sec-fetch-site': 'cross-site', ...JSON_TYPE, ...SECRET }, 'origin'],
    ['a form', { origin: OWN, 'content-type': 'application/x-www-form-urlencoded', ...SECRET }, 'content-type'],
    ['JSON dressed as text', { origin: OWN, 'content-type': 'text/plain', ...SECRET }, 'content-type'],
    ['JSON in a second place', { origin: OWN, 'content-type': 'text/plain; a=application/json', ...SECRET }, 'content-type'],
    ['no secret', { origin: OWN, ...JSON_TYPE }, 'session'],
    ['a wrong secret', { origin: OWN, ...JSON_TYPE, 'x-cyanotype-session': `${session.secret.slice(0, -1)}!` }, 'session'],
  ])('%s', (_, headers, expected) => {
    expect(verdict(guard.write, headers)).toBe(expected)
  })
})

describe('[S44] what only reads', () => {
  it.each<[string, Record<string, string>, string]>([
    ['the own page', { 'sec-fetch-site': 'same-origin' }, 'passed'],
    ['an address that was typed', { 'sec-fetch-site': 'none' }, 'passed'],
    ['a program with the secret', { ...SECRET }, 'passed'],
    ['a program without', {}, 'session'],
    ['another site', { 'sec-fetch-site': 'cross-site' }, 'origin'],
    ['another port', { 'sec-fetch-site': 'same-site' }, 'origin'],
    ['another origin', { origin: 'https://evil.example', ...SECRET }, 'origin'],
  ])('%s', (_, headers, expected) => {
    expect(verdict(guard.read, headers)).toBe(expected)
  })
})
