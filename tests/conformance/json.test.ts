import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { JsonFault } from '../../schema/json/fault.ts'
import type { Json } from '../../schema/json/json.ts'
import { parseJson } from '../../schema/json/parse-json.ts'
import { createJsonParser } from '../../schema/json/push-parser.ts'
import { corpus } from '../corpus.ts'

interface Verdict {
  readonly value: Json | undefined
  readonly fault: JsonFault | null | 'not-utf-8'
}

/** Feeds bytes to the parser in pieces, the way a network does. Bytes that are no UTF-8 are refused, or become U+FFFD. */
function feed(pieces: Iterable<Uint8Array>, fatal = true): Verdict {
  const decoder = new TextDecoder('utf-8', { fatal })
  const parser = createJsonParser()
  try {
    for (const piece of pieces) parser.push(decoder.decode(piece, { stream: true }))
    parser.push(decoder.decode())
  } catch (error) {
    if (error instanceof TypeError) return { value: parser.root, fault: 'not-utf-8' }
    throw error
  }
  const fault = parser.end()
  return { value: parser.root, fault }
}

function* bytes(all: Uint8Array): Iterable<Uint8Array> {
  for (let i = 0; i < all.length; i++) yield all.subarray(i, i + 1)
}

const folder = corpus('json-test-suite')
const files = folder === null ? [] : readdirSync(join(folder, 'test_parsing')).filter(file => file.endsWith('.json'))

/** Refused although the grammar allows them: keys that stand twice (B4). */
const REFUSED = new Set(['y_object_duplicated_key.json', 'y_object_duplicated_key_and_value.json'])
/** Every split of a text is tried up to this many bytes, and of longer ones as many splits, evenly spread. */
const SPLITS = 1_000

describe.skipIf(folder === null)('JSONTestSuite', () => {
  const read = (file: string): Uint8Array => readFileSync(join(folder!, 'test_parsing', file))

  it('has its 318 files', () => {
    expect(files.length).toBe(318)
  })

  it('[B4] accepts what must be accepted, duplicate keys aside, as JSON.parse reads it', () => {
    for (const file of files.filter(name => name.startsWith('y_'))) {
      const { value, fault } = feed([read(file)])
      if (REFUSED.has(file)) {
        expect({ file, fault }).toMatchObject({ fault: { code: 'duplicate-key' } })
        continue
      }
      expect({ file, fault }).toEqual({ file, fault: null })
      expect(value).toEqual(JSON.parse(new TextDecoder().decode(read(file))))
    }
  })

  it('refuses what must be refused', () => {
    for (const file of files.filter(name => name.startsWith('n_'))) expect({ file, fault: feed([read(file)]).fault }).not.toEqual({ file, fault: null })
  })

  it('accepts of the rest only what JSON.parse accepts', () => {
    for (const file of files.filter(name => name.startsWith('i_'))) {
      const { value, fault } = feed([read(file)])
      if (fault === null) expect({ file, value }).toEqual({ file, value: JSON.parse(new TextDecoder().decode(read(file))) })
    }
  })

  it('gives the same for every split', () => {
    for (const file of files) {
      const all = read(file)
      const whole = feed([all], false)
      const step = Math.max(1, Math.floor(all.length / SPLITS))
      for (let at = 1; at < all.length; at += step) {
        const split = feed([all.subarray(0, at), all.subarray(at)], false)
        if (!same(split, whole)) expect({ file, at, ...split }).toEqual({ file, at, ...whole })
      }
      expect({ file, ...feed(bytes(all), false) }).toEqual({ file, ...whole })
    }
  })
})

function same(a: Verdict, b: Verdict): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

const vectors = corpus('prototype-pollution')

describe.skipIf(vectors === null)('prototype pollution', () => {
  it('[S9] [S10] hostile names are own properties or missing', () => {
    const { json, keys } = JSON.parse(readFileSync(join(vectors!, 'own-pp-vectors.json'), 'utf8')) as { json: string[]; keys: string[] }
    for (const text of [...json, ...keys.map(key => `{${JSON.stringify(key)}:{"polluted":1}}`)]) {
      const { value, fault } = parseJson(text)
      expect(fault).toBe(null)
      expectOwnOnly(value)
      expect(value).toEqual(JSON.parse(text))
      expect(Object.keys(value as object)).toEqual(Object.keys(JSON.parse(text)))
    }
    expect(({} as Record<string, unknown>).polluted).toBe(undefined)
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  function expectOwnOnly(value: unknown): void {
    if (value === null || typeof value !== 'object') return
    expect(Object.getPrototypeOf(value)).toBe(Array.isArray(value) ? Array.prototype : Object.prototype)
    for (const key of Object.keys(value)) expectOwnOnly((value as Record<string, unknown>)[key])
  }
})
