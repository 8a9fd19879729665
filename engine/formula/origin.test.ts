import { describe, expect, it } from 'vitest'
import { parseFormula } from '../../schema/formula/parse.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import type { OriginEnv } from './contract.ts'
import { compileElementOrigin, compileListOrigin } from './origin.ts'
import { testEnv, valueAt } from './test-env.ts'

const state: JsonObject = {
  todos: [
    { id: 'a', done: true, n: 3, tags: ['x'] },
    { id: 'b', done: false, n: 1, tags: [] },
    { id: 'c', done: false, n: 2, tags: ['y', 'z'] },
  ],
  others: [{ id: 'q', done: false, n: 9, tags: [] }],
  grid: [
    [1, 2],
    [3, 4],
  ],
  scores: { ann: 5 },
  n: 1,
  who: 'ann',
  constantly: [1],
}

/** An environment in which `todos`, `others`, `grid`, `scores` are state, `open` is a derived value over todos, and the rest is not. */
function originEnv(): OriginEnv {
  const env = testEnv(state)
  const stateNames = new Set(['todos', 'others', 'grid', 'scores'])
  return {
    ...env,
    listOrigin(name, path) {
      if (name === 'open') return list(`todos.filter(t => !t.done)`, env)
      const value = valueAt(state[name] ?? null, path)
      return stateNames.has(name) && Array.isArray(value)
        ? { list: [name, ...path], elements: (value as Json[]).map((one, index) => ({ value: one, index })) }
        : null
    },
    elementOrigin(name, path) {
      return stateNames.has(name) ? { value: valueAt(state[name] ?? null, path), path: [name, ...path] } : null
    },
  }
}

function list(text: string, _env: unknown = null) {
  const parsed = parseFormula(text)
  if (!parsed.ok) throw new Error(text)
  const compiled = compileListOrigin(parsed.tree)
  return compiled === null ? null : compiled(originEnv())
}

function element(text: string) {
  const parsed = parseFormula(text)
  if (!parsed.ok) throw new Error(text)
  return compileElementOrigin(parsed.tree)?.(originEnv()) ?? null
}

const places = (text: string) => {
  const origin = list(text)
  return origin === null ? null : [origin.list.join('.'), ...origin.elements.map(one => one.index)]
}

describe('[B43] lists', () => {
  it('keep their origin through what keeps elements', () => {
    for (const [text, expected] of [
      ['todos', ['todos', 0, 1, 2]],
      ['todos.filter(t => !t.done)', ['todos', 1, 2]],
      ["sort(todos, 'n')", ['todos', 1, 2, 0]],
      ["sort(todos.filter(t => !t.done), t => t.n, 'desc')", ['todos', 2, 1]],
      ['todos.sort((a, b) => a.n - b.n)', ['todos', 1, 2, 0]],
      ['take(skip(todos, 1), 1)', ['todos', 1]],
      ['todos.reverse()', ['todos', 2, 1, 0]],
      ['uniq(todos, t => t.done)', ['todos', 0, 1]],
      ['open', ['todos', 1, 2]],
      ['open.reverse()', ['todos', 2, 1]],
      ['n > 0 ? open : todos', ['todos', 1, 2]],
      ['nothing ?? todos', ['todos', 0, 1, 2]],
      ['todos[2].tags', ['todos.2.tags', 0, 1]],
      ['todos.find(t => t.n == 2).tags.reverse()', ['todos.2.tags', 1, 0]],
      ['grid[n]', ['grid.1', 0, 1]],
      ['todos.filter((t, i) => i > 0).filter((t, i) => i > 0)', ['todos', 2]],
    ] as const)
      expect(places(text), text).toEqual(expected)
  })

  it('give each element its value', () => {
    expect(list('open')?.elements[0]?.value).toBe((state.todos as Json[])[1])
  })

  it('lose it through anything else', () => {
    for (const text of [
      'todos.map(t => t)',
      '[...todos]',
      'concat(todos, others)',
      'constantly',
      'todos.flatMap(t => t.tags)',
      'n > 0 ? todos : []',
      'n > 0 ? todos : others',
      'todos ?? others',
      'todos.slice(-2)',
      'todos && others',
      '5',
      'scores',
    ])
      expect(list(text), text).toBeNull()
  })

  it('what can never have one is known when it is compiled', () => {
    for (const text of ['todos.map(t => t)', '[...todos]', 'n > 0 ? todos : []', "'text'"]) {
      const parsed = parseFormula(text)
      expect(parsed.ok && compileListOrigin(parsed.tree), text).toBeNull()
    }
  })
})

describe('[B43] elements', () => {
  it('are found by find, first, last, [i], names and members', () => {
    for (const [text, path] of [
      ["todos.find(t => t.id == 'c')", 'todos.2'],
      ["todos.find(t => t.id == 'c').n", 'todos.2.n'],
      ['first(open)', 'todos.1'],
      ["last(sort(todos, 'n')).done", 'todos.0.done'],
      ['open[n]', 'todos.2'],
      ['todos[n].tags', 'todos.1.tags'],
      ['todos[0].id', 'todos.0.id'],
      ['grid[n][0]', 'grid.1.0'],
      ['grid[0][n]', 'grid.0.1'],
      ['scores[who]', 'scores.ann'],
      ["scores['b' + 'ob']", 'scores.bob'],
      ['n > 5 ? first(open) : last(open)', 'todos.2'],
    ] as const)
      expect(element(text)?.path.join('.'), text).toBe(path)
  })

  it('with their value', () => {
    expect(element('grid[n][0]')).toEqual({ value: 3, path: ['grid', 1, 0] })
    expect(element("scores['b' + 'ob']")).toEqual({ value: null, path: ['scores', 'bob'] })
  })

  it('are none where there is none', () => {
    for (const text of [
      "todos.find(t => t.id == 'x')",
      'open[9]',
      'first(todos.map(t => t))',
      'grid[9][n]',
      'n + 1',
      'constantly[0]',
      'todos.length',
      'grid[0 - 1]',
    ])
      expect(element(text), text).toBeNull()
  })
})
