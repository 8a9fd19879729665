/**
 * Random formulas that mean the same in JavaScript, for tests against a real engine (B25): typed, of the shared functions only, and such that
 * none of the listed differences bears on them: nothing missing without a `??`, whole numbers, no list compared or sorted without a comparison.
 */
import fc from 'fast-check'
import type { Argument, Binary, Entry, Expression, Spread } from '../../schema/formula/expression.ts'
import type { JsonObject } from '../../schema/json/json.ts'

const literal = (value: null | boolean | number | string): Expression => ({ kind: 'literal', value })
const name = (text: string): Expression => ({ kind: 'name', name: text })
const member = (object: Expression, key: string, optional = false): Expression => ({
  kind: 'member',
  object,
  key,
  ...(optional && { optional: true as const }),
})
const index = (object: Expression, at: Expression): Expression => ({ kind: 'index', object, index: at })
const call = (method: string, object: Expression, ...args: Argument[]): Expression => ({ kind: 'call', name: method, method: true, args: [object, ...args] })
const lambda = (params: readonly string[], body: Expression): Argument => ({ kind: 'lambda', params, body })
const binary = (op: Binary['op'], left: Expression, right: Expression): Expression => ({ kind: 'binary', op, left, right })
const either = (left: Expression, right: Expression): Expression => ({ kind: 'logical', op: '??', left, right })
const list = (...items: (Expression | Spread)[]): Expression => ({ kind: 'list', items })
const spread = (value: Expression): Spread => ({ kind: 'spread', value })
const entry = (key: string | Expression, value: Expression): Entry => ({ kind: 'entry', key, value })

/** Texts with what texts go wrong by: characters of two units, of several code points, that change length, that end lines. */
const odd = [
  '',
  ' ',
  'a',
  'É',
  'ß',
  'İ',
  'ﬁ',
  '😀',
  'e\u0301',
  '\u2028',
  '\n',
  '\r\n',
  '\t',
  '\\',
  "'",
  '"',
  '`',
  '${',
  '$&',
  '}',
  '\u0000',
  '\ud800',
  'null',
  '0',
  '-1',
  ' 7 ',
]
const textValue = fc.oneof(fc.constantFrom(...odd), fc.string({ maxLength: 6 }), fc.string({ maxLength: 4, unit: 'grapheme' }))
const whole = fc.integer({ min: -50, max: 50 })
const element = fc.record({ n: whole, s: textValue, ok: fc.boolean(), tags: fc.array(textValue, { maxLength: 2 }) })

/** Plain data for the free names of the formulas. */
export function sharedData(): fc.Arbitrary<JsonObject> {
  return fc.record({
    i: fc.integer({ min: -100, max: 100 }),
    j: fc.integer({ min: 1, max: 9 }),
    s: textValue,
    yes: fc.boolean(),
    none: fc.constant(null),
    xs: fc.array(whole, { maxLength: 5 }),
    words: fc.array(textValue, { maxLength: 4 }),
    rows: fc.array(element, { maxLength: 4 }),
    r: fc.record({ a: fc.integer({ min: -9, max: 9 }), b: textValue, inner: fc.record({ c: whole }) }),
  })
}

/** Formulas over `sharedData`. */
export function sharedFormula(): fc.Arbitrary<Expression> {
  return fc.letrec<Record<'number' | 'text' | 'bool' | 'numbers' | 'texts' | 'rows' | 'any', Expression>>(tie => {
    const [number, text, bool, numbers, texts, rows] = [tie('number'), tie('text'), tie('bool'), tie('numbers'), tie('texts'), tie('rows')]
    const depth = { maxDepth: 4, depthIdentifier: 'formula' } as const
    const map = <A extends unknown[]>(parts: { [K in keyof A]: fc.Arbitrary<A[K]> }, make: (...args: A) => Expression) =>
      fc.tuple<A>(...parts).map(found => make(...found))
    const choose = (one: fc.Arbitrary<Expression>) => map([bool, one, one], (test, a, b): Expression => ({ kind: 'conditional', test, then: a, else: b }))
    const operator = <Op extends Binary['op']>(ops: readonly Op[], left: fc.Arbitrary<Expression>, right = left) =>
      map([fc.constantFrom(...ops), left, right], (op, a, b) => binary(op, a, b))
    const compare = ['<', '<=', '>', '>=', '==', '!='] as const
    const numberTest = fc.oneof(
      fc.constantFrom<Argument>(
        lambda(['x'], binary('>', name('x'), literal(0))),
        lambda(['x', 'k'], binary('<', name('k'), name('j'))),
        lambda(['x'], binary('==', binary('%', name('x'), name('j')), literal(0))),
        lambda(['x', 'k'], binary('==', index(name('xs'), name('k')), name('x'))),
      ),
      bool.map(body => lambda(['x'], { kind: 'logical', op: '||', left: binary('<', name('x'), name('i')), right: body })),
      // One lambda in another, that sees the outer one's parameters.
      fc.constant(
        lambda(
          ['x', 'k'],
          call(
            'some',
            name('xs'),
            lambda(['y', 'm'], { kind: 'logical', op: '&&', left: binary('<', name('m'), name('k')), right: binary('==', name('x'), name('y')) }),
          ),
        ),
      ),
    )
    const rowTest = fc.oneof(
      fc.constantFrom<Argument>(
        lambda(['x'], member(name('x'), 'ok')),
        lambda(['x'], binary('>', member(name('x'), 'n'), name('i'))),
        lambda(['x', 'k'], binary('!=', name('k'), literal(1))),
        lambda(['x'], { kind: 'logical', op: '||', left: member(name('x'), 's'), right: name('yes') }),
      ),
      text.map(part => lambda(['x'], call('includes', member(name('x'), 'tags'), part))),
    )
    return {
      any: fc.oneof(number, text, bool, numbers, texts, rows),
      number: fc.oneof(
        depth,
        fc.integer({ min: 0, max: 99 }).map(literal),
        fc.constantFrom(name('i'), name('j'), member(name('r'), 'a'), member(member(name('r'), 'inner', true), 'c', true), index(name('r'), literal('a'))),
        operator(['+', '-', '*'], number),
        operator(['-', '*'], number, bool),
        number.map(left => binary('%', left, name('j'))),
        number.map((value): Expression => ({ kind: 'unary', op: '-', value })),
        fc.oneof(text, numbers, texts, rows).map(value => member(value, 'length')),
        map([numbers, number], (xs, init) => call('reduce', xs, lambda(['a', 'x'], binary('+', name('a'), name('x'))), init)),
        map([numbers, number], (xs, init) => call('reduce', xs, lambda(['a', 'x', 'k'], binary('-', binary('*', name('x'), name('k')), name('a'))), init)),
        map([numbers, numberTest], (xs, test) => call('findIndex', xs, test)),
        map([numbers, numberTest, number], (xs, test, other) => either(call('find', xs, test), other)),
        map([rows, rowTest, number], (xs, test, other) => either(member(call('find', xs, test), 'n', true), other)),
        map([numbers, number, number], (xs, at, other) => either(index(xs, at), other)),
        map([rows, number, number], (xs, at, other) => either(member(index(xs, at), 'n', true), other)),
        map([fc.oneof(text, texts), text], (of, part) => call('indexOf', of, part)),
        map([numbers, number], (of, part) => call('indexOf', of, part)),
        number.map(other => either(member(member(name('none'), 'a', true), 'b'), other)),
        choose(number),
      ),
      text: fc.oneof(
        depth,
        textValue.map(literal),
        fc.constantFrom(name('s'), member(name('r'), 'b'), index(name('r'), literal('b'))),
        map([text, fc.oneof(text, number, bool)], (left, right) => binary('+', left, right)),
        map([number, text], (left, right) => binary('+', left, right)),
        fc
          .array(fc.oneof(number, text, bool, numbers), { maxLength: 2 })
          .map((parts): Expression => ({ kind: 'template', parts: ['<', ...parts.flatMap(part => [part, '-'])] })),
        number.map((value): Expression => ({ kind: 'template', parts: [binary('/', binary('%', value, literal(1000)), literal(4))] })),
        map([fc.constantFrom('toUpperCase', 'toLowerCase', 'trim', 'toString'), text], (method, object) => call(method, object)),
        number.map(object => call('toString', object)),
        map([text, number, number], (object, a, b) => call('slice', object, a, b)),
        map([text, number], (object, a) => call('slice', object, a)),
        map([text, text, text], (object, a, b) => call('join', call('split', object, binary('+', a, literal('e'))), b)),
        map([text, fc.constantFrom('e', 'a', '0', ' ', '😀'), fc.constantFrom('', '-', 'xx', '😀')], (object, part, by) =>
          call('replaceAll', object, literal(part), literal(by)),
        ),
        map([text, fc.integer({ min: 0, max: 12 }), text], (object, width, fill) => call('padStart', object, literal(width), fill)),
        map([text, fc.integer({ min: 0, max: 3 })], (object, times) => call('repeat', object, literal(times))),
        map([text, text, number], (object, a, b) => call('concat', object, a, b)),
        map([fc.oneof(numbers, texts), text], (object, separator) => call('join', object, separator)),
        fc.oneof(numbers, texts).map(object => call('join', object)),
        map([texts, number, text], (xs, at, other) => either(index(xs, at), other)),
        map([fc.constantFrom('a', 'b', 'zz'), text], (key, other) => binary('+', literal(''), either(index(name('r'), literal(key)), other))),
        choose(text),
      ),
      bool: fc.oneof(
        depth,
        fc.constantFrom(name('yes'), literal(true), literal(false)),
        operator(compare, number),
        operator(compare, text),
        operator(['<', '<=', '>', '>='], number, text),
        operator(['==', '!='], bool),
        fc.oneof(number, text, bool, numbers, rows).map((value): Expression => ({ kind: 'unary', op: '!', value })),
        map([fc.constantFrom('&&' as const, '||' as const), bool, bool], (op, left, right): Expression => ({ kind: 'logical', op, left, right })),
        map([fc.constantFrom('includes', 'startsWith', 'endsWith'), text, text], (method, object, part) => call(method, object, part)),
        map([fc.constantFrom('some', 'every'), numbers, numberTest], (method, xs, test) => call(method, xs, test)),
        map([fc.constantFrom('some', 'every'), rows, rowTest], (method, xs, test) => call(method, xs, test)),
        map([numbers, number], (xs, one) => call('includes', xs, one)),
        map([texts, text], (xs, one) => call('includes', xs, one)),
        fc.constantFrom('a', 'b', 'c', 'n').map(key => binary('in', literal(key), name('r'))),
        map([number, fc.oneof(numbers, texts)], (at, xs) => binary('in', at, xs)),
        number.map(value => binary('==', name('none'), value)),
      ),
      numbers: fc.oneof(
        depth,
        fc.constant(name('xs')),
        fc.array(number, { maxLength: 3 }).map(items => list(...items)),
        map([numbers, number, numbers], (a, more, b) => list(spread(a), more, spread(b))),
        map([numbers, numberTest], (xs, test) => call('filter', xs, test)),
        map([numbers, number], (xs, body) => call('map', xs, lambda(['q', 'k'], binary('+', binary('*', name('q'), body), name('k'))))),
        map([numbers, fc.oneof(numbers, number)], (a, b) => call('concat', a, b)),
        map([numbers, number, number], (xs, a, b) => call('slice', xs, a, b)),
        numbers.map(xs => call('flatMap', xs, lambda(['q', 'k'], list(name('q'), binary('-', name('i'), name('k')))))),
        map([numbers, numbers], (a, b) => call('flat', list(a, b))),
        numbers.map(xs => call('sort', list(spread(xs)), lambda(['p', 'q'], binary('-', name('q'), name('p'))))),
        numbers.map(xs => call('reverse', list(spread(xs)))),
        rows.map(xs => call('map', xs, lambda(['row'], member(name('row'), 'n')))),
        numbers.map(xs =>
          call('map', xs, lambda(['p', 'k'], member(call('filter', name('xs'), lambda(['q', 'm'], binary('<=', name('m'), name('k')))), 'length'))),
        ),
        choose(numbers),
      ),
      texts: fc.oneof(
        depth,
        fc.constant(name('words')),
        fc.array(text, { maxLength: 3 }).map(items => list(...items)),
        text.map(value => list(spread(value))),
        map([text, fc.constantFrom('', 'e', ' ', '\n')], (value, separator) => call('split', value, literal(separator))),
        rows.map(xs => call('flatMap', xs, lambda(['row'], member(name('row'), 'tags')))),
        map([texts, text], (xs, part) => call('filter', xs, lambda(['w'], { kind: 'unary', op: '!', value: call('includes', name('w'), part) }))),
        map([fc.oneof(numbers, texts), text], (xs, tail) =>
          call('map', xs, lambda(['w', 'k'], { kind: 'template', parts: [name('w'), '/', name('k'), tail] })),
        ),
      ),
      rows: fc.oneof(
        depth,
        fc.constant(name('rows')),
        map([rows, rowTest], (xs, test) => call('filter', xs, test)),
        rows.map(xs => call('sort', list(spread(xs)), lambda(['a', 'b'], binary('-', member(name('a'), 'n'), member(name('b'), 'n'))))),
        map([rows, text, number], (xs, body, other) =>
          call(
            'map',
            xs,
            lambda(['row', 'k'], {
              kind: 'record',
              entries: [spread(name('row')), entry('s', body), entry({ kind: 'template', parts: ['k', name('k')] }, other)],
            }),
          ),
        ),
      ),
    }
  }).any
}
