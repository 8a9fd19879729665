import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../identity/canonical.ts'
import type { Json, JsonObject } from '../json/json.ts'
import { prettyDocument } from '../json/pretty-text.ts'
import { formatBlueprint, formatDocument } from './format.ts'
import { orderDocument } from './order.ts'

const root = join(import.meta.dirname, '../..')
const seed = Number(process.env.CYANOTYPE_SEED ?? Date.now() % 2 ** 31)

function formatted(text: string): string {
  const result = formatBlueprint(text)
  if ('fault' in result) throw new Error(result.fault.message)
  return result.text
}

const files = globSync('{blueprints/apps,tests/recordings,tests/fixtures/valid,cli/templates}/*.json', { cwd: root })
const documents = files.map(file => JSON.parse(readFileSync(join(root, file), 'utf8')) as JsonObject)

/** The same value with the keys of its records in another order. */
function shuffled(value: Json, chance: () => number): Json {
  if (Array.isArray(value)) return value.map(child => shuffled(child, chance))
  if (typeof value !== 'object' || value === null) return value
  const keys = Object.keys(value)
    .map(key => [chance(), key] as const)
    .sort(([a], [b]) => a - b)
  return Object.fromEntries(keys.map(([, key]) => [key, shuffled((value as JsonObject)[key] as Json, chance)]))
}

describe('formatting', () => {
  it.each(files)('[B90] leaves the hash of %s alone, and changes nothing the second time', file => {
    const text = readFileSync(join(root, file), 'utf8')
    const once = formatted(text)
    expect(canonicalJson(JSON.parse(once))).toBe(canonicalJson(JSON.parse(text)))
    expect(formatted(once)).toBe(once)
  })

  it.each(files.filter(file => /^(blueprints|cli|tests.recordings)/.test(file)))('%s is formatted', file => {
    const text = readFileSync(join(root, file), 'utf8')
    expect(formatted(text)).toBe(text)
  })

  it('[B90] holds for documents in any order of keys', () => {
    fc.assert(
      fc.property(fc.constantFrom(...documents), fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (document, stream) => {
        const mixed = shuffled(document, () => stream.next().value as number)
        const once = formatted(JSON.stringify(mixed))
        expect(canonicalJson(JSON.parse(once))).toBe(canonicalJson(document))
        expect(formatted(once)).toBe(once)
      }),
      { numRuns: 40, seed },
    )
  })

  it('holds for any JSON, blueprint or not', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), value => {
        const once = formatted(JSON.stringify(value))
        expect(JSON.parse(once)).toEqual(JSON.parse(JSON.stringify(value)))
        expect(formatted(once)).toBe(once)
      }),
      { numRuns: 500, seed },
    )
  })

  it('gives the fault of what is no JSON', () => {
    expect(formatBlueprint('{ "a" 1 }')).toMatchObject({ fault: { code: 'syntax', line: 1, column: 7 } })
  })
})

describe('[B1] order', () => {
  it('is that in which a document is streamed', () => {
    const document = orderDocument({ tests: [], view: 'x', other: 1, state: {}, app: { icon: 'x', name: 'A' }, blueprint: 1 })
    expect(Object.keys(document)).toEqual(['blueprint', 'app', 'state', 'view', 'tests', 'other'])
    expect(Object.keys(document.app as JsonObject)).toEqual(['name', 'icon'])
  })

  it('says of a component what it is, then how it looks, what it edits, what it does, what stands in it', () => {
    const view = orderDocument({
      view: {
        children: [
          { onEnter: [{ with: {}, do: 'run', when: 'x', action: 'a' }], bind: 'x', grow: true, label: 'L', maxLength: 3, show: 'y', type: 'TextField' },
        ],
        onTap: 'a',
        gap: 's',
        as: 'item',
        each: 'xs',
        type: 'Row',
      },
    }).view as JsonObject
    expect(Object.keys(view)).toEqual(['type', 'each', 'as', 'gap', 'onTap', 'children'])
    const field = (view.children as readonly JsonObject[])[0] as JsonObject
    expect(Object.keys(field)).toEqual(['type', 'show', 'label', 'maxLength', 'grow', 'bind', 'onEnter'])
    expect(Object.keys((field.onEnter as readonly JsonObject[])[0] as JsonObject)).toEqual(['do', 'action', 'with', 'when'])
  })

  it('leaves alone what the author ordered', () => {
    const document: JsonObject = {
      state: { b: 1, a: { type: { z: 'text', y: 'text' }, init: { z: '', y: '' } } },
      view: { type: 'Select', label: 'x', bind: 'b', options: ['b', 'a'] },
      pages: { second: { title: 'S', view: 'x' }, first: { title: 'F', view: 'x' } },
      actions: { go: { do: 'add', to: 'xs', item: { z: 1, a: 2 } } },
    }
    expect(JSON.stringify(orderDocument(document))).toBe(JSON.stringify({ ...document, view: { type: 'Select', label: 'x', options: ['b', 'a'], bind: 'b' } }))
  })

  it('[B27] takes __proto__ for a key like any other', () => {
    const text = '{"view":{"type":"Text","__proto__":1},"state":{"__proto__":2}}'
    expect(canonicalJson(orderDocument(JSON.parse(text)) as Json)).toBe(canonicalJson(JSON.parse(text)))
  })
})

describe('layout', () => {
  it('is one, for a text and for the document that it is of', () => {
    for (const document of documents) {
      expect(formatted(JSON.stringify(document))).toBe(formatDocument(document))
      const ordered = orderDocument(document)
      expect(formatDocument(document)).toBe(`${prettyDocument(ordered)}\n`)
    }
  })

  it('keeps short things on a line and gives each of several records one', () => {
    expect(prettyDocument({ a: { b: [1, 2], c: {} }, d: [{ e: 1 }], f: [{ g: 1 }, { h: 2 }] })).toBe(
      '{\n  "a": { "b": [1, 2], "c": {} },\n  "d": [{ "e": 1 }],\n  "f": [\n    { "g": 1 },\n    { "h": 2 }\n  ]\n}',
    )
  })

  it('sets many short values side by side', () => {
    const text = prettyDocument({ list: Array.from({ length: 60 }, (_, index) => index * 100) })
    expect(text.split('\n').length).toBeLessThan(12)
    expect(Math.max(...text.split('\n').map(line => line.length))).toBeLessThanOrEqual(120)
  })

  it('[S50] writes marks that cannot be seen as escapes', () => {
    expect(prettyDocument('a\u202eb\u00a0c👩\u200d🚀')).toBe('"a\\u202eb\\u00a0c👩\u200d🚀"')
  })
})
