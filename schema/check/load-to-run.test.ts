import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Issue } from '../issue.ts'
import type { Json, JsonObject } from '../json/json.ts'
import { parseJson } from '../json/parse-json.ts'
import { loadToRun } from './load.ts'
import { loadBlueprint } from './load-blueprint.ts'

const folder = join(import.meta.dirname, '../../tests/fixtures')
const fixtures = ['valid', 'noted', 'invalid'].flatMap(kind =>
  readdirSync(join(folder, kind))
    .filter(name => name.endsWith('.json') && !name.endsWith('.issues.json'))
    .map(name => [`${kind}/${name}`, readFileSync(join(folder, kind, name), 'utf8')] as const),
)
const isRefused = (issues: readonly Issue[]): boolean => issues.some(({ severity }) => severity === 'error')

/** What is found without advice is what is found with it, wherever that decides something. */
function agrees(input: unknown, trusted: boolean): void {
  const told = loadBlueprint(input, { trusted })
  const run = loadToRun(input, { trusted })
  expect(isRefused(run.issues)).toBe(isRefused(told.issues))
  if (isRefused(told.issues)) return
  expect(run.document).toEqual(told.document)
  expect(run.reach).toEqual(told.reach)
  // A desktop that goes on with the document as it counts need not ask again what it reaches.
  expect(loadToRun(run.document, { trusted }).reach).toEqual(run.reach)
}

describe('reading to run', () => {
  it.each(fixtures)('[B6] %s is accepted or refused as it is by the whole check', (_name, text) => {
    for (const trusted of [true, false]) agrees(text, trusted)
  })

  it('offers no names and no repairs of formulas', () => {
    const app = { blueprint: 1, app: { name: 'A' }, state: { total: 1 }, view: { type: 'Stack', children: ['${totl + ]}', { type: 'Buton' }] } }
    expect(loadBlueprint(app).issues.some(({ suggestion }) => suggestion === 'Button')).toBe(true)
    const { issues } = loadToRun(app)
    expect(issues.map(({ code }) => code)).toEqual(['formula-syntax', 'unknown-component'])
    expect(issues.every(({ suggestion, fix }) => suggestion === undefined && fix === undefined)).toBe(true)
  })

  it('[B6] a document with one place damaged is accepted or refused as it is by the whole check', () => {
    const documents = fixtures.flatMap(([name, text]) => (name.startsWith('valid/') ? [parseJson(text).value as JsonObject] : []))
    fc.assert(
      fc.property(fc.constantFrom(...documents), fc.nat(), fc.constantFrom<Damage>('misspell', 'drop', 'number', 'text', 'list'), (document, place, damage) => {
        agrees(damaged(document, place, damage), true)
      }),
      { numRuns: 150 },
    )
  })
})

type Damage = 'misspell' | 'drop' | 'number' | 'text' | 'list'

/** The document with the value, or the key, at its `place`-th place changed. */
function damaged(document: JsonObject, place: number, damage: Damage): Json {
  let left = place % count(document)
  const visit = (value: Json): Json => {
    if (value === null || typeof value !== 'object') return value
    if (Array.isArray(value)) return value.flatMap(element => (left-- === 0 ? change(element) : [visit(element)]))
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, inner]): [string, Json][] => {
        if (left-- !== 0) return [[key, visit(inner)]]
        return damage === 'misspell' && key.length > 2 ? [[key.slice(0, -1), inner]] : change(inner).map(changed => [key, changed])
      }),
    )
  }
  const change = (value: Json): Json[] => {
    if (damage === 'drop') return []
    if (damage === 'number') return [7]
    if (damage === 'text') return ['${abc.def}']
    if (damage === 'list') return [[value]]
    return [typeof value === 'string' && value.length > 2 ? value.slice(0, -2) + value.slice(-1) : value]
  }
  return visit(document)
}

function count(value: Json): number {
  if (value === null || typeof value !== 'object') return 0
  return Object.values(value).reduce<number>((sum, inner) => sum + 1 + count(inner as Json), 0)
}
