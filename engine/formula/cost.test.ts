/** The cost of each library function, by counted work on input that doubles (B28, B31). */
import { describe, expect, it } from 'vitest'
import { library } from '../../schema/formula/library.ts'
import { arity, type Pattern, type Signature } from '../../schema/formula/signature.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { run, testEnv } from './test-env.ts'

/** Names in the formulas that are run, by how what they stand for grows with `n`. */
function grown(n: number): JsonObject {
  const list = Array.from({ length: n }, (_, i) => ({ n: i, s: `s${i}` }))
  return {
    list,
    lists: list.map(element => [element]),
    numbers: list.map(({ n: number }) => number),
    text: 'ab,'.repeat(n),
    record: Object.fromEntries(list.map(({ s }) => [s, 1])),
  }
}

/** An argument that grows, or a small one, or null where it may be left out. */
function argument(signature: Signature, i: number): string {
  const { name } = signature
  const param = signature.params[i]?.name
  if (name === 'range' && param !== 'step') return param === 'from' ? '0' : 'count(list)'
  if (name === 'repeat' && param === 'times') return '2'
  if (name === 'pad') return i === 1 ? 'count(list)' : "'x'"
  if ((name === 'text' || name === 'json') && i === 0) return 'list'
  if (param === 'currency') return "'EUR'"
  if (name === 'join' && param === 'separator') return "', '"
  if (name === 'min' || name === 'max') return i === 0 ? 'numbers' : 'x => x'
  if (name === 'split' && param === 'separator') return "'none'"
  if (param === 'pattern') return name === 'matches' ? "'email'" : "'yyyy'"
  if (param === 'unit') return "'month'"
  if (param === 'zone') return "'Europe/Madrid'"
  if (param === 'when' || param === 'date' || param === 'from' || (name === 'diffDays' && param === 'to')) return "'2026-01-05'"
  if (param === 'time') return "'09:30'"
  const pattern = signature.params[i]?.pattern as Pattern
  return byPattern(pattern)
}

function byPattern(pattern: Pattern): string {
  switch (pattern.kind) {
    case 'list-of':
      return pattern.of.kind === 'list-of' ? 'lists' : pattern.of.kind === 'type' && pattern.of.type.kind === 'number' ? 'numbers' : 'list'
    case 'lambda':
      return pattern.params.length > 2 ? '(a, x) => a' : 'x => x'
    case 'one-of':
      return byPattern(pattern.of[0] as Pattern)
    case 'maybe':
      return byPattern(pattern.of)
    case 'type':
      return (
        new Map([
          ['text', 'text'],
          ['record', 'record'],
          ['number', '3'],
        ]).get(pattern.type.kind) ?? "'x'"
      )
    default:
      return "'x'"
  }
}

/** Work that one call counts: steps, and text made in pieces as long as what one step reads. */
function work(formula: string, n: number): number {
  const env = testEnv(grown(n))
  run(formula, env)
  expect(
    env.faults.filter(fault => fault.code !== 'wrong-type'),
    formula,
  ).toEqual([])
  return env.meter.lambdaCalls + env.meter.textMade / 1024
}

const N = 1_000

describe('[B31] what a function counts grows as its cost says', () => {
  for (const { name, cost, signatures } of library.values())
    for (const signature of signatures) {
      const { least, most } = arity(signature)
      const count = Number.isFinite(most) ? most : Math.max(1, least)
      const formula = `${name}(${Array.from({ length: count }, (_, i) => argument(signature, i)).join(', ')})`
      it(`${cost}: ${formula}`, () => {
        const [once, twice, four] = [work(formula, N), work(formula, 2 * N), work(formula, 4 * N)]
        if (cost === 'constant') expect(four).toBe(once)
        else {
          // Twice the input, at most twice the work; for sorting a little more.
          expect(twice).toBeLessThanOrEqual(2.2 * once + 3)
          expect(four).toBeLessThanOrEqual(2.2 * twice + 3)
        }
      })
    }
})

describe('[B28] what takes time is counted', () => {
  it('for every function that walks a list, a text or a record', () => {
    const free: string[] = []
    for (const { name, cost, signatures } of library.values()) {
      if (cost === 'constant') continue
      const grows = signatures.some(signature => {
        const formula = `${name}(${signature.params.map((_, i) => argument(signature, i)).join(', ')})`
        return work(formula, 4 * N) > work(formula, N)
      })
      if (!grows) free.push(name)
    }
    expect(free).toEqual([])
  })

  const data: JsonObject = {
    long: 'ab '.repeat(20_000),
    wide: Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`k${i}`, i])) as Json,
    big: Array.from({ length: 10_000 }, (_, i) => i),
  }
  for (const formula of [
    'big.map(x => uniq(big).length)',
    'big.map(x => without(big, 1).length)',
    'big.map(x => merge(wide, wide).k1)',
    'big.map(x => ({ ...wide }).k1)',
    "big.map(x => timeIn('Nowhere/' + x))",
    "big.map(x => matches(long, 'digits'))",
    'big.map(x => zip(big, big).length)',
    'big.map(x => startsWith(long, long))',
    'big.map(x => lower(long) == upper(long))',
    'big.map(x => t(long))',
    'big.map(x => max(big))',
    'big.map(x => words(long).length)',
  ])
    it(formula, () => {
      const env = testEnv(data)
      const begun = performance.now()
      expect(run(formula, env)).toBeNull()
      console.info(`${formula}: ${env.meter.lambdaCalls} steps, ${env.meter.textMade} characters, ${(performance.now() - begun).toFixed(0)} ms`)
      expect(env.faults.at(-1)?.code).toMatch(/^too-much-(work|text)$|^list-too-long$/)
    })
})
