import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { LIMITS } from '../limits.ts'
import type { Json, JsonObject } from './json.ts'
import { parseJson } from './parse-json.ts'
import { createJsonParser, type Frame, type JsonEvents } from './push-parser.ts'

const anyText = fc.oneof(
  fc.json({ maxDepth: 6 }),
  fc.jsonValue({ maxDepth: 6, stringUnit: 'binary' }).map(value => JSON.stringify(value, null, 2)),
)
const damagedText = fc
  .tuple(anyText, fc.nat(), fc.constantFrom('', '{', '}', ']', ',', ':', '"', '\\', '0', 'x', '\n'))
  .map(([text, at, put]) => text.slice(0, at % (text.length + 1)) + put + text.slice((at % (text.length + 1)) + 1))

function pieces(text: string, cuts: readonly number[]): string[] {
  const places = [...new Set([0, ...cuts.map(cut => cut % (text.length + 1)), text.length])].sort((a, b) => a - b)
  return places.slice(1).map((end, i) => text.slice(places[i], end))
}

function parsePieces(chunks: readonly string[], events?: JsonEvents) {
  const parser = createJsonParser(events)
  for (const chunk of chunks) parser.push(chunk)
  const fault = parser.end()
  return { value: parser.root, fault, complete: parser.complete, offset: parser.offset }
}

/** Everything that events tell but `text`, which depends on the cuts by its nature. */
function logEvents(chunks: readonly string[]): unknown[] {
  const log: unknown[] = []
  const pathOf = (frame: Frame | null): unknown[] => (frame === null ? [] : [...pathOf(frame.parent), frame.key])
  const parser = createJsonParser({
    open: frame => log.push(['open', pathOf(frame), frame.start, parser.offset]),
    value: (frame, key, value) => log.push(['value', pathOf(frame), key, JSON.stringify(value), parser.offset]),
    close: frame => log.push(['close', pathOf(frame), JSON.stringify(frame.value), parser.offset]),
  })
  for (const chunk of chunks) parser.push(chunk)
  parser.end()
  return log
}

/** Is `a` what a part of the text of `b` reads as? */
function isPrefix(a: Json | undefined, b: Json): boolean {
  if (a === undefined) return true
  if (Array.isArray(a)) return Array.isArray(b) && a.length <= b.length && a.every((child, i) => isPrefix(child, b[i] as Json))
  if (a !== null && typeof a === 'object') {
    if (b === null || typeof b !== 'object' || Array.isArray(b)) return false
    return Object.keys(a).every(key => Object.hasOwn(b, key) && isPrefix((a as JsonObject)[key], (b as JsonObject)[key]!))
  }
  return Object.is(a, b)
}

describe('laws', () => {
  it('reads what JSON.parse reads, and refuses what it refuses', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, damagedText, fc.string()), text => {
        const { value, fault } = parseJson(text)
        let expected: unknown
        let refused = false
        try {
          expected = JSON.parse(text)
        } catch {
          refused = true
        }
        if (refused) expect(fault).not.toBe(null)
        else if (fault === null) expect(value).toEqual(expected)
        else expect(fault.code === 'duplicate-key' || fault.message.includes('half of a character') || fault.message.includes('too large')).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('gives the same wherever the text is cut, faults included', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, damagedText), fc.array(fc.nat(), { maxLength: 12 }), (text, cuts) => {
        const chunks = pieces(text, cuts)
        expect(parsePieces(chunks)).toEqual(parsePieces([text]))
        expect(logEvents(chunks)).toEqual(logEvents([text]))
      }),
      { numRuns: 1000 },
    )
  })

  it('has at any time a root that is a part of the final value', () => {
    fc.assert(
      fc.property(anyText, text => {
        const whole = parseJson(text)
        if (whole.fault !== null) return
        const parser = createJsonParser()
        for (const unit of text) {
          parser.push(unit)
          expect(isPrefix(parser.root, whole.value!)).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('reads each character once', () => {
    const text = JSON.stringify({ list: Array.from({ length: 300 }, (_, i) => ({ id: `n${i}`, at: -i * 1.5e3, on: i % 2 === 0, 'a\n"ü😀': null })) }, null, 1)
    for (const size of [1, 16, text.length]) {
      const chunks = Array.from({ length: Math.ceil(text.length / size) }, (_, i) => text.slice(i * size, (i + 1) * size))
      const read = vi.spyOn(String.prototype, 'charCodeAt')
      let visits = 0
      try {
        parsePieces(chunks)
        visits = read.mock.contexts.filter(context => !['true', 'false', 'null'].includes(String(context))).length
      } finally {
        read.mockRestore()
      }
      expect(visits).toBe(text.length)
    }
  })
})

describe('events', () => {
  it('attaches a container when it opens and keeps it', () => {
    const opened: unknown[] = []
    const parser = createJsonParser({ open: frame => opened.push(frame.value) })
    parser.push('{"a":[{')
    expect(parser.root).toEqual({ a: [{}] })
    const { a } = parser.root as { a: unknown[] }
    expect(opened).toEqual([parser.root, a, a[0]])
    parser.push('"b":1}]}')
    expect((parser.root as { a: unknown }).a).toBe(a)
    expect(parser.root).toEqual({ a: [{ b: 1 }] })
    expect(parser.complete).toBe(true)
  })

  it('tells how a text grows, decoded and without half a pair', () => {
    const seen: unknown[] = []
    const parser = createJsonParser({ text: (_, key, text) => seen.push([key, text]) })
    for (const chunk of ['{"ke', 'y":"He', 'l', 'lo\\', 'n\\ud83', 'd\\ude00', '\ud83d', '\ude00', '!","b":["x', '"]}']) parser.push(chunk)
    expect(parser.end()).toBe(null)
    expect(seen).toEqual([
      ['key', 'He'],
      ['key', 'Hel'],
      ['key', 'Hello'],
      ['key', 'Hello\n'],
      ['key', 'Hello\n😀'],
      ['key', 'Hello\n😀😀'],
      [0, 'x'],
    ])
    expect(parser.root).toEqual({ key: 'Hello\n😀😀!', b: ['x'] })
  })
})

describe('faults', () => {
  const faultOf = (text: string) => parseJson(text).fault

  it('[B4] refuses a key that stands twice, and keeps the first', () => {
    const { value, fault } = parseJson('{"a":{"b":1,\n "\\u0062":2}}')
    expect(fault).toMatchObject({ code: 'duplicate-key', line: 2, column: 2, pointer: '/a/b' })
    expect(value).toEqual({ a: { b: 1 } })
    expect(faultOf('{"__proto__":1,"__proto__":2}')?.code).toBe('duplicate-key')
    expect(faultOf('{"toString":1}')).toBe(null)
  })

  it('holds the limits of nesting and length', () => {
    const nest = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
    expect(faultOf(nest(LIMITS.jsonDepth))).toBe(null)
    expect(faultOf(nest(LIMITS.jsonDepth + 1))).toMatchObject({ code: 'too-deep', offset: LIMITS.jsonDepth })
    expect(faultOf('['.repeat(1_000_000))?.code).toBe('too-deep')
    const filled = (length: number) => `"${'x'.repeat(length - 2)}"`
    expect(faultOf(filled(LIMITS.documentCharacters))).toBe(null)
    expect(faultOf(filled(LIMITS.documentCharacters + 1))).toMatchObject({ code: 'too-long', offset: LIMITS.documentCharacters })
    const parser = createJsonParser()
    for (let i = 0; i < 20; i++) parser.push(' '.repeat(65_536))
    expect(parser.fault).toMatchObject({ code: 'too-long', offset: LIMITS.documentCharacters })
  })

  it('stays where it stopped', () => {
    const parser = createJsonParser()
    parser.push('{"a":1,"b":[2,}')
    const fault = parser.fault
    expect(fault).toMatchObject({ code: 'syntax', offset: 14, pointer: '/b/1' })
    expect(parser.push('3]}')).toBe(fault)
    expect(parser.end()).toBe(fault)
    expect(parser.root).toEqual({ a: 1, b: [2] })
    expect(parser.complete).toBe(false)
  })

  it.each([
    ['{"a":1 "b":2}', 'A comma is missing after the value of "a", before this ".'],
    ['[1 2]', 'A comma is missing after element 1, before this 2.'],
    ['[1,]', 'There is a comma too many before this ].'],
    ['{"a":1,}', 'There is a comma too many before this }.'],
    ['{"a" 1}', 'A colon is missing after the key "a".'],
    ['{"a":}', 'The value of "a" is missing.'],
    ['{a:1}', 'A key in double quotes is expected, not a.'],
    ["{'a':1}", 'Texts and keys stand in double quotes: write " in place of \'.'],
    ['[1}', 'This } closes what is open with the wrong bracket: ] is expected.'],
    ['{"a":1]', 'This ] closes what is open with the wrong bracket: } is expected.'],
    ['// no', 'JSON has no comments: remove this one.'],
    ['["a\nb"]', 'A line break cannot stand in a text as it is (is a closing quote missing?): write \\n.'],
    ['["\\x"]', 'A backslash before this x means nothing: write \\\\ for a backslash itself.'],
    ['[01]', 'A number has no leading zero: remove it.'],
    ['[1.]', 'A digit is missing after the point of this number.'],
    ['[.5]', 'A number needs a digit before its point.'],
    ['[1e999]', 'This number is too large for any computer to count with: write a smaller one.'],
    ['{} {}', 'The document is complete before this {: nothing may follow it.'],
    ['', 'The text is empty: a JSON document is expected.'],
    ['{"a":{"b":1}', 'The text ends inside a record: } is missing.'],
    ['{"a":["x', 'The text ends inside quotes: a closing " and then ]} are missing.'],
    ['[12', 'The text ends inside a list: ] is missing.'],
    ['{"a"', 'The text ends before the value of "a": it and then } are missing.'],
  ])('explains %j', (text, message) => {
    expect(faultOf(text)?.message).toBe(message)
  })

  it('refuses half a character, so that every document has a canonical form', () => {
    for (const text of ['"\\ud83d"', '"\\ude00"', '"\\ud83dx"', '"\\ud83d\\n"', '"\ud83d"', '{"\\ud83d":1}']) expect(faultOf(text)?.code).toBe('syntax')
    expect(parseJson('"\\ud83d\\ude00"').value).toBe('😀')
  })

  it('treats a push after the end as a mistake of the caller', () => {
    const parser = createJsonParser()
    parser.push('1')
    parser.end()
    expect(() => parser.push('2')).toThrow(RangeError)
  })
})
