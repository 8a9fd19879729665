import { createSecretKey } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeBase64Url } from '../../schema/identity/base64url.ts'
import { canonicalJson } from '../../schema/identity/canonical.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { randomSeed } from '../../tests/random-seed.ts'
import { beginChain } from './hmac-chain.ts'
import { readToken, type TokenCheck } from './read-token.ts'
import { attenuate, type Caveat, type Claims, decodeToken, encodeToken, narrowed, signedBytes, TOKEN_CHARACTERS, type Token } from './token.ts'

const seed = randomSeed()
const key = createSecretKey(Buffer.alloc(32, 7))
const A = 'net:https://a.example'
const B = 'net:https://b.example'
const claims: Claims = {
  v: 1,
  kid: 'k',
  jti: 'j',
  iss: 'cyanotype',
  aud: 'http://localhost:4600',
  app: 'a'.repeat(64),
  inst: 'i',
  session: 's',
  tool: 'http.get',
  scope: { [A]: 'g1', [B]: 'g2' },
  maxCalls: 5,
  nbf: 1_000,
  exp: 61_000,
  appr: 'b'.repeat(64),
}
const signed = (of: Claims = claims, by = key): Token => ({ claims: of, caveats: [], signature: beginChain(by, signedBytes(of)) })
const check: TokenCheck = {
  key,
  kid: 'k',
  now: 30_000,
  audience: 'http://localhost:4600',
  holder: { session: 's', inst: 'i', app: 'a'.repeat(64), tool: 'http.get' },
}
const verdict = (text: string, changed: Partial<TokenCheck> = {}): string => {
  const reading = readToken(text, { ...check, ...changed })
  return reading.ok ? 'taken' : reading.why
}
const text = encodeToken(attenuate(signed(), { maxCalls: 3 }))
/** A text for any JSON in the place of a token's body. */
const textOf = (body: unknown) => encodeBase64Url(new TextEncoder().encode(canonicalJson(body as Json)))

describe('[S20] what is a token', () => {
  it('is taken as it was given', () => {
    expect(verdict(text)).toBe('taken')
    const { signature, ...rest } = attenuate(signed(), { maxCalls: 3 })
    expect(decodeToken(text)).toEqual({ ...rest, signature: new Uint8Array(signature) })
  })

  it('is not with any bit of it changed, nor any character', () => {
    const bytes = Buffer.from(text, 'base64url')
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const changed = Buffer.from(bytes)
      changed[bit >> 3]! ^= 1 << (bit & 7)
      expect(verdict(changed.toString('base64url')), `bit ${bit}`).not.toBe('taken')
    }
    for (let at = 0; at < text.length; at++) {
      for (const character of ['A', 'b', '0', '-', '_', '+', '/', '=', '.', ' '])
        if (character !== text[at]) expect(verdict(text.slice(0, at) + character + text.slice(at + 1)), `character ${at}`).not.toBe('taken')
    }
  })

  it('is not cut short anywhere, nor with anything before or behind it', () => {
    for (let length = 0; length < text.length; length++) expect(verdict(text.slice(0, length))).toBe('encoding')
    for (const more of ['=', '==', ' ', '\n', 'A', '.', ',', '\0', text]) {
      expect(verdict(text + more)).not.toBe('taken')
      expect(verdict(more + text)).not.toBe('taken')
    }
    expect(verdict('A'.repeat(TOKEN_CHARACTERS + 1))).toBe('length')
  })

  it('is not in another spelling of the same JSON, or of the same bytes', () => {
    const json = Buffer.from(text, 'base64url').toString()
    const other = (spelling: string) => verdict(Buffer.from(spelling).toString('base64url'))
    expect(other(json)).toBe('taken')
    expect(other(` ${json}`)).toBe('encoding')
    expect(other(JSON.stringify(JSON.parse(json), null, 1))).toBe('encoding')
    expect(other(json.replace('"cyanotype"', '"\\u0063yanotype"'))).toBe('encoding')
    expect(other(json.replace('"v":1', '"v":1.0'))).toBe('encoding')
    expect(other(json.replace('"v":1', '"v":1,"v":1'))).toBe('encoding')
    expect(other(`\uFEFF${json}`)).toBe('encoding')
    const idle = encodeBase64Url(new Uint8Array([...Buffer.from(text, 'base64url'), 0]))
    expect(verdict(idle)).toBe('encoding')
    // The bits of the last character that say nothing.
    const tail = text.length % 4
    if (tail !== 0) {
      const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
      const last = alphabet.indexOf(text.at(-1)!)
      expect(verdict(text.slice(0, -1) + alphabet[last ^ 1])).toBe('encoding')
    }
  })

  it('is not with a field too many, too few, of another type, or named after what every object has', () => {
    const { sig } = JSON.parse(Buffer.from(text, 'base64url').toString()) as JsonObject
    const body = { claims, caveats: [], sig }
    const without = (name: string) => Object.fromEntries(Object.entries(claims).filter(([other]) => other !== name))
    const bodies: unknown[] = [
      { ...body, alg: 'none' },
      { ...body, claims: { ...claims, alg: 'none' } },
      { ...body, claims: { ...claims, v: 2 } },
      { ...body, claims: { ...claims, v: '1' } },
      { ...body, claims: { ...claims, iss: 'another' } },
      { ...body, claims: { ...claims, scope: [A] } },
      { ...body, claims: { ...claims, maxCalls: 2 ** 53 } },
      { ...body, claims: { ...claims, maxCalls: -1 } },
      { ...body, claims: { ...claims, exp: 1.5 } },
      { ...body, claims: JSON.parse('{"__proto__":{}}') },
      { ...body, sig: '' },
      { ...body, sig: null },
      { ...body, sig: `${sig}=` },
      { claims, sig },
      { claims, caveats: [] },
      ...Object.keys(claims).map(name => ({ ...body, claims: without(name) })),
      null,
      [],
      'x',
    ]
    for (const each of bodies) {
      const spelt = JSON.stringify(each)
      expect(verdict(encodeBase64Url(new TextEncoder().encode(spelt))), spelt).toBe('encoding')
    }
  })

  it('is not of another key, another hash, or without one', () => {
    const otherKey = createSecretKey(Buffer.alloc(32, 8))
    expect(verdict(encodeToken(signed(claims, otherKey)))).toBe('signature')
    expect(verdict(encodeToken(signed({ ...claims, kid: 'other' })))).toBe('key')
    expect(verdict(encodeToken({ ...signed(), signature: new Uint8Array(32) }))).toBe('signature')
    expect(verdict(textOf({ claims, caveats: [], sig: encodeBase64Url(new Uint8Array(0)) }))).toBe('encoding')
    expect(verdict(textOf({ claims, caveats: [], sig: encodeBase64Url(new Uint8Array(64)) }))).toBe('encoding')
  })
})

it('[S21] [S22] counts at its time, for its gateway, its session, its app, its version and its tool only', () => {
  const plain = encodeToken(signed())
  const { holder } = check
  expect([999, 1_000, 60_999, 61_000].map(now => verdict(plain, { now }))).toEqual(['time', 'taken', 'taken', 'time'])
  expect(verdict(encodeToken(signed({ ...claims, exp: claims.nbf + 15 * 60_000 + 1 })))).toBe('time')
  expect(verdict(plain, { audience: 'http://localhost:4601' })).toBe('audience')
  for (const other of [{ session: 't' }, { inst: 'j' }, { app: 'c'.repeat(64) }, { tool: 'http.post' }])
    expect(verdict(plain, { holder: { ...holder, ...other } })).toBe('holder')
})

const time = fc.nat({ max: 120_000 })
const caveat: fc.Arbitrary<Caveat> = fc.oneof(
  time.map(exp => ({ exp })),
  time.map(nbf => ({ nbf })),
  fc.nat({ max: 9 }).map(maxCalls => ({ maxCalls })),
  fc.subarray([A, B, 'net:https://c.example']).map(scope => ({ scope })),
)

/** Whether a token allows the nth call with a capability at a time. */
function allows(token: Token, now: number, capability: string, nth: number): boolean {
  const reading = readToken(encodeToken(token), { ...check, now })
  return reading.ok && nth < reading.claims.maxCalls && Object.hasOwn(reading.claims.scope, capability)
}

describe('[S23] caveats', () => {
  it('only narrow: what a token with more of them allows, it allowed without', () => {
    fc.assert(
      fc.property(
        fc.array(caveat, { maxLength: 4 }),
        caveat,
        time,
        fc.constantFrom(A, B, 'net:https://c.example'),
        fc.nat({ max: 9 }),
        (first, more, now, capability, nth) => {
          const parent = first.reduce(attenuate, signed())
          if (allows(attenuate(parent, more), now, capability, nth)) expect(allows(parent, now, capability, nth)).toBe(true)
        },
      ),
      { seed, numRuns: 2_000 },
    )
  })

  it('cannot be taken away, exchanged or put in another order by who holds the token', () => {
    fc.assert(
      fc.property(fc.array(caveat, { minLength: 1, maxLength: 4 }), fc.nat(), (caveats, at) => {
        const { signature } = caveats.reduce(attenuate, signed())
        const place = at % caveats.length
        const forged = [
          caveats.toSpliced(place, 1),
          caveats.with(place, { maxCalls: 1_000 }),
          [...caveats].reverse(),
          [...caveats, { exp: 60_000 }],
          [{ maxCalls: 1_000 }, ...caveats],
        ].filter(other => canonicalJson(other as unknown as Json) !== canonicalJson(caveats as unknown as Json))
        for (const other of forged) expect(verdict(encodeToken({ claims, caveats: other, signature }))).not.toBe('taken')
      }),
      { seed, numRuns: 500 },
    )
  })

  it('of a kind that is not known refuse the token, though they are signed', () => {
    for (const unknown of [{ ip: '1.2.3.4' }, {}, { exp: 60_000, scope: [A] }, { maxCalls: '3' }, { scope: A }, { exp: null }, null, 'exp', ['exp']]) {
      const token = attenuate(signed(), unknown as unknown as Caveat)
      expect(verdict(textOf({ claims, caveats: token.caveats, sig: encodeBase64Url(token.signature) })), JSON.stringify(unknown)).toBe('encoding')
    }
  })

  it('leave what they do not speak of as it was', () => {
    expect(narrowed(attenuate(signed(), { scope: [B, 'net:https://c.example'] }))).toEqual({ scope: { [B]: 'g2' }, maxCalls: 5, nbf: 1_000, exp: 61_000 })
    expect(narrowed([{ exp: 90_000 }, { nbf: 0 }, { maxCalls: 9 }].reduce(attenuate, signed()))).toEqual(narrowed(signed()))
  })
})
