/** What somebody types into mathematics: escapes, blow-ups and noise (S36). The desktop's worker has a clock as well; here, the bounds alone hold. */
import { readFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ToolFailure } from '../../engine/ports.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { NO_CHANCE } from '../../tools/math/draw.ts'
import { runMath } from '../../tools/math/run-math.ts'
import { corpus } from '../corpus.ts'
import { randomRuns } from '../random-seed.ts'
import { largest } from './math-largest.ts'

function expressions(name: string, file: string): readonly string[] {
  const folder = corpus(name)
  if (folder === null) return []
  const data = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as { expr: unknown }[] | { rows: { expr: unknown }[] }
  return [...new Set((Array.isArray(data) ? data : data.rows).flatMap(({ expr }) => (typeof expr === 'string' ? [expr] : [])))]
}

const escapes = expressions('expr-escape', 'mathjs-security-exprs.json')
const bombs = expressions('expr-dos', 'mathjs-15.2.0-measured.json')
const inside = [...escapes, ...bombs].flatMap(text => [...text.matchAll(/"([^"]+)"/g)].map(([, quoted = '']) => quoted))

/** What of mathematics reads an expression. */
const READERS: readonly (readonly [string, (expression: string) => JsonObject])[] = [
  ['evaluate', expression => ({ expression, scope: { x: 2, values: [1, 2] } })],
  ['simplify', expression => ({ expression })],
  ['derivative', expression => ({ expression, variable: 'x' })],
  ['rationalize', expression => ({ expression })],
  ['integral', expression => ({ expression, from: 0, to: 1 })],
  ['zero', expression => ({ expression, from: -1, to: 1 })],
  ['points', expression => ({ expression, from: 0, to: 1 })],
  ['isSame', expression => ({ a: expression, b: 'x' })],
  ['equations', expression => ({ equations: [`${expression} = 1`] })],
]

interface Outcome {
  readonly result: Json | undefined
  readonly failure: unknown
  /** Milliseconds. */
  readonly ms: number
}

function attempt(name: string, args: JsonObject): Outcome {
  const began = performance.now()
  try {
    const result = runMath(`math.${name}`, args, NO_CHANCE)
    return { result, failure: null, ms: performance.now() - began }
  } catch (failure) {
    return { result: undefined, failure, ms: performance.now() - began }
  }
}

function expectHarmless({ result, failure }: Outcome, what: string): void {
  if (failure !== null) {
    expect(failure, what).toBeInstanceOf(ToolFailure)
    expect((failure as ToolFailure).cause, what).toBe(undefined)
    return
  }
  expect(JSON.parse(JSON.stringify(result)), what).toEqual(result)
  expect(JSON.stringify(result).length, what).toBeLessThan(300_000)
}

/** A list in one piece: the machine may be slow, and a blow-up is not twice but a thousand times too slow. */
const ALL_MS = 20_000

describe('[S36] expressions', () => {
  it.each([
    ['that escape', escapes],
    ['that blow up', bombs],
    ['that stand in quotes in both', inside],
  ])('%s are refused, or answered within the bounds', (_, list) => {
    const before = Object.getOwnPropertyNames(Object.prototype)
    const began = performance.now()
    for (const expression of list) for (const [name, args] of READERS) expectHarmless(attempt(name, args(expression)), `${name} of ${expression.slice(0, 100)}`)
    expect(performance.now() - began).toBeLessThan(ALL_MS)
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before)
  })

  it.each([
    ['CVE-2017-1001002, a typed function by its constructor', 'cos.constructor("return process")()'],
    ['CVE-2017-1001003, the name in other characters', 'cos.co\\u006Estructor("return process")()'],
    ['CVE-2020-7743, configuration that reaches the prototype', 'config({"__proto__": {"polluted": 1}})'],
    ['CVE-2026-41139 (GHSA-5v89-rwgr-qj6g), an index that is no list', 'matrix([1]).get({length: 1, reduce: f(a, b) = cos.constructor})'],
    ['CVE-2026-40897 (GHSA-29qv-4j9f-fjw5), a property of a list is written', 'a = [1]; a.map = cos'],
    ['import, of the fixes in 13.1', 'import({"sin": 1})'],
    ['createUnit, of the same', 'createUnit("__proto__")'],
    ['reviver, of the same', 'reviver("", {"mathjs": "Unit"})'],
    ['evaluate in evaluate', 'evaluate("1 + 1")'],
    ['parse', 'parse("1").compile()'],
    ['chain', 'chain(3).done()'],
  ])('%s', (_, expression) => {
    for (const [name, args] of READERS) expect(attempt(name, args(expression)).failure, name).toMatchObject({ code: 'bad-expression' })
    expect(({} as { polluted?: unknown }).polluted).toBe(undefined)
  })

  it('names of the language of the machine are names like others', () => {
    for (const name of ['constructor', '__proto__', 'prototype', 'toString', 'hasOwnProperty', 'globalThis', 'process', 'Function']) {
      expect(attempt('evaluate', { expression: name }).failure).toMatchObject({ code: 'bad-expression' })
      expect(attempt('evaluate', { expression: `${name} + 1`, scope: JSON.parse(`{ "${name}": 41 }`) }).result).toBe(42)
      expect(attempt('evaluate', { expression: `${name}(1)` }).failure).toMatchObject({ code: 'bad-expression' })
      expect(attempt('unit.convert', { quantity: `1 ${name}`, to: name }).failure).toMatchObject({ code: 'bad-number' })
    }
  })

  it('what grows from step to step is stopped: powers, nesting, products, fractions, units', () => {
    const grown = [
      '9^9^9^9',
      'fraction(7,3)^1000000',
      '((fraction(7,3)^50)^50)^50',
      '[1,2;3,4]^1000000',
      'sum(0:1e9)',
      '1:1e300',
      'inv(1:1e7)',
      '((m^12)^12)^12',
      `${'['.repeat(30)}1${']'.repeat(30)}`,
      `${'('.repeat(5000)}1${')'.repeat(5000)}`,
      '1'.repeat(100_000),
      `${'-'.repeat(900)}1`,
      `sin(${'sin('.repeat(200)}x${')'.repeat(200)})`,
      `${'x^'.repeat(400)}x`,
      `${'(x+1)*'.repeat(150)}1`,
      '(x+1)^200/(x-1)^200',
      '(a+b+c+d+e+f)^40',
      '(7/3)^200',
      'x^(10^10^10)',
      '(x^100)^100',
    ]
    for (const expression of grown)
      for (const [name, args] of READERS) {
        const outcome = attempt(name, args(expression))
        expectHarmless(outcome, `${name} of ${expression.slice(0, 60)}`)
        expect(outcome.ms, `${name} of ${expression.slice(0, 60)}`).toBeLessThan(5000)
      }
  })

  it('noise: nothing but a failure with words, or plain data', () => {
    const word = fc.constantFrom(
      ...[
        'x',
        '2',
        '0.5',
        'pi',
        'i',
        'e',
        'cm',
        'kg',
        'values',
        '+',
        '-',
        '*',
        '/',
        '^',
        '!',
        '(',
        ')',
        '[',
        ']',
        ',',
        ';',
        ':',
        '==',
        '<',
        '?',
        '%',
        "'",
        'to',
        'and',
        'not',
      ],
      ...[
        'sin(',
        'sqrt(',
        'sum(',
        'inv(',
        'fraction(',
        'log(',
        'max(',
        'det(',
        'mod(',
        'combinations(',
        '=',
        '.',
        '{',
        '}',
        '"',
        'constructor',
        '\n',
        '#',
        'NaN',
        '1e400',
      ],
    )
    const text = fc.oneof(
      fc.array(word, { maxLength: 14 }).map(words => words.join(' ')),
      fc.string({ unit: 'binary', maxLength: 30 }),
    )
    fc.assert(
      fc.property(text, fc.constantFrom(...READERS), (expression, [name, args]) => {
        expectHarmless(attempt(name, args(expression)), `${name} of ${JSON.stringify(expression)}`)
      }),
      { numRuns: randomRuns(3000) },
    )
  })

  it.each(largest)('the most that the bounds let through is worked out in time: %s', (name, args) => {
    const { failure, ms } = attempt(name, args)
    if (failure !== null) expect(failure).toMatchObject({ code: expect.stringMatching(/^(too-large|no-result)$/) })
    // Two seconds are what the desktop's worker has; a machine that does other things besides is slower.
    expect(ms).toBeLessThan(6000)
  })

  it('all of this in the memory of a worker of 128 MB', async () => {
    const worker = new Worker(new URL('./math-memory-worker.ts', import.meta.url), {
      workerData: [...escapes, ...bombs, ...inside],
      resourceLimits: { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16 },
    })
    const count = await new Promise((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', code => reject(new Error(`The worker ended with ${code}.`)))
    })
    expect(count).toBe(escapes.length + bombs.length + inside.length)
    await worker.terminate()
  })
})
