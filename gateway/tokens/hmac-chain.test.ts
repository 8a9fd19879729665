import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { corpus } from '../../tests/corpus.ts'
import { beginChain, extendChain, sameSignature } from './hmac-chain.ts'

interface HmacGroup {
  readonly tagSize: number
  readonly tests: readonly { readonly tcId: number; readonly key: string; readonly msg: string; readonly tag: string; readonly result: string }[]
}

const wycheproof = corpus('wycheproof')
it.skipIf(wycheproof === null)('[S20] begins a chain with HMAC-SHA-256, as the Wycheproof vectors have it', () => {
  const { testGroups } = JSON.parse(readFileSync(join(wycheproof!, 'hmac_sha256_test.json'), 'utf8')) as { testGroups: readonly HmacGroup[] }
  let [valid, invalid] = [0, 0]
  for (const { tagSize, tests } of testGroups)
    for (const { tcId, key, msg, tag, result } of tests) {
      const made = beginChain(Buffer.from(key, 'hex'), Buffer.from(msg, 'hex'))
      const given = Buffer.from(tag, 'hex')
      const taken = sameSignature(made, given)
      // A tag that is cut short is none here: only whole ones are compared.
      expect(taken, `vector ${tcId}`).toBe(result === 'valid' && tagSize === 256)
      if (tagSize < 256) expect(sameSignature(made.subarray(0, tagSize / 8), given), `vector ${tcId}, cut`).toBe(result === 'valid')
      if (taken) valid += 1
      else invalid += 1
    }
  expect(valid).toBeGreaterThan(30)
  expect(invalid).toBeGreaterThan(80)
})

const macaroons = corpus('macaroons')
it.skipIf(macaroons === null)('[S20] [S23] is the macaroon construction: its verifier’s vectors come out as they say', () => {
  const files = readdirSync(macaroons!).filter(name => name.endsWith('.vtest'))
  expect(files.length).toBeGreaterThan(10)
  for (const file of files) {
    const lines = readFileSync(join(macaroons!, file), 'utf8')
      .split('\n')
      .filter(line => line !== '' && !line.startsWith('#'))
    const [, outcome, keyLine = ''] = lines
    const exact = new Set(lines.filter(line => line.startsWith('exact ')).map(line => line.slice('exact '.length)))
    const macaroon = parseMacaroon(lines.at(-1) ?? '')
    const key = beginChain(Buffer.from('macaroons-key-generator'), Buffer.from(keyLine.slice('key '.length)))
    const expected = macaroon.caveats.reduce((before, caveat) => extendChain(before, caveat), beginChain(key, macaroon.id))
    const authorized = sameSignature(expected, macaroon.signature) && macaroon.caveats.every(caveat => exact.has(caveat.toString()))
    expect(authorized ? 'authorized' : 'unauthorized', file).toBe(outcome)
  }
})

interface Macaroon {
  readonly id: Buffer
  readonly caveats: readonly Buffer[]
  readonly signature: Buffer
}

/** Both binary forms of libmacaroons; some of the vectors of the first are in base64 twice. */
function parseMacaroon(text: string): Macaroon {
  let bytes = Buffer.from(text, 'base64url')
  if (/^[A-Za-z0-9+/_=-]+$/.test(bytes.toString('latin1'))) bytes = Buffer.from(bytes.toString('latin1'), 'base64url')
  const fields = bytes[0] === 2 ? secondForm(bytes) : firstForm(bytes)
  const all = (name: string) => fields.filter(field => field.name === name).map(({ value }) => value)
  return { id: all('identifier')[0]!, caveats: all('cid'), signature: all('signature')[0]! }
}

interface Field {
  readonly name: string
  readonly value: Buffer
}

function firstForm(bytes: Buffer): Field[] {
  const fields: Field[] = []
  for (let at = 0; at < bytes.length; ) {
    const length = Number.parseInt(bytes.toString('latin1', at, at + 4), 16)
    const packet = bytes.subarray(at + 4, at + length - 1)
    const space = packet.indexOf(' ')
    fields.push({ name: packet.toString('latin1', 0, space), value: packet.subarray(space + 1) })
    at += length
  }
  return fields
}

function secondForm(bytes: Buffer): Field[] {
  const fields: Field[] = []
  let identifiers = 0
  for (let at = 1; at < bytes.length; ) {
    const type = bytes[at++]!
    if (type === 0) continue
    let length = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]!
      length |= (byte & 0x7f) << shift
      if (byte < 0x80) break
    }
    const name = type === 6 ? 'signature' : type === 2 ? (identifiers++ === 0 ? 'identifier' : 'cid') : 'other'
    fields.push({ name, value: bytes.subarray(at, at + length) })
    at += length
  }
  return fields
}
