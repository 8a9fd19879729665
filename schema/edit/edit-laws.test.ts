import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomSeed } from '../../tests/random-seed.ts'
import editSchema from '../edit.schema.json' with { type: 'json' }
import { hashBlueprint } from '../identity/hash.ts'
import type { Json, JsonObject } from '../json/json.ts'
import { applyEdit } from './apply-edit.ts'
import type { CheckedOp } from './edit.ts'
import { documents, opsOf, piecesOf } from './edit-arbitrary.ts'
import { editBetween } from './edit-between.ts'
import { createEditStream } from './edit-stream.ts'
import { withNodeIds, withoutNodeIds } from './node-ids.ts'
import { readHead, readOp } from './read-op.ts'

const seed = randomSeed()
const base = '0'.repeat(64)
const sources = fc.constantFrom(...documents)
const edits = sources.chain(({ document }) => opsOf(document).map(ops => ({ document, edit: { edit: 1, base, ops } })))

describe('laws of edits', () => {
  it('[B80] an edit can be taken back: the very document, key for key, and its hash', async () => {
    let held = 0
    await fc.assert(
      fc.asyncProperty(edits, async ({ document, edit }) => {
        const { document: next } = applyEdit(document, edit, { hash: base })
        if (next === null) return
        held += 1
        const hash = await hashBlueprint(next)
        const back = applyEdit(next, editBetween(next, document, hash), { hash })
        expect(back.issues.filter(({ severity }) => severity === 'error')).toEqual([])
        expect(JSON.stringify(back.document)).toBe(JSON.stringify(document))
        expect(await hashBlueprint(back.document as JsonObject)).toBe(await hashBlueprint(document))
      }),
      { seed, numRuns: 300 },
    )
    expect(held).toBeGreaterThan(60)
  })

  it('[B80] however the text is cut, the stream ends as the whole does, each operation told as it closes', () => {
    const cut = edits.chain(({ document, edit }) => {
      const text = JSON.stringify(edit, null, 1)
      return piecesOf(text).map(pieces => ({ document, text, pieces }))
    })
    fc.assert(
      fc.property(cut, ({ document, text, pieces }) => {
        const whole = applyEdit(document, text, { hash: base })
        const told: CheckedOp[] = []
        const stream = createEditStream(document, { hash: base, onOp: op => told.push(op) })
        for (const piece of pieces) stream.push(piece)
        expect(stream.end()).toEqual(whole)
        const ops = (JSON.parse(text) as { readonly ops: readonly Json[] }).ops
        expect(told.map(({ index }) => index)).toEqual([...ops.keys()])
        expect(told.flatMap(({ change }) => (change === null ? [] : [change]))).toEqual(whole.changes)
      }),
      { seed, numRuns: 200 },
    )
  })

  it('[B80] a text that ends anywhere changes nothing', () => {
    const { document } = documents[0]!
    const text = JSON.stringify({
      edit: 1,
      base,
      say: 'Done',
      ops: [
        { put: 'app.name', value: 'New' },
        { node: 'root', into: 'x' },
      ],
    })
    for (let end = 0; end < text.length; end += 1) {
      const stream = createEditStream(document, { hash: base })
      stream.push(text.slice(0, end))
      const { document: next, issues } = stream.end()
      expect([next, issues.length]).toEqual([null, 1])
    }
  })

  it('[B80] an operation that does not hold is told before the text is over', () => {
    const { document } = documents[0]!
    const told: CheckedOp[] = []
    const said: string[] = []
    const stream = createEditStream(document, { hash: base, onOp: op => told.push(op), onSay: text => said.push(text) })
    stream.push(`{"edit":1,"base":"${base}","say":"Yes","ops":[{"put":"app.name","value":"New"},\n{"drop":"stat.x"}`)
    expect(said).toEqual(['Yes'])
    expect(told).toMatchObject([
      { index: 0, issues: [] },
      { index: 1, issues: [{ code: 'edit-path', at: '/ops/1/drop', line: 2 }], change: null },
    ])
  })

  it('[B80] short ids come off again, for every document', () => {
    for (const { document } of documents) expect(JSON.stringify(withoutNodeIds(withNodeIds(document)))).toBe(JSON.stringify(document))
  })
})

describe('edit.schema.json', () => {
  const validate = new Ajv2020({ strict: false }).compile(editSchema)
  const keys = ['put', 'drop', 'node', 'value', 'set', 'unset', 'replace', 'remove', 'before', 'after', 'into', 'at', 'other']
  const shapes = [
    ['put', 'value'],
    ['drop'],
    ['node', 'set', 'unset'],
    ['node', 'unset'],
    ['node', 'replace'],
    ['node', 'remove'],
    ['node', 'after'],
    ['node', 'into', 'at'],
  ]
  const value: fc.Arbitrary<Json> = fc.oneof(
    fc.constantFrom<Json>(
      'a.b',
      '',
      true,
      false,
      null,
      0,
      3,
      -1,
      1.5,
      [],
      {},
      ['a', 0],
      ['a', -1],
      [1.5],
      [{}],
      [null],
      { type: 'Text' },
      [{ type: 'Text' }, 'x'],
      ['x'],
    ),
  )
  const op: fc.Arbitrary<Json> = fc.oneof(
    {
      weight: 9,
      arbitrary: fc
        .uniqueArray(fc.tuple(fc.constantFrom(...keys), value), { minLength: 1, maxLength: 3, selector: ([key]) => key })
        .map(Object.fromEntries) as fc.Arbitrary<Json>,
    },
    {
      weight: 9,
      arbitrary: fc
        .constantFrom(...shapes)
        .chain(names => fc.tuple(...names.map(() => value)).map(given => Object.fromEntries(names.map((name, index) => [name, given[index] as Json])))),
    },
    { weight: 1, arbitrary: value },
  )

  it('says of each operation what the check says', () => {
    let good = 0
    fc.assert(
      fc.property(op, given => {
        const accepted = 'form' in readOp(given)
        if (accepted) good += 1
        expect([JSON.stringify(given), accepted]).toEqual([JSON.stringify(given), validate({ edit: 1, base, ops: [given] })])
      }),
      { seed, numRuns: 5000 },
    )
    expect(good).toBeGreaterThan(50)
  })

  it('says of the other members what the check says', () => {
    const member = (good: readonly Json[]) => fc.option(fc.oneof(fc.constantFrom(...good), value), { nil: undefined })
    const head = fc.record({
      edit: member([1]),
      base: member([base, base.toUpperCase(), `${base}0`]),
      say: member(['Hi', 'x'.repeat(2001)]),
      ops: member([[]]),
    })
    fc.assert(
      fc.property(head, given => {
        const edit = JSON.parse(JSON.stringify(given)) as Json
        const ops = (edit as { ops?: Json }).ops
        if (Array.isArray(ops) && ops.length > 0) return
        expect([JSON.stringify(edit), readHead(edit, null).length === 0]).toEqual([JSON.stringify(edit), validate(edit)])
      }),
      { seed, numRuns: 2000 },
    )
  })
})
