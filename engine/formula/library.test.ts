import { describe, expect, it } from 'vitest'
import { library } from '../../schema/formula/library.ts'
import { libraryDocs } from '../../schema/formula/library-docs.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { natives } from './library/natives.ts'
import { run, testEnv } from './test-env.ts'

it('[B31] the engine has exactly the functions of the table', () => {
  expect([...natives.keys()].sort()).toEqual([...library.keys()].sort())
})

describe('[B31] examples', () => {
  for (const [name, { example, result }] of libraryDocs)
    it(name, () => {
      const env = testEnv()
      expect(run(example, env), example).toEqual(result)
      expect(env.faults).toEqual([])
    })
})

function table(data: JsonObject, rows: readonly (readonly [string, Json])[]) {
  for (const [text, value] of rows) expect(run(text, testEnv(data)), text).toEqual(value)
}

describe('lists', () => {
  it('[B25] sort is stable, by number or code point, null last', () => {
    table({}, [
      ['sort([10, 9, 1])', [1, 9, 10]],
      ["sort([10, null, 9], 'desc')", [10, 9, null]],
      ["sort([{ k: 1, i: 0 }, { k: 0, i: 1 }, { k: 1, i: 2 }], 'k').map('i')", [1, 0, 2]],
      ["sort([{ k: 1, i: 0 }, { k: 0, i: 1 }, { k: 1, i: 2 }], 'k', 'desc').map('i')", [0, 2, 1]],
      ["sort(['b', 'B', 'a', 'ä'])", ['B', 'a', 'b', 'ä']],
      ["sort(['\\u{1f600}', '\\uffee'])", ['\uffee', '\u{1f600}']],
      ['[3, 1, 2].sort((a, b) => b - a)', [3, 2, 1]],
      ["sort(['2026-02-01', '2026-01-31'])", ['2026-01-31', '2026-02-01']],
    ])
  })

  it('[B31] max, min, sum and avg take a list, a list with a lambda, or values', () => {
    const data = { xs: [{ n: 2 }, { n: null }, { n: 7 }], none: null }
    table(data, [
      ["max(xs, 'n')", 7],
      ['max(xs, x => x.n)', 7],
      ['max([])', null],
      ['max(3)', 3],
      ["min('b', 'a')", 'a'],
      ["max(['2026-01-01', null])", '2026-01-01'],
      ["avg(xs, 'n')", 3],
      ['avg([])', null],
      ['sum([])', 0],
      ['sum(none)', 0],
      ["sum(none, 'n')", 0],
      ['sum(1, 2, 3)', 6],
      ['max(none, 5)', 5],
    ])
  })

  it('[B31] group keeps the order of first appearance', () => {
    table({}, [
      ["group([{ k: 'b' }, { k: 'a' }, { k: 'b' }], 'k').map('key')", ['b', 'a']],
      ['group([[1], [1], 1], x => x).map(g => g.value.length)', [2, 1]],
      ["group([1, '1', true, 'true', null], x => x).length", 5],
    ])
  })

  it('lets null pass as the empty list', () => {
    table({ none: null }, [
      ['none.map(x => x)', []],
      ['count(none)', 0],
      ['first(none)', null],
      ['join(none)', ''],
      ['concat(none, [1])', [null, 1]],
    ])
  })

  it('bounds of slice, take and skip', () => {
    table({ xs: [1, 2, 3, 4] }, [
      ['xs.slice(1, 3)', [2, 3]],
      ['xs.slice(-2)', [3, 4]],
      ['xs.slice(0, -1)', [1, 2, 3]],
      ['take(xs, -1)', []],
      ['take(xs, 99)', [1, 2, 3, 4]],
      ['skip(xs, 3)', [4]],
      ['range(0)', []],
      ['range(10, 0, -5)', [10, 5]],
      ['scan(xs, (a, x) => a + x)', [1, 3, 6, 10]],
      ['[].reduce((a, x) => a + x)', null],
      ['uniq([1, 1, [2], [2]])', [1, [2]]],
      ['without([{ a: 1 }, { a: 2 }], { a: 1 })', [{ a: 2 }]],
      ['replaceAt(xs, 9, 0)', [1, 2, 3, 4]],
      ['flatMap([[1], [2, 3]])', [1, 2, 3]],
    ])
  })
})

describe('numbers and text', () => {
  it('round', () => {
    table({}, [
      ['round(2.5)', 3],
      ['round(-2.5)', -2],
      ['round(1.005, 2)', 1.01],
      ['round(1234, -2)', 1200],
      ['round(1e21, 2)', 1e21],
      ['round(1e-7, 2)', 0],
      ["number('')", null],
      ["number('12x')", null],
      ['mod(5, 0)', null],
      ['mod(-7, 3)', 2],
    ])
  })

  it('calc', () => {
    table({}, [
      ["calc('2+3*4')", 14],
      ["calc('-2^2')", -4],
      ["calc('2^3^2')", 512],
      ["calc('2^-1')", 0.5],
      ["calc('7 % 4 × 2 ÷ 3')", 2],
      ["calc('sqrt(16) + ABS(-2)')", 6],
      ["calc('round(2.6)*pi > 1')", null],
      ["calc('1/0')", null],
      ["calc('(1')", null],
      ["calc('1 2')", null],
      ["calc('')", null],
      ["calc('constructor(1)')", null],
      ["calc('.5+5.')", 5.5],
      ["calc('0.1+0.2')", 0.3],
      ["calc('1e3')", 1000],
      ["calc('1e999')", null],
    ])
    expect(run(`calc('${'('.repeat(900)}1${')'.repeat(900)}')`)).toBeNull()
    expect(run(`calc(repeat('-', 1990) + '1')`)).toBe(1)
    expect(run(`calc(repeat('2^', 900) + '1')`)).toBeNull()
  })

  it('text', () => {
    table({}, [
      ["replace('aaa', 'a', '$&')", '$&$&$&'],
      ["replace('abc', '', 'x')", 'abc'],
      ["pad(text(7), 3, ' ')", '  7'],
      ["split('abc', '')", ['a', 'b', 'c']],
      ["split('abc')", ['abc']],
      ["'abc'.slice(-2)", 'bc'],
      ["lines('a\\r\\nb\\n')", ['a', 'b', '']],
      ["capitalize('éa')", 'Éa'],
      ["has('abc', 'b')", true],
      ["'a'.concat('b', 1)", 'ab1'],
      ["'ab'.toUpperCase().includes('B')", true],
      ['text([1, null, 2])', '1,,2'],
      ["matches('a.b+c@ex-am.ple.org', 'email')", true],
      ["matches('a@b', 'email')", false],
      ["matches('javascript:alert(1)', 'url')", false],
      ["matches('https://a.example/x?y', 'url')", true],
      ["matches('+34 600 123 456', 'phone')", true],
      ["matches('2026-02-30', 'iso-date')", false],
      ["matches('a-b', 'slug') && !matches('a--b', 'slug')", true],
    ])
  })

  it('records, and the fields that no record has', () => {
    table({ r: { a: 1, b: null }, keys: ['a', 'b'] }, [
      ['pick(r, keys)', { a: 1, b: null }],
      ["omit(r, 'a')", { b: null }],
      ["get(r, 'x', 5)", 5],
      ["get({ a: [{ b: 2 }] }, 'a.0.b')", 2],
      ["get({ a: [{ b: 2 }] }, ['a', 0, 'b'])", 2],
      ['merge(r, null, { c: 2 })', { a: 1, b: null, c: 2 }],
      ['parseJson(\'{"a":[1]}\').a[0]', 1],
      ["parseJson('{a:1}')", null],
      ["parseJson('[1, 1e3082, -1e400]')", [1, null, null]],
      ['json({ a: [1] })', '{"a":[1]}'],
      ["t('Hi {x} {y}', { x: 1 })", 'Hi 1 {y}'],
      ["empty('') && empty({}) && !empty(0) && empty(null)", true],
    ])
    const translated = testEnv({ strings: { de: { 'Hello {n}': 'Hallo {n}' } } }, { locale: { language: 'de-AT', timeZone: 'UTC', currency: 'EUR' } })
    expect(run("t('Hello {n}', { n: 'Ann' })", translated)).toBe('Hallo Ann')
  })

  it('[B31] id and random need a step', () => {
    const env = testEnv({}, { chance: null })
    expect(run('id()', env)).toBeNull()
    expect(run('random()', env)).toBeNull()
    expect(env.faults.map(fault => fault.code)).toEqual(['steps-only', 'steps-only'])
  })
})
