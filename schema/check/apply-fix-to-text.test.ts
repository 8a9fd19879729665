import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Fix, FixEdit } from '../issue.ts'
import type { Json } from '../json/json.ts'
import { formatPointer } from '../json/pointer.ts'
import { prettyText } from '../json/pretty-text.ts'
import { applyFix } from './apply-fix.ts'
import { applyFixToText } from './apply-fix-to-text.ts'

const fix = (...edits: FixEdit[]): Fix => ({ title: 'x', edits })

const layouts: ReadonlyMap<string, (value: Json) => string> = new Map([
  ['pretty', prettyText],
  ['two spaces', value => JSON.stringify(value, null, 2)],
  ['tabs', value => `${JSON.stringify(value, null, '\t')}\n`],
  ['Windows', value => JSON.stringify(value, null, 4).replaceAll('\n', '\r\n')],
  ['minified', value => JSON.stringify(value)],
  ['odd', value => JSON.stringify(value, null, 1).replaceAll(': ', ' :\t').replaceAll(',\n', '\n, ')],
])

/** Every place of a document, the ends of its lists among them. */
function placesOf(value: Json, at: (string | number)[] = []): (string | number)[][] {
  if (value === null || typeof value !== 'object') return [at]
  const inner = Object.entries(value).flatMap(([key, child]) => placesOf(child as Json, [...at, key]))
  return [at, [...at, '-'], [...at, 'new'], ...inner]
}

const key = fc.constantFrom('a', 'b', '', '__proto__', 'a/b', '~', 'ü "')
const json = fc.letrec<{ value: Json; record: Json }>(tie => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<Json>(null, true, 0, -1.5, '', 'x,\n"}', '${a}'),
    fc.array(tie('value'), { maxLength: 4 }),
    tie('record'),
  ),
  record: fc.uniqueArray(fc.tuple(key, tie('value')), { maxLength: 4, selector: ([name]) => name }).map(entries => {
    const record = {}
    for (const [name, value] of entries) Object.defineProperty(record, name, { value, writable: true, enumerable: true, configurable: true })
    return record as Json
  }),
}))

const edits = (document: Json) => {
  const place = fc.constantFrom(...placesOf(document)).map(formatPointer)
  return fc.array(
    fc.oneof(
      fc.record({ set: place, value: json.value as fc.Arbitrary<unknown> }),
      fc.record({ remove: place.filter(at => at !== '') }),
      fc.record({ rename: place.filter(at => at !== ''), to: key }),
    ),
    { minLength: 1, maxLength: 3 },
  )
}

describe('applyFixToText', () => {
  it.each([...layouts])('reads to what applyFix makes of the document: %s', (_, layout) => {
    const seed = process.env.CYANOTYPE_SEED === undefined ? {} : { seed: Number(process.env.CYANOTYPE_SEED) }
    fc.assert(
      fc.property(
        json.record.chain(document => fc.tuple(fc.constant(document), edits(document))),
        ([document, list]) => {
          const outcome = (run: () => Json): Json | 'refused' => {
            try {
              return run()
            } catch (error) {
              if (error instanceof RangeError) return 'refused'
              throw error
            }
          }
          const wanted = outcome(() => applyFix(document, fix(...list)))
          expect(outcome(() => JSON.parse(applyFixToText(layout(document), fix(...list))) as Json)).toEqual(wanted)
        },
      ),
      { numRuns: 400, ...seed },
    )
  })

  it('appends to null as to a list that is not there', () => {
    const appended = fix({ set: '/a/-', value: 1 })
    for (const document of [{ a: null }, {}]) {
      expect(JSON.parse(applyFixToText(JSON.stringify(document), appended))).toEqual({ a: [1] })
      expect(applyFix(document, appended)).toEqual({ a: [1] })
    }
  })

  const written = `{
    "app": { "name": "A" },
    "state" : {
        "a":1,
        "b": [1,2,
          3]
    }
}
`
  const edited = (...list: FixEdit[]): string[] => applyFixToText(written, fix(...list)).split('\n')

  it('leaves every line alone that the fix does not speak of', () => {
    const lines = written.split('\n')
    expect(edited({ set: '/state/a', value: 2 })).toEqual(lines.with(3, '        "a":2,'))
    expect(edited({ rename: '/state', to: 'data' })).toEqual(lines.with(2, '    "data" : {'))
    expect(edited({ remove: '/app' })).toEqual(lines.toSpliced(1, 1))
    expect(edited({ remove: '/state/a' })).toEqual(lines.toSpliced(3, 1))
    expect(edited({ remove: '/state/b' })).toEqual(lines.toSpliced(4, 2).with(3, '        "a":1'))
    expect(edited({ set: '/app/icon', value: 'x' })).toEqual(lines.with(1, '    "app": { "name": "A", "icon": "x" },'))
    expect(edited({ set: '/state/b/-', value: 4 })).toEqual(lines.with(5, '          3,').toSpliced(6, 0, '          4]'))
    expect(edited({ set: '/view', value: { type: 'Text' } })).toEqual(lines.with(6, '    },').toSpliced(7, 0, '    "view" : { "type": "Text" }'))
  })

  it('lays out what is long in the unit of the text', () => {
    const value = { why: 'x'.repeat(60), use: 'y'.repeat(60) }
    expect(applyFixToText('{\n\t"a": 1\n}', fix({ set: '/b', value })).split('\n')).toEqual([
      '{',
      '\t"a": 1,',
      '\t"b": {',
      `\t\t"why": "${value.why}",`,
      `\t\t"use": "${value.use}"`,
      '\t}',
      '}',
    ])
    expect(applyFixToText('{"a":{}}', fix({ set: '/a/b', value }))).toBe(`{"a":{"b":${JSON.stringify(value)}}}`)
  })

  it('applies edits of the text all at once, by the offsets of the text as it was', () => {
    expect(applyFixToText('{"a" 1 "b":2}', fix({ offset: 6, delete: 0, insert: ',' }, { offset: 4, delete: 0, insert: ':' }))).toBe('{"a": 1, "b":2}')
    expect(applyFixToText('{"a":1,}', fix({ offset: 6, delete: 1, insert: '' }, { set: '/a', value: 2 }))).toBe('{"a":2}')
    expect(() => applyFixToText('{}', fix({ offset: 3, delete: 0, insert: ',' }))).toThrow(RangeError)
    expect(() => applyFixToText('{"a":1', fix({ set: '/a', value: 2 }))).toThrow(RangeError)
  })

  it('[B5] writes slips as JSON where an edit of the document follows', () => {
    expect(applyFixToText("// mine\n{'a': 1,}\n", fix({ set: '/a', value: 2 }))).toBe(' \n{"a": 2}\n')
  })
})
