import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { corpus } from '../../tests/corpus.ts'
import type { Json } from '../json/json.ts'
import { parseJson } from '../json/parse-json.ts'
import { LIMITS } from '../limits.ts'
import { decodeBase64Url, encodeBase64Url } from './base64url.ts'
import { canonicalJson } from './canonical.ts'
import { DICTIONARY_1 } from './dictionary.ts'
import { hashBlueprint, hashText, isHash } from './hash.ts'
import { deflateBytes, inflateBytes } from './inflate.ts'
import { decodeLink, encodeLink, type OpenedLink } from './link.ts'

const app: Json = {
  blueprint: 1,
  app: { name: 'Tödos 😀', about: 'A list.' },
  state: { items: { type: [{ id: 'text', title: 'text' }], init: [] } },
  view: { type: 'Stack', children: [{ type: 'Text', text: 'Hello' }] },
}
const dictionary = new TextEncoder().encode(DICTIONARY_1)
const codeOf = (opened: OpenedLink): string => (opened.kind === 'fault' ? opened.failure.code : opened.kind)
const linkOf = (bytes: Uint8Array, hash = '0'.repeat(64)): string => `#/b/${hash}/${encodeBase64Url(bytes)}`
const pack = (text: string): Uint8Array => deflateBytes(new TextEncoder().encode(text), dictionary)

describe('hash', () => {
  it('[B90] is SHA-256 over the canonical JSON, in lower-case hex', async () => {
    expect(await hashBlueprint({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a')
    expect(isHash(await hashBlueprint(app))).toBe(true)
    for (const text of ['', 'A'.repeat(64), 'g'.repeat(64), 'a'.repeat(63), `${'a'.repeat(64)}\n`, '../'.repeat(20)]) expect(isHash(text)).toBe(false)
  })

  it('[S5] is the same for texts that mean the same', async () => {
    const texts = ['{"a":1,"b":[0,"é"]}', '{ "b": [-0, "\\u00e9"], "a": 1e0 }', '{"\\u0061":1.0,"b":[0e5,"\\u00E9"]}']
    const hashes = await Promise.all(texts.map(text => hashBlueprint(parseJson(text).value!)))
    expect(new Set(hashes).size).toBe(1)
    expect(parseJson('{"a":1,"a":1}').fault?.code).toBe('duplicate-key')
  })
})

describe('canonicalJson', () => {
  it('is the canonical text of what is read from it', () => {
    fc.assert(
      fc.property(fc.json(), text => {
        const { value, fault } = parseJson(text)
        if (fault !== null) return
        const canonical = canonicalJson(value!)
        expect(canonicalJson(parseJson(canonical).value!)).toBe(canonical)
      }),
    )
  })

  it('refuses what is no JSON', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, '\ud800', { a: '\udc00' }]) expect(() => canonicalJson(value)).toThrow(RangeError)
  })

  const folder = corpus('jcs')
  it.skipIf(folder === null)('[S5] gives the texts of the JCS test data', () => {
    const read = (kind: string, file: string): string => readFileSync(join(folder!, 'testdata', kind, file), 'utf8')
    const files = readdirSync(join(folder!, 'testdata', 'input'))
    expect(files.length).toBe(6)
    for (const file of files) {
      const { value, fault } = parseJson(read('input', file))
      expect(fault).toBe(null)
      expect(canonicalJson(value!)).toBe(read('output', file))
      const hex = Buffer.from(canonicalJson(value!)).toString('hex')
      expect(hex).toBe(read('outhex', file.replace('.json', '.txt')).replaceAll(/\s/g, ''))
    }
  })
})

describe('links', () => {
  it('[B91] carries the document there and back', async () => {
    const link = await encodeLink(app, 'https://apps.example/')
    expect(link.fragment).toMatch(/^#\/b\/[0-9a-f]{64}\/[A-Za-z0-9_-]+$/)
    expect(link.bytes).toBe('https://apps.example/'.length + link.fragment.length)
    expect(link.fitsQr).toBe(true)
    expect(await decodeLink(link.fragment)).toEqual({ kind: 'document', hash: link.hash, text: canonicalJson(app), value: app })
    expect(await decodeLink(`#/b/${link.hash}`)).toEqual({ kind: 'hash', hash: link.hash })
  })

  it('tells what does not fit a QR code, or any link', async () => {
    const noise = Array.from({ length: 400 }, (_, i) => Math.sin(i))
    const long = await encodeLink(noise)
    expect(long.bytes).toBeGreaterThan(LIMITS.qrBytes)
    expect(long.fitsQr).toBe(false)
    await expect(encodeLink('x'.repeat(LIMITS.documentCharacters))).rejects.toThrow(RangeError)
  })

  it('[B91] keeps the dictionary, of which every link depends', async () => {
    expect(await hashText(DICTIONARY_1)).toBe('b953b88e478480d4486a7d7408b27345f1710084e1575ff7ef417fb425db2f6d')
    expect(pack(canonicalJson(app)).length).toBeLessThan(0.75 * deflateBytes(new TextEncoder().encode(canonicalJson(app)), new Uint8Array()).length)
  })

  it('[S2] refuses every changed byte, or opens the very same document', async () => {
    const { fragment, hash } = await encodeLink(app)
    const payloadStart = `#/b/${hash}/`.length
    let same = 0
    for (let at = 0; at < fragment.length; at++) {
      for (const put of ['A', '_', '0', '=', '+', ' ', '/']) {
        if (fragment[at] === put) continue
        const opened = await decodeLink(fragment.slice(0, at) + put + fragment.slice(at + 1))
        if (opened.kind !== 'document') expect(opened).toMatchObject({ kind: at === payloadStart - 1 ? expect.any(String) : 'fault' })
        else {
          expect({ hash: opened.hash, value: opened.value }).toEqual({ hash, value: app })
          same++
        }
      }
    }
    expect(same).toBeLessThan(8)
  })

  it('[S2] shows both hashes where they differ', async () => {
    const { fragment, hash } = await encodeLink(app)
    const other = 'ab'.repeat(32)
    const opened = await decodeLink(fragment.replace(hash, other))
    expect(codeOf(opened)).toBe('hash-mismatch')
    expect(JSON.stringify(opened)).toContain(hash)
    expect(JSON.stringify(opened)).toContain(other)
  })

  it('[S4] refuses a link that is cut anywhere, or has anything behind it', async () => {
    const { fragment, hash } = await encodeLink(app)
    for (let at = 0; at < fragment.length; at++) {
      const opened = await decodeLink(fragment.slice(0, at))
      expect(opened.kind).toBe(at === `#/b/${hash}`.length ? 'hash' : 'fault')
    }
    for (const tail of ['A', 'AAAA', '====', '/', '?x', '#', '%20', '\n']) expect((await decodeLink(fragment + tail)).kind).toBe('fault')
    const packed = pack(canonicalJson(app))
    expect(codeOf(await decodeLink(linkOf(new Uint8Array([...packed, 0]), hash)))).toBe('link-damaged')
    expect(codeOf(await decodeLink(linkOf(packed, hash)))).toBe('document')
  })

  it('[S5] refuses duplicate keys and what is no JSON', async () => {
    for (const text of ['{"a":1,"a":1}', '', 'prose', '[1,]', '\uFEFF{}', '['.repeat(100) + ']'.repeat(100)])
      expect(codeOf(await decodeLink(linkOf(pack(text))))).toBe('link-not-json')
    expect(codeOf(await decodeLink(linkOf(deflateBytes(new Uint8Array([0x22, 0xff, 0x22]), dictionary))))).toBe('link-damaged')
  })

  it('opens another packing of the same meaning under the same hash', async () => {
    const { hash } = await encodeLink(app)
    const opened = await decodeLink(linkOf(pack(JSON.stringify(app, null, 2)), hash))
    expect(opened).toMatchObject({ kind: 'document', text: canonicalJson(app) })
  })

  it('gives a fault for any other text', async () => {
    for (const text of ['', '#', '#/b', '#/b/', '#/b//', 'b/x', '#/c/x', '#/b/../../x', `#/b/${'A'.repeat(64)}`, `#/b/${'a'.repeat(64)}/`, '#/b/__proto__'])
      expect((await decodeLink(text)).kind).toBe('fault')
    await fc.assert(fc.asyncProperty(fc.string(), async text => void (await decodeLink(`#/b/${'a'.repeat(64)}/${text}`))))
  })
})

describe('base64url', () => {
  it('[S20] has one text for the same bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), bytes => {
        expect(decodeBase64Url(encodeBase64Url(bytes))).toEqual(bytes)
      }),
    )
    for (const text of ['A', 'AB', 'AAB', 'AA==', 'A A', 'AA\n', '+/', 'AA.']) expect(decodeBase64Url(text)).toBe(null)
  })
})

const bombs = corpus('deflate')

describe.skipIf(bombs === null)('deflate corpus', () => {
  const read = (file: string): Uint8Array => readFileSync(join(bombs!, file))
  const files = bombs === null ? [] : readdirSync(bombs).filter(file => file.includes('.deflate') || file.startsWith('pako-'))

  it('[S3] stops every bomb at the limit', async () => {
    for (const file of files.filter(name => name.startsWith('bomb-'))) {
      const inflated = inflateBytes(read(file), dictionary, LIMITS.linkBytes)
      if (inflated.kind === 'too-large') expect(inflated.made).toBeLessThanOrEqual(LIMITS.linkBytes + 16_384)
      else expect(['bomb-double-1GB.deflate-raw', 'bomb-json-deep-1e6.deflate-raw']).toContain(file)
      const link = linkOf(read(file))
      const start = performance.now()
      const opened = await decodeLink(link)
      console.info(`${file}: ${codeOf(opened)} after ${Math.round(performance.now() - start)} ms`)
      expect(opened.kind).toBe('fault')
    }
  })

  it('[S4] reads what is whole and refuses what is cut, damaged or followed by anything', async () => {
    const good = inflateBytes(read('good-small.deflate-raw'), dictionary, 100)
    expect(good.kind).toBe('bytes')
    for (const file of ['trailing-garbage.deflate-raw', 'trunc-small.deflate-raw'])
      expect(inflateBytes(read(file), dictionary, LIMITS.linkBytes)).toEqual({ kind: 'damaged' })
    for (const file of files.filter(name => name.startsWith('pako-'))) expect((await decodeLink(linkOf(read(file)))).kind).toBe('fault')
  })
})
