/** One hash for what means the same as JSON, another for what does not (B90). */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { corpus } from '../../tests/corpus.ts'
import { randomSeed } from '../../tests/random-seed.ts'
import type { Json, JsonObject } from '../json/json.ts'
import { parseJson } from '../json/parse-json.ts'
import { canonicalJson } from './canonical.ts'
import { hashBlueprint } from './hash.ts'
import { decodeLink, encodeLink } from './link.ts'

const seed = randomSeed()
const text = fc.string({ unit: 'grapheme', maxLength: 8 })
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))
const { json } = fc.letrec<{ json: Json }>(tie => ({
  json: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'json' },
    fc.constantFrom<Json>(null, true, false),
    number,
    text,
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(text, tie('json'), { maxKeys: 4 }),
  ),
}))

/** Chooses, for each place in turn, how it is written. */
type Choose = (most: number) => number

/** The same value in another spelling: order of keys, white space, escapes, forms of numbers. */
function spell(value: Json, choose: Choose): string {
  const space = () => ['', ' ', '\n', '\t  '][choose(3)]!
  if (typeof value === 'string') return spellText(value, choose)
  if (typeof value === 'number') return spellNumber(value, choose)
  if (value === null || typeof value === 'boolean') return String(value)
  if (isList(value)) return `[${value.map(element => space() + spell(element, choose) + space()).join(',')}]`
  const keys = Object.keys(value)
  for (let at = keys.length - 1; at > 0; at--) {
    const other = choose(at)
    ;[keys[at], keys[other]] = [keys[other]!, keys[at]!]
  }
  return `{${space()}${keys.map(key => `${spellText(key, choose)}${space()}:${space()}${spell((value as JsonObject)[key]!, choose)}`).join(`${space()},`)}}`
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

function spellText(value: string, choose: Choose): string {
  const written = Array.from({ length: value.length }, (_, at) => {
    const unit = value.charCodeAt(at).toString(16).padStart(4, '0')
    return choose(3) === 0 ? `\\u${choose(1) === 0 ? unit : unit.toUpperCase()}` : JSON.stringify(value[at]!).slice(1, -1)
  }).join('')
  // A lone half of a pair in a spelling is no JSON here: both halves are written, or neither.
  return `"${written.isWellFormed() ? written : JSON.stringify(value).slice(1, -1)}"`
}

function spellNumber(value: number, choose: Choose): string {
  const plain = JSON.stringify(value)
  if (value === 0) return ['0', '-0', '0.0', '0e7', '-0.00E-3'][choose(4)]!
  const exponent = value.toExponential()
  return [plain, exponent, exponent.replace('e', 'E'), /^-?\d+$/.test(plain) ? `${plain}.0` : plain, /^-?\d+$/.test(plain) ? `${plain}e0` : plain][choose(4)]!
}

const choices = fc.infiniteStream(fc.nat({ max: 1_000_000 }))
const chooseFrom =
  (stream: Iterator<number>): Choose =>
  most =>
    (stream.next().value as number) % (most + 1)

describe('canonical JSON', () => {
  it('[B90] equal meaning, equal hash: whatever the order of keys, the white space, the escapes, the spelling of numbers', async () => {
    await fc.assert(
      fc.asyncProperty(json, choices, async (value, stream) => {
        const written = spell(value, chooseFrom(stream))
        const read = parseJson(written)
        expect(read.fault, written).toBe(null)
        expect(canonicalJson(read.value!)).toBe(canonicalJson(value))
        expect(await hashBlueprint(read.value!)).toBe(await hashBlueprint(value))
      }),
      { seed, numRuns: 1_000 },
    )
  })

  it('[B90] other meaning, other hash: one change anywhere is another blueprint', async () => {
    await fc.assert(
      fc.asyncProperty(json, json, async (one, other) => {
        const same = canonicalJson(one) === canonicalJson(other)
        // Zero has a sign in JavaScript and none in JSON.
        expect(same).toBe(equalAsJson(one, other))
        expect((await hashBlueprint(one)) === (await hashBlueprint(other))).toBe(same)
      }),
      { seed, numRuns: 1_000 },
    )
    const base = { blueprint: 1, app: { name: 'Ink' }, view: 'é' }
    const hash = await hashBlueprint(base)
    for (const other of [
      { ...base, view: 'e\u0301' },
      { ...base, view: 'é ' },
      { ...base, view: ['é'] },
      { ...base, blueprint: '1' },
      { ...base, tests: [] },
    ])
      expect(await hashBlueprint(other)).not.toBe(hash)
  })

  it('[B90] the order of a list has a meaning, the order of keys has none', () => {
    expect(canonicalJson({ b: [2, 1], a: 0 })).toBe('{"a":0,"b":[2,1]}')
    expect(canonicalJson({ a: 0, b: [1, 2] })).not.toBe(canonicalJson({ a: 0, b: [2, 1] }))
    expect(canonicalJson({ '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6 })).toBe(
      '{"\\r":2,"1":4,"\u0080":6,"€":1,"😀":5,"\ufb33":3}',
    )
  })

  it('[B90] numbers are written as RFC 8785 says', () => {
    const written: readonly (readonly [spelling: string, canonical: string])[] = [
      ['1.0', '1'],
      ['1e0', '1'],
      ['-0', '0'],
      ['333333333.33333329', '333333333.3333333'],
      ['1E30', '1e+30'],
      ['4.50', '4.5'],
      ['2e-3', '0.002'],
      ['0.000000000000000000000000001', '1e-27'],
      ['1e20', '100000000000000000000'],
      ['1e21', '1e+21'],
      ['9007199254740993', '9007199254740992'],
      ['5e-324', '5e-324'],
      ['1.7976931348623157e308', '1.7976931348623157e+308'],
      ['0.000001', '0.000001'],
      ['0.0000001', '1e-7'],
    ]
    for (const [spelling, canonical] of written) expect(canonicalJson(parseJson(spelling).value!)).toBe(canonical)
  })

  it('[B90] and so are the numbers whose shortest form is hard to find', () => {
    // The bits of each number, big end first, as appendix B of RFC 8785 lists them.
    const bits: Readonly<Record<string, string>> = {
      '0000000000000000': '0',
      '8000000000000000': '0',
      '0000000000000001': '5e-324',
      '8000000000000001': '-5e-324',
      '7fefffffffffffff': '1.7976931348623157e+308',
      ffefffffffffffff: '-1.7976931348623157e+308',
      '4340000000000000': '9007199254740992',
      c340000000000000: '-9007199254740992',
      '4430000000000000': '295147905179352830000',
      '44b52d02c7e14af5': '9.999999999999997e+22',
      '44b52d02c7e14af6': '1e+23',
      '44b52d02c7e14af7': '1.0000000000000001e+23',
      '444b1ae4d6e2ef4e': '999999999999999700000',
      '444b1ae4d6e2ef4f': '999999999999999900000',
      '444b1ae4d6e2ef50': '1e+21',
      '3eb0c6f7a0b5ed8c': '9.999999999999997e-7',
      '3eb0c6f7a0b5ed8d': '0.000001',
      '41b3de4355555553': '333333333.3333332',
      '41b3de4355555554': '333333333.33333325',
      '41b3de4355555555': '333333333.3333333',
      '41b3de4355555556': '333333333.3333334',
      '41b3de4355555557': '333333333.33333343',
      becbf647612f3696: '-0.0000033333333333333333',
      '43143ff3c1cb0959': '1424953923781206.2',
    }
    for (const [hex, canonical] of Object.entries(bits)) expect(canonicalJson(Buffer.from(hex, 'hex').readDoubleBE()), hex).toBe(canonical)
    for (const hex of ['7fffffffffffffff', '7ff0000000000000', 'fff0000000000000'])
      expect(() => canonicalJson(Buffer.from(hex, 'hex').readDoubleBE()), hex).toThrow(RangeError)
  })

  it('[B90] reads every spelling of the JSON corpus that is accepted to one canonical text', async () => {
    const folder = corpus('json-test-suite')
    if (folder === null) return
    const files = readdirSync(join(folder, 'test_parsing'))
    let read = 0
    for (const file of files) {
      const { value, fault } = parseJson(readFileSync(join(folder, 'test_parsing', file), 'utf8'))
      if (fault !== null || value === undefined) continue
      read++
      const canonical = canonicalJson(value)
      expect(canonicalJson(parseJson(canonical).value!), file).toBe(canonical)
      // A zero has a sign in JavaScript and none in the canonical form.
      expect(JSON.parse(canonical), file).toEqual(JSON.parse(JSON.stringify(value)))
    }
    console.info(`${read} of ${files.length} texts of the corpus are JSON here`)
    expect(read).toBeGreaterThan(80)
  })

  it('[B91] a link carries any document there and back, under its hash', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(text, json, { maxKeys: 4 }), async value => {
        const link = await encodeLink(value)
        const opened = await decodeLink(link.fragment)
        expect(opened).toMatchObject({ kind: 'document', hash: await hashBlueprint(value), text: canonicalJson(value) })
        expect(await encodeLink(parseJson(canonicalJson(value)).value!)).toEqual(link)
      }),
      { seed, numRuns: 300 },
    )
  })
})

it('[B91] a link carries each app that ships and each fixture, smaller than its text', async () => {
  const root = join(import.meta.dirname, '../..')
  const files = ['blueprints/apps', 'tests/fixtures/valid'].flatMap(folder => readdirSync(join(root, folder)).map(file => join(root, folder, file)))
  let fitting = 0
  for (const file of files) {
    const { value } = parseJson(readFileSync(file, 'utf8'))
    const { fragment, fitsQr, hash } = await encodeLink(value!)
    fitting += fitsQr ? 1 : 0
    expect(fragment.length, file).toBeLessThan(canonicalJson(value!).length + 100)
    expect(await decodeLink(fragment), file).toEqual({ kind: 'document', hash, text: canonicalJson(value!), value })
  }
  console.info(`${fitting} of ${files.length} links fit into a QR code`)
})

function equalAsJson(one: Json, other: Json): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (isList(one) || isList(other))
    return isList(one) && isList(other) && one.length === other.length && one.every((element, at) => equalAsJson(element, other[at]!))
  const keys = Object.keys(one)
  return keys.length === Object.keys(other).length && keys.every(key => Object.hasOwn(other, key) && equalAsJson(one[key]!, other[key]!))
}
