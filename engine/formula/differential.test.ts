/** The language against a real JavaScript engine (B25). */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Argument, Expression } from '../../schema/formula/expression.ts'
import { treeToFormula } from '../../schema/formula/tree-to-formula.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { run, testEnv } from './test-env.ts'

const RUNS = 3_000
const literal = (value: null | boolean | number | string): Expression => ({ kind: 'literal', value })
const name = (text: string): Expression => ({ kind: 'name', name: text })
const member = (object: Expression, key: string): Expression => ({ kind: 'member', object, key })
const call = (method: string, object: Expression, ...args: Argument[]): Expression => ({ kind: 'call', name: method, method: true, args: [object, ...args] })
const lambda = (params: readonly string[], body: Expression): Argument => ({ kind: 'lambda', params, body })

const element = fc.record({ n: fc.integer({ min: -50, max: 50 }), s: fc.string({ maxLength: 4 }), ok: fc.boolean() })
const dataArbitrary: fc.Arbitrary<JsonObject> = fc.record({
  i: fc.integer({ min: -100, max: 100 }),
  j: fc.integer({ min: 1, max: 9 }),
  s: fc.string({ maxLength: 6 }),
  yes: fc.boolean(),
  xs: fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 5 }),
  rows: fc.array(element, { maxLength: 4 }),
  r: fc.record({ a: fc.integer({ min: -9, max: 9 }), b: fc.string({ maxLength: 3 }) }),
})

/**
 * Typed formulas of the shared subset, on which the listed differences do not bear: whole numbers, no division, nothing missing.
 * Their text runs in both as it stands.
 */
const shared = fc.letrec<{ number: Expression; text: Expression; bool: Expression; numbers: Expression; rows: Expression; any: Expression }>(tie => {
  const [number, text, bool, numbers, rows] = [tie('number'), tie('text'), tie('bool'), tie('numbers'), tie('rows')]
  const depth = { maxDepth: 4, depthIdentifier: 'formula' } as const
  const choose = (test: fc.Arbitrary<Expression>, one: fc.Arbitrary<Expression>) =>
    fc.tuple(test, one, one).map(([t, a, b]): Expression => ({ kind: 'conditional', test: t, then: a, else: b }))
  const binary = <Op extends string>(ops: readonly Op[], side: fc.Arbitrary<Expression>) =>
    fc.tuple(fc.constantFrom(...ops), side, side).map(([op, left, right]) => ({ kind: 'binary', op, left, right }) as unknown as Expression)
  const testOf = fc.constantFrom<Argument>(
    lambda(['x'], { kind: 'binary', op: '>', left: name('x'), right: literal(0) }),
    lambda(['x', 'i'], { kind: 'binary', op: '<', left: name('i'), right: name('j') }),
    lambda(['x'], { kind: 'binary', op: '==', left: { kind: 'binary', op: '%', left: name('x'), right: name('j') }, right: literal(0) }),
  )
  const rowTest = fc.constantFrom<Argument>(
    lambda(['x'], member(name('x'), 'ok')),
    lambda(['x'], { kind: 'binary', op: '>', left: member(name('x'), 'n'), right: name('i') }),
    lambda(['x'], { kind: 'logical', op: '||', left: member(name('x'), 's'), right: name('yes') }),
  )
  return {
    any: fc.oneof(number, text, bool, numbers, rows),
    number: fc.oneof(
      depth,
      fc.integer({ min: 0, max: 99 }).map(literal),
      fc.constantFrom(name('i'), name('j'), member(name('r'), 'a')),
      binary(['+', '-', '*'] as const, number),
      fc.tuple(number).map(([left]): Expression => ({ kind: 'binary', op: '%', left, right: name('j') })),
      number.map((value): Expression => ({ kind: 'unary', op: '-', value })),
      fc.oneof(text, numbers, rows).map(value => member(value, 'length')),
      fc
        .tuple(numbers, number)
        .map(([list, init]) => call('reduce', list, lambda(['a', 'x'], { kind: 'binary', op: '+', left: name('a'), right: name('x') }), init)),
      fc.tuple(numbers, testOf).map(([list, test]) => call('findIndex', list, test)),
      fc.tuple(text, text).map(([one, other]) => call('indexOf', one, other)),
      choose(bool, number),
    ),
    text: fc.oneof(
      depth,
      fc.string({ maxLength: 5 }).map(literal),
      fc.constantFrom(name('s'), member(name('r'), 'b')),
      fc.tuple(text, fc.oneof(text, number, bool)).map(([left, right]): Expression => ({ kind: 'binary', op: '+', left, right })),
      fc.tuple(number, text).map(([left, right]): Expression => ({ kind: 'binary', op: '+', left, right })),
      fc
        .array(fc.oneof(number, text, bool), { maxLength: 2 })
        .map((parts): Expression => ({ kind: 'template', parts: ['<', ...parts.flatMap(part => [part, '-'])] })),
      fc.tuple(fc.constantFrom('toUpperCase', 'toLowerCase', 'trim', 'toString'), text).map(([method, object]) => call(method, object)),
      fc.tuple(text, number, number).map(([object, a, b]) => call('slice', object, a, b)),
      fc.tuple(text, text, text).map(([object, a, b]) => call('join', call('split', object, { kind: 'binary', op: '+', left: a, right: literal('e') }), b)),
      fc.tuple(text, fc.integer({ min: 0, max: 3 })).map(([object, times]) => call('repeat', object, literal(times))),
      fc.tuple(numbers, text).map(([object, separator]) => call('join', object, separator)),
      choose(bool, text),
    ),
    bool: fc.oneof(
      depth,
      fc.constantFrom(name('yes'), literal(true), literal(false)),
      binary(['<', '<=', '>', '>=', '==', '!='] as const, number),
      binary(['<', '<=', '>', '>=', '==', '!='] as const, text),
      fc.oneof(number, text, bool, numbers).map((value): Expression => ({ kind: 'unary', op: '!', value })),
      fc.tuple(fc.constantFrom('&&' as const, '||' as const), bool, bool).map(([op, left, right]): Expression => ({ kind: 'logical', op, left, right })),
      fc.tuple(fc.constantFrom('includes', 'startsWith', 'endsWith'), text, text).map(([method, object, part]) => call(method, object, part)),
      fc.tuple(fc.constantFrom('some', 'every'), numbers, testOf).map(([method, list, test]) => call(method, list, test)),
      fc.tuple(numbers, number).map(([list, one]) => call('includes', list, one)),
      fc.constantFrom('a', 'b', 'c', 'n').map((key): Expression => ({ kind: 'binary', op: 'in', left: literal(key), right: name('r') })),
      fc.tuple(number, text).map(([left, right]): Expression => ({ kind: 'binary', op: '<', left, right })),
    ),
    numbers: fc.oneof(
      depth,
      fc.constant(name('xs')),
      fc.array(number, { maxLength: 3 }).map((items): Expression => ({ kind: 'list', items })),
      fc.tuple(numbers, number).map(([list, more]): Expression => ({ kind: 'list', items: [{ kind: 'spread', value: list }, more] })),
      fc.tuple(numbers, testOf).map(([list, test]) => call('filter', list, test)),
      fc
        .tuple(numbers, number)
        .map(([list, body]) =>
          call('map', list, lambda(['q', 'k'], { kind: 'binary', op: '+', left: { kind: 'binary', op: '*', left: name('q'), right: body }, right: name('k') })),
        ),
      fc.tuple(numbers, numbers).map(([a, b]) => call('concat', a, b)),
      fc.tuple(numbers, number, number).map(([list, a, b]) => call('slice', list, a, b)),
      numbers.map(list => call('flatMap', list, lambda(['q'], { kind: 'list', items: [name('q'), name('i')] }))),
      rows.map(list => call('map', list, lambda(['row'], member(name('row'), 'n')))),
      choose(bool, numbers),
    ),
    rows: fc.oneof(
      depth,
      fc.constant(name('rows')),
      fc.tuple(rows, rowTest).map(([list, test]) => call('filter', list, test)),
      fc.tuple(rows, text).map(([list, body]) =>
        call(
          'map',
          list,
          lambda(['row'], {
            kind: 'record',
            entries: [
              { kind: 'spread', value: name('row') },
              { kind: 'entry', key: 's', value: body },
            ],
          }),
        ),
      ),
    ),
  }
})

function inJavaScript(text: string, data: JsonObject): Json {
  const keys = Object.keys(data)
  // Only here, and only for texts that this test has made: the oracle is JavaScript itself.
  return new Function(...keys, `return (${text})`)(...keys.map(key => data[key])) as Json
}

/** -0 is 0, and what JSON cannot hold is null. */
function plain(value: unknown): Json {
  return JSON.parse(JSON.stringify(value === undefined ? null : value), (_, inner) => (Object.is(inner, -0) ? 0 : inner)) as Json
}

describe('[B25] against JavaScript', () => {
  it(`the same text has the same value, in ${RUNS} formulas of the shared subset`, () => {
    let compared = 0
    fc.assert(
      fc.property(shared.any, dataArbitrary, (tree, data) => {
        const text = treeToFormula(tree)
        if (text.length > 2_000) return
        const env = testEnv(data)
        const ours = run(text, env)
        const theirs = plain(inJavaScript(text, data))
        // Whole numbers beyond 2^53 are rounded alike; beyond JSON's reach both are null.
        expect(ours, text).toEqual(theirs)
        expect(env.faults, text).toEqual([])
        compared += 1
      }),
      { numRuns: RUNS },
    )
    expect(compared).toBeGreaterThan(2_000)
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
      { numRuns: RUNS },
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
