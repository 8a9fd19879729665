/** The language against a real JavaScript engine (B25). */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseFormula } from '../../schema/formula/parse.ts'
import { treeToFormula } from '../../schema/formula/tree-to-formula.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { randomSeed } from '../../tests/random-seed.ts'
import { inJavaScript } from './in-javascript.ts'
import { sharedData, sharedFormula } from './shared-arbitrary.ts'
import { run, testEnv } from './test-env.ts'

const RUNS = 6_000

describe('[B25] against JavaScript', () => {
  const seed = randomSeed()

  it(`the same text has the same value, in ${RUNS} formulas of the shared subset`, () => {
    let compared = 0
    const methods = new Set<string>()
    fc.assert(
      fc.property(sharedFormula(), sharedData(), (tree, data) => {
        const text = treeToFormula(tree)
        const parsed = parseFormula(text)
        if (!parsed.ok) {
          expect(parsed.faults[0]?.code, text).toMatch(/^too-(long|deep)$/)
          return
        }
        for (const [, method] of text.matchAll(/\.(\w+)\(/g)) methods.add(method as string)
        const env = testEnv(data)
        const ours = run(text, env)
        // Whole numbers beyond 2^53 are rounded alike; beyond JSON's reach both are null.
        expect(ours, text).toEqual(inJavaScript(text, data))
        expect(env.faults, text).toEqual([])
        compared += 1
      }),
      { numRuns: RUNS, seed },
    )
    console.info(`${compared} formulas compared, ${methods.size} methods: ${[...methods].sort().join(' ')}`)
    expect(compared).toBeGreaterThan(5_000)
    expect(methods.size).toBeGreaterThan(20)
  })

  it('operators on any two scalars, with the listed differences put into the oracle', () => {
    const scalar = fc.oneof(
      fc.constantFrom<Json>(null, true, false, 0, 1, -1, '', '0', ' 7 ', 'a', 'é', '1e3', 0.1, 0.2, 1e300, -2.5),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.string({ maxLength: 3 }),
    )
    const number = (value: unknown) => (value === null ? 0 : Number(value))
    const kept = (x: number) => (!Number.isFinite(x) ? null : Number.isInteger(x) ? x + 0 : Number(x.toPrecision(15)))
    const text = (value: unknown) => (value === null ? '' : String(value))
    const oracle = new Map<string, (a: Json, b: Json) => Json>([
      ['+', (a, b) => (typeof a === 'string' || typeof b === 'string' ? text(a) + text(b) : kept(number(a) + number(b)))],
      ['-', (a, b) => kept(number(a) - number(b))],
      ['*', (a, b) => kept(number(a) * number(b))],
      ['/', (a, b) => kept(number(a) / number(b))],
      ['%', (a, b) => kept(number(a) % number(b))],
      ['<', (a, b) => (a as number) < (b as number)],
      ['<=', (a, b) => (a as number) <= (b as number)],
      ['>', (a, b) => (a as number) > (b as number)],
      ['>=', (a, b) => (a as number) >= (b as number)],
      ['==', (a, b) => a === b],
      ['!=', (a, b) => a !== b],
      ['&&', (a, b) => a && b],
      ['||', (a, b) => a || b],
      ['??', (a, b) => a ?? b],
    ])
    fc.assert(
      fc.property(fc.constantFrom(...oracle.keys()), scalar, scalar, (op, a, b) => {
        expect(run(`a ${op} b`, testEnv({ a, b })), `${JSON.stringify(a)} ${op} ${JSON.stringify(b)}`).toEqual(oracle.get(op)?.(a, b))
      }),
      { numRuns: RUNS, seed },
    )
  })

  it('sort with a comparison', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), xs => {
        expect(run('xs.sort((a, b) => b - a)', testEnv({ xs }))).toEqual([...xs].sort((a, b) => b - a))
      }),
    )
  })
})

describe('[B25] each listed difference, beside what JavaScript does', () => {
  const data: JsonObject = { r: { a: 1, list: [1] }, xs: [3, 10, 2], none: null, s: 'ab' }
  const differs = (rule: string, rows: readonly (readonly [formula: string, ours: Json, theirs: Json | typeof THROWS])[]) =>
    it(rule, () => {
      for (const [text, ours, theirs] of rows) {
        expect(run(text, testEnv(data)), text).toEqual(ours)
        if (theirs === THROWS) expect(() => inJavaScript(text, data), text).toThrow()
        else expect(inJavaScript(text, data), text).toEqual(theirs)
        expect(ours).not.toEqual(theirs)
      }
    })
  const THROWS = Symbol('JavaScript throws')

  differs('a missing name or field is null, and so is what is read on from it', [
    ['missing', null, THROWS],
    ['missing.a.b', null, THROWS],
    ['r.x.y', null, THROWS],
    ['none.a', null, THROWS],
    ['r.x === null', true, false],
    ['none.map(x => x)', [], THROWS],
    ["'toString' in r", false, true],
    ["type(r.constructor) === 'null'", true, THROWS],
  ])
  differs('what is missing counts as 0, and null as no text', [
    ['r.x + 1', 1, null],
    ['r.x * 2', 0, null],
    ["'' + none", '', 'null'],
    ['`${r.x}`', '', 'undefined'],
  ])
  differs('a division by 0 is null, as is all that is not finite', [
    ['(1 / 0) === null', true, false],
    ['(1 % 0) === null', true, false],
    ['(0 / 0) === null', true, false],
    ['(1e308 * 10) === null', true, false],
  ])
  differs('== is ===, and compares by content', [
    ["1 == '1'", false, true],
    ["0 == ''", false, true],
    ['[1, [2]] == [1, [2]]', true, false],
    ['({ a: 1, b: 2 }) == ({ b: 2, a: 1 })', true, false],
    ['r.list === [1]', true, false],
    ['xs.includes(2) && [[1]].includes([1])', true, false],
  ])
  differs('numbers that are not whole have 15 digits', [
    ['0.1 + 0.2 == 0.3', true, false],
    ['1.1 * 3', 3.3, 3.3000000000000003],
    ['0.3 - 0.1', 0.2, 0.19999999999999998],
  ])
  differs('sort without a comparison goes by number, else by code point', [
    ['xs.sort()', [2, 3, 10], [10, 2, 3]],
    ["['\u{1f600}', '\uffee'].sort()", ['\uffee', '\u{1f600}'], ['\u{1f600}', '\uffee']],
  ])
  differs('a record as text is its JSON, and null no text', [
    ["'' + r", '{"a":1,"list":[1]}', '[object Object]'],
    ['[none, 1].join() + none', ',1', ',1null'],
  ])
  differs('in of a list has its places alone', [["'length' in xs", false, true]])
  differs('replace replaces all', [["'aaa'.replace('a', 'b')", 'bbb', 'baa']])
  differs('a text of more than 1,000 characters is no number', [["(' '.repeat(1000) + '7') * 1", null, 7]])
  it('-0 is 0', () => expect(Object.is(run('0 * -1'), 0)).toBe(true))
  differs('no name leads out of the data', [
    ['type(s.constructor)', 'null', THROWS],
    ['s[0]', null, 'a'],
    ["r['__proto__'] === null", true, false],
  ])
})
