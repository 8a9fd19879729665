import { describe, expect, it } from 'vitest'
import { parseLambda } from '../../schema/formula/parse.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import { compileLambda } from './compile.ts'
import { run, runText, testEnv } from './test-env.ts'

const data: JsonObject = {
  todos: [
    { id: 'a', title: 'Milk', done: true, n: 2 },
    { id: 'b', title: 'Bread', done: false, n: 5 },
  ],
  draft: { title: 'x', length: 7 },
  word: 'hello',
  n: 3,
  none: null,
  list: [1, 2, 3],
}
const at = (text: string) => run(text, testEnv(data))

describe('[B25] values', () => {
  it('missing is null, and reading on from null is null', () => {
    for (const text of ['nothing', 'draft.nothing', 'nothing.a.b[0].c', 'todos[9].title', 'none.length', 'todos[-1]', 'list[0.5]', 'word.title'])
      expect(at(text), text).toBeNull()
  })

  it('null in arithmetic is 0', () => {
    expect(at('none + 1')).toBe(1)
    expect(at('none * 5')).toBe(0)
    expect(at('-none')).toBe(0)
    expect(at('none + none')).toBe(0)
  })

  it('division by 0, and what is not finite, is null', () => {
    for (const text of ['1 / 0', '5 % 0', '0 / 0', '1 / none', "'a' * 2", '1e308 * 10', 'sqrt(-1)', 'ln(0)', 'pow(10, 400)', '{ a: 1 } - 1'])
      expect(at(text), text).toBeNull()
  })

  it('rounds to 15 digits at each operation', () => {
    expect(at('0.1 + 0.2')).toBe(0.3)
    expect(at('0.1 + 0.2 == 0.3')).toBe(true)
    expect(at('1.1 * 3')).toBe(3.3)
    expect(at('4.35 * 100')).toBe(435)
    expect(at('sum([0.1, 0.2, 0.3])')).toBe(0.6)
    expect(at('9007199254740991 + 0')).toBe(9007199254740991)
  })

  it('has no -0', () => {
    expect(Object.is(at('-0'), 0)).toBe(true)
    expect(Object.is(at('0 * -1'), 0)).toBe(true)
    expect(Object.is(at('round(-0.4)'), 0)).toBe(true)
    expect(Object.is(at('ceil(-0.4)'), 0)).toBe(true)
  })

  it('== compares lists and records by content', () => {
    expect(at("[1, { a: 'x' }] == [1, { a: 'x' }]")).toBe(true)
    expect(at('{ a: 1, b: 2 } == { b: 2, a: 1 }')).toBe(true)
    expect(at('[1] == [2]')).toBe(false)
    expect(at("1 == '1'")).toBe(false)
    expect(at('none == nothing')).toBe(true)
    expect(at('0 == none')).toBe(false)
  })

  it('compares as JavaScript does, null being 0', () => {
    expect(at('none < 1')).toBe(true)
    expect(at('none >= 0')).toBe(true)
    expect(at("none < '2026-01-01'")).toBe(false)
    expect(at("none > '2026-01-01'")).toBe(false)
    expect(at("'a' < 'b'")).toBe(true)
    expect(at("'10' < '9'")).toBe(true)
    expect(at("'10' < 9")).toBe(false)
    expect(at("'x' < 1 || 'x' >= 1")).toBe(false)
    expect(at('true < 2')).toBe(true)
  })

  it('truth is as in JavaScript', () => {
    for (const text of ['none', '0', "''", 'false']) expect(at(`${text} ? 1 : 2`), text).toBe(2)
    for (const text of ["'0'", '[]', '{}', '-1', 'true']) expect(at(`${text} ? 1 : 2`), text).toBe(1)
    expect(at("none || 'x'")).toBe('x')
    expect(at("'' ?? 'x'")).toBe('')
    expect(at('n && none')).toBeNull()
  })

  it('text + anything joins as text; null is no text', () => {
    expect(at("'a' + 1")).toBe('a1')
    expect(at("1 + 2 + 'a'")).toBe('3a')
    expect(at("'a' + none")).toBe('a')
    expect(at("'a' + true")).toBe('atrue')
    expect(at("'a' + [1, 2]")).toBe('a1,2')
    expect(at("'a' + { b: 1 }")).toBe('a{"b":1}')
    expect(at('`${n} of ${none}`')).toBe('3 of ')
  })

  it('in asks for own keys', () => {
    expect(at("'title' in draft")).toBe(true)
    expect(at("'toString' in draft")).toBe(false)
    expect(at('1 in list')).toBe(true)
    expect(at('3 in list')).toBe(false)
    expect(at("'length' in list")).toBe(false)
  })

  it('spreads lists, texts and records', () => {
    expect(at('[...list, 4, ...none]')).toEqual([1, 2, 3, 4])
    expect(at("[...'héy']")).toEqual(['h', 'é', 'y'])
    expect(at("{ ...draft, title: 'y', [word]: 1 }")).toEqual({ title: 'y', length: 7, hello: 1 })
  })
})

describe('[B24] length', () => {
  it('counts lists and texts, and is a field of records', () => {
    expect(at('todos.length')).toBe(2)
    expect(at('word.length')).toBe(5)
    expect(at('draft.length')).toBe(7)
    expect(at('todos.filter(t => !t.done).length')).toBe(1)
    expect(at("todos['length']")).toBe(2)
  })
})

describe('[B29] reads', () => {
  it('constant members are one path; length is never in it', () => {
    const env = testEnv(data)
    run('todos[0].title', env)
    run("draft['title'].length", env)
    run('todos[n].title', env)
    expect(env.paths).toEqual(['todos.0.title', 'draft.title', 'todos', 'n'])
  })

  it('what is not needed is not read', () => {
    const env = testEnv(data)
    run('n > 1 ? word : todos', env)
    run('none && todos', env)
    expect(env.paths).toEqual(['n', 'word', 'none'])
  })
})

describe('lambdas', () => {
  it('nest, shadow, and see each other', () => {
    expect(at('[1, 2].map(x => [10, 20].map(y => x + y))')).toEqual([
      [11, 21],
      [12, 22],
    ])
    expect(at('[1, 2].map(x => [5].map(x => x)[0] + x)')).toEqual([6, 7])
    expect(at('list.map((x, i) => i)')).toEqual([0, 1, 2])
    expect(at('range(3).map(() => n)')).toEqual([3, 3, 3])
    expect(at('list.map((a, b, c, d) => d)')).toEqual([null, null, null])
  })

  it('[B31] the name of a field does as well', () => {
    expect(at("sum(todos, 'n')")).toBe(7)
    expect(at("map([{ a: { b: 1 } }, {}], 'a.b')")).toEqual([1, null])
    expect(at("map([{ 'a.b': 2, a: { b: 1 } }], 'a.b')")).toEqual([2])
  })

  it('[B21] alone in a slot', () => {
    const lambda = (text: string) => {
      const parsed = parseLambda(text)
      if (!parsed.ok) throw new Error(text)
      return compileLambda(parsed.tree)
    }
    expect(lambda('(t, i) => t.n + i + n')(testEnv(data), [{ n: 4 }, 1])).toBe(8)
    expect(lambda('n')(testEnv(data), [{ n: 4 }])).toBe(3)
  })
})

describe('functions', () => {
  it("[B15] the app's own are called by name, also as methods", () => {
    const calls: unknown[] = []
    const env = testEnv(data, { call: (name, args) => calls.push([name, ...args]) * 0 + 9 })
    expect(run('streak(n) + todos[0].streak()', env)).toBe(18)
    expect(calls).toEqual([
      ['streak', 3],
      ['streak', (data.todos as JsonObject[])[0]],
    ])
  })

  it('[B16] a value may bear the name of a function', () => {
    expect(run('text + text(1)', testEnv({ text: 'a' }))).toBe('a1')
  })

  it('[B26] a fault gives null and names the place, once', () => {
    const env = testEnv(data)
    expect(run('1 + list.map(x => count(keys(x)))[0]', env)).toBe(1)
    expect(env.faults).toEqual([{ code: 'wrong-type', message: 'Here should be a record, not a number.', from: 24, to: 31 }])
  })

  it('[B26] never throws, even where its surroundings do', () => {
    const env = testEnv(data, {
      read() {
        throw new Error('broken')
      },
    })
    expect(run('n + 1', env)).toBeNull()
    expect(env.faults).toMatchObject([{ code: 'internal' }])
  })
})

describe('[B20] plain slots', () => {
  it('one hole keeps the type, else all is text', () => {
    const env = testEnv(data)
    expect(runText('${list}', env)).toEqual([1, 2, 3])
    expect(runText('${n}', env)).toBe(3)
    expect(runText('${n} of ${list.length}, ${none}', env)).toBe('3 of 3, ')
    expect(runText('plain', env)).toBe('plain')
    expect(runText('', env)).toBe('')
    expect(runText('$${n}', env)).toBe('${n}')
  })

  it('[B22] a value is never read as a formula', () => {
    expect(runText('${word}!', testEnv({ word: '${n} ${1 + 1}', n: 3 }))).toBe('${n} ${1 + 1}!')
    expect(runText('${word}', testEnv({ word: '${n}', n: 3 }))).toBe('${n}')
  })
})
