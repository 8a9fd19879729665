import fc from 'fast-check'
import { expect, it } from 'vitest'
import { validateDocument } from '../generated/validate-document.js'
import type { Json, JsonObject } from '../json/json.ts'
import { createReport } from './report.ts'
import { checkShape } from './shape.ts'

const sample: JsonObject = {
  blueprint: 1,
  app: { name: 'Sample', theme: { preset: 'ink' }, window: { width: 400, height: 300 } },
  capabilities: [{ use: 'storage', why: 'x' }],
  constants: { a: [1] },
  state: { a: '', b: { type: [{ id: 'text' }], init: [], persist: true } },
  data: { d: { do: 'http.get', url: 'https://x.example/', refresh: '1h' } },
  derived: { c: 'a', f: { params: { x: 'number' }, value: 'x' } },
  view: { type: 'Stack', children: [] },
  pages: { home: { title: 'Home', params: { id: 'text?' }, view: 'x' } },
  parts: { P: { params: { t: 'text' }, view: 'x' } },
  actions: { go: [{ do: 'undo', catch: [] }], by: { params: { n: 'number' }, steps: 'go', again: 'queue' } },
  keys: { 'mod+n': 'go' },
  timers: { t: { every: 1000, when: 'a', do: 'go' } },
  effects: { e: { watch: 'a', after: '1s', do: { do: 'undo' } } },
  tests: [{ name: 'one', tools: { 'http.get': [{ reply: 1 }] }, steps: [{ press: 'Go' }, { reload: true }] }],
}

/** Every path in the sample with what could stand there instead. */
function damage(value: Json, pick: { next(): number }, junk: Json): Json {
  if (value === null || typeof value !== 'object' || pick.next() % 4 === 0) return junk
  const entries = Object.entries(value)
  if (entries.length === 0) return junk
  const [key, inner] = entries[pick.next() % entries.length] as [string, Json]
  const changed = damage(inner, pick, junk)
  if (Array.isArray(value)) return value.map((element, index) => (String(index) === key ? changed : (element as Json)))
  const kept = Object.fromEntries(entries.map(([name, old]) => [name, name === key ? changed : old]))
  if (pick.next() % 5 === 0) delete kept[key]
  if (pick.next() % 5 === 0) kept.extra = junk
  return kept
}

it('takes and refuses what ajv does by the same schema', () => {
  expect(validateDocument(sample)).toBe(true)
  const junk = fc.constantFrom<Json>(
    null,
    true,
    0,
    -1,
    2,
    1e9,
    '',
    'text',
    'dark',
    'when',
    [],
    ['text'],
    [1, 2],
    {},
    { do: 1 },
    { type: 'x' },
    { type: 'text', init: 1 },
    { name: 'x' },
  )
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { minLength: 40, maxLength: 40 }), junk, (numbers, bad) => {
      let at = 0
      const document = damage(sample, { next: () => numbers[at++ % numbers.length] ?? 0 }, bad)
      const report = createReport()
      checkShape(document, report)
      const found = report.findings.filter(finding => finding.code !== 'missing-view')
      expect(found.length === 0, JSON.stringify({ found, ajv: validateDocument.errors })).toBe(validateDocument(document))
    }),
    { numRuns: 2000 },
  )
})
