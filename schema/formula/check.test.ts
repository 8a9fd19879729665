import { describe, expect, it } from 'vitest'
import { type CheckOptions, checkFormula, type FunctionType, type TypeScope } from './check.ts'
import { originRoots } from './origin-roots.ts'
import { parseFormula, parseLambda } from './parse.ts'
import { ANY, describeType, NUMBER, parseType, TEXT, type Type } from './types.ts'

const names = new Map<string, Type>(
  Object.entries({
    todos: [{ id: 'text', title: 'text', done: 'bool', due: 'date?', tags: ['text'] }],
    draft: { title: 'text', n: 'number' },
    query: 'text',
    n: 'number',
    day: 'date',
    at: 'time',
    data: 'any',
    maybe: 'number?',
    words: ['text'],
  }).map(([name, json]) => {
    const parsed = parseType(json)
    if (!parsed.ok) throw new Error(parsed.message)
    return [name, parsed.type] as const
  }),
)
const functions = new Map<string, FunctionType>([['streak', { params: [{ name: 'h', type: ANY }], result: NUMBER }]])
const scope: TypeScope = { names: new Map(), parent: { names, functions } }

function check(text: string, options?: CheckOptions) {
  const parsed = parseFormula(text)
  if (!parsed.ok) throw new Error(`${text}: ${parsed.faults[0]?.message}`)
  return checkFormula(parsed.tree, scope, options)
}

const errors = (text: string, options?: CheckOptions) => check(text, options).issues.filter(issue => issue.severity === 'error')

describe('[B29] types', () => {
  it('go through operators, members, lambdas and the library', () => {
    for (const [text, type] of [
      ['n + 1', 'number'],
      ["n + 'a'", 'text'],
      ['at - at', 'number'],
      ['at + 1000', 'time'],
      ['todos[0].title', 'text?'],
      ['todos.length', 'number'],
      ['todos.filter(t => t.done)', '[{ id: text, title: text, done: bool, due: date?, tags: [text] }]'],
      ['todos.map(t => t.title)', '[text]'],
      ['todos.flatMap(t => t.tags)', '[text]'],
      ["sum(todos, 'title')", 'number'],
      ['find(todos, t => t.done)?.due', 'date?'],
      ['first(words)', 'text?'],
      ['max(todos, t => t.due)', 'date?'],
      ['max(1, 2)', 'number'],
      ['group(todos, t => t.done).map(g => g.value.length)', '[number]'],
      ['group(todos, t => t.done, xs => count(xs))', '[{ key: bool, value: number }]'],
      ['{ ...draft, n: query }', '{ title: text, n: text }'],
      ['merge(draft, { x: 1 })', '{ title: text, n: number, x: number }'],
      ['with(n, v => [v])', '[number]'],
      ['todos.reduce((acc, t) => acc + 1, 0)', 'number'],
      ['n > 1 ? query : null', 'text?'],
      ['maybe ?? 1', 'number'],
      ["timeIn('UTC').hour", 'number'],
      ['addDays(day, 1)', 'date'],
      ['addDays(at, 1)', 'time'],
      ['streak(1)', 'number'],
      ['data.x[0].y', 'any'],
      ['words.sort((a, b) => a.length - b.length)', '[text]'],
      ['!n', 'bool'],
      ['`${n}`', 'text'],
      ["query.split(',')", '[text]'],
    ] as const) {
      const { type: found, issues } = check(text)
      expect(issues, text).toEqual([])
      expect(describeType(found), text).toBe(type)
    }
  })

  it('of a misspelt field is an error with "did you mean"', () => {
    expect(errors('todos.filter(t => t.doen)')).toMatchObject([{ code: 'unknown-field', suggestion: 'done', from: 20, to: 24 }])
    expect(errors("todos.map('titel')")).toMatchObject([{ code: 'unknown-field', suggestion: 'title' }])
    expect(errors("sort(todos, 'titel')")).toMatchObject([{ code: 'unknown-field', suggestion: 'title' }])
    expect(errors("draft['titel']")).toMatchObject([{ code: 'unknown-field', suggestion: 'title' }])
  })
})

describe('[B29] names', () => {
  it('that are unknown', () => {
    expect(errors('todoss.length')).toMatchObject([{ code: 'unknown-name', suggestion: 'todos', from: 0, to: 6 }])
    expect(errors('fliter(todos, t => t.done)')).toMatchObject([{ code: 'unknown-function', suggestion: 'filter' }])
    expect(errors('streek(1)')).toMatchObject([{ suggestion: 'streak' }])
    expect(errors('n == undefined')).toMatchObject([{ suggestion: 'null', fix: { text: 'null' } }])
    expect(errors('__proto__')).toMatchObject([{ code: 'unknown-name' }])
    expect(errors('constructor(1)')).toMatchObject([{ code: 'unknown-function' }])
  })

  it('are a value or a function, not both', () => {
    expect(errors('n(1)')[0]?.message).toContain('is a value')
    expect(errors('streak + 1')[0]?.message).toContain('is a function')
    expect(errors('todos.count')).toMatchObject([{ fix: { text: 'count()' } }])
    expect(errors('pi * 2')).toMatchObject([{ fix: { text: 'pi()' } }])
  })

  it('of a lambda may hide others, with a note', () => {
    expect(check('words.map(n => n)').issues).toMatchObject([{ code: 'shadowed-name', severity: 'note' }])
    expect(describeType(check('words.map(n => n)').type)).toBe('[text]')
  })

  it('[B16] a state entry may bear the name of a library function', () => {
    const inner: TypeScope = { names: new Map([['text', TEXT]]), parent: scope }
    const parsed = parseFormula('text + text(n)')
    expect(parsed.ok && checkFormula(parsed.tree, inner).issues).toEqual([])
  })
})

describe('[B29] what a formula reads', () => {
  it('every path, through lambdas and the functions that keep elements', () => {
    const paths = (text: string) => check(text).reads.map(read => [read.name, ...read.path].join('.').replaceAll('.[]', '[]'))
    expect(paths('todos.filter(t => !t.done).length')).toEqual(['todos', 'todos[].done'])
    expect(paths('sort(todos, t => t.due).take(n).map(t => t.title + query)')).toEqual(expect.arrayContaining(['n', 'todos[].due', 'todos[].title', 'query']))
    expect(paths('draft.title')).toEqual(['draft.title'])
    expect(paths('find(todos, t => t.id == query).title')).toEqual(expect.arrayContaining(['todos[].id', 'query', 'todos[].title']))
    expect(paths("sum(todos, 'due')")).toEqual(['todos', 'todos[].due'])
  })

  it('free names, calls and the clock', () => {
    const found = check('todos.map(t => streak(t) + n)')
    expect(found.names).toEqual(['todos', 'n'])
    expect(found.calls).toEqual(['streak'])
    for (const [text, grain] of [
      ['n', null],
      ['today()', 'day'],
      ['now() - at', 'second'],
      ['today() == day && now() > at', 'second'],
      ["format(at, 'relative')", 'second'],
      ["timeIn('UTC').hour", 'second'],
      ["timeIn('UTC', at).hour", null],
      ["format((now() - at) / 1000, '0.0')", 'frame'],
      ["format(now(), 'ss.S')", 'frame'],
      ['floor((now() - at) / 100)', 'frame'],
      ['(now() - at) / 60000', 'second'],
    ] as const)
      expect(check(text).clock, text).toBe(grain)
  })
})

describe('[B29] what is certainly wrong', () => {
  it('arguments', () => {
    for (const [text, code] of [
      ['round()', 'wrong-arguments'],
      ['round(1, 2, 3)', 'wrong-arguments'],
      ['streak()', 'wrong-arguments'],
      ['filter(n, x => x)', 'wrong-type'],
      ['filter(todos, 5)', 'wrong-type'],
      ['keys(words)', 'wrong-type'],
      ['round(todos)', 'wrong-type'],
      ['todos.map((t, i, all) => t)', 'wrong-arguments'],
      ['streak(x => x)', 'wrong-type'],
      ['query * todos', 'wrong-type'],
      ['day - 1', 'wrong-type'],
      ['todos + words', 'wrong-type'],
      ['query.title', 'unknown-field'],
      ['query[0]', 'unknown-field'],
    ] as const)
      expect(errors(text), text).toMatchObject([{ code }])
  })

  it('[B31] id and random outside of steps', () => {
    expect(errors('id()')).toMatchObject([{ code: 'steps-only' }])
    expect(errors('id()', { steps: true })).toEqual([])
  })

  it('[B31] if(a, b, c), with the rewrite', () => {
    expect(errors("if(n > 1, 'a', 'b')")).toMatchObject([{ fix: { text: "n > 1 ? 'a' : 'b'" } }])
    expect(errors('1 + if(n > 1, 2, 3)')).toMatchObject([{ fix: { text: '(n > 1 ? 2 : 3)' } }])
  })

  it('[B31] what other languages call otherwise, with its name or its form here', () => {
    for (const [text, suggestion] of [
      ['Math.round(n)', 'round'],
      ['JSON.stringify(n)', 'json'],
      ['Object.keys(draft)', 'keys'],
      ['Date.now()', 'now'],
      ['Math.PI', 'pi()'],
      ['average(words)', 'avg'],
      ['words.size()', 'count'],
      ["parseFloat('1')", 'number'],
      ['n.toFixed(2)', "format(n, '0.00')"],
      ['parseInt(query, 10)', 'floor(number(query))'],
      ['words.push(query)', '[...words, query]'],
      ['words.at(-1)', 'last(words)'],
      ['query.charAt(n)', 'slice(query, n, n + 1)'],
      ['AND(n > 1, n < 3)', 'n > 1 && n < 3'],
      ['isNaN(n)', 'number(n) == null'],
      ['Array.isArray(words)', "type(words) == 'list'"],
      ['query.localeCompare(draft.title)', 'query < draft.title ? -1 : query > draft.title ? 1 : 0'],
      ['coalesce(maybe, 1)', 'maybe ?? 1'],
      ['day.getFullYear()', 'year(day)'],
    ] as const)
      expect(errors(text), text).toMatchObject([{ suggestion }])
    for (const [text, hint] of [
      ['n.toFixed(n)', 'round'],
      ['words.forEach(w => w)', 'map'],
      ['words.pop()', 'last'],
    ] as const)
      expect(errors(text)[0]?.message, text).toContain(hint)
  })

  it('[B28] forms in forms take no longer than their text', () => {
    expect(errors(`query${'.localeCompare(query)'.repeat(80)}`).length).toBe(80)
    expect(errors(`${'query.charAt('.repeat(38)}n${')'.repeat(38)}`).length).toBe(38)
  })

  it('[B25] comparisons that are never true', () => {
    for (const [text, fix] of [
      ["n == '3'", '3'],
      ["first(todos).done == 'true'", 'true'],
      ['query == 3', "'3'"],
    ] as const)
      expect(check(text).issues, text).toMatchObject([{ code: 'never-equal', severity: 'error', fix: { text: fix } }])
    expect(check("first(todos).done == 'yes'").issues).toMatchObject([{ code: 'never-equal', severity: 'error' }])
    expect(check('todos == n').issues).toMatchObject([{ code: 'never-equal', severity: 'error' }])
    for (const text of ['day == query', 'maybe == null', 'data == n', 'n == at', 'first(words) == maybe']) expect(check(text).issues, text).toEqual([])
  })

  it('what is probably not meant is noted', () => {
    expect(check('query in words').issues).toMatchObject([{ code: 'key-not-element', severity: 'note', fix: { text: 'has(words, query)' } }])
    expect(check('todos ? 1 : 2').issues).toMatchObject([{ code: 'always-true', severity: 'note' }])
    expect(check('!words').issues).toMatchObject([{ code: 'always-true', severity: 'note' }])
    expect(check("'Hello ${query}'").issues).toMatchObject([{ code: 'not-computed', severity: 'note', fix: { text: '`Hello ${query}`' } }])
    expect(check('first(todos) ? 1 : 2').issues).toEqual([])
  })

  it('[B29] a field of a list, with both ways to go on', () => {
    const [issue] = errors('todos.done')
    expect(issue).toMatchObject({ code: 'unknown-field', from: 6, to: 10, suggestion: 'map(x => x.done)' })
    expect(issue?.message).toContain('todos.map(x => x.done)')
    expect(issue?.message).toContain('first(todos).done')
    expect(errors('todos.Length')).toMatchObject([{ suggestion: 'length' }])
  })

  it('[B29] every fault of a formula, not only the first', () => {
    expect(errors('todos.filter(t => t.doen && t.titel == quary).map(x => streek(x))').map(issue => issue.suggestion)).toEqual([
      'done',
      'title',
      'query',
      'streak',
    ])
  })

  it('[B31] lambdas that lack their parameter, their arrow or their parentheses', () => {
    expect(errors('filter(todos, t.done)')).toMatchObject([{ code: 'wrong-type', fix: { text: 't => ', from: 14, to: 14 } }])
    expect(errors('todos.map(t (t.title))')).toMatchObject([{ code: 'wrong-type', fix: { text: ' =>', from: 11, to: 11 } }])
    expect(errors('todos.map(t, i => t.title + i)')).toMatchObject([{ code: 'wrong-arguments', from: 10, to: 14, fix: { text: '(t, i)' } }])
    expect(errors("join(', ', words)")).toMatchObject([{ code: 'wrong-type', fix: { title: 'Swap the arguments', from: 5, to: 16 } }])
  })

  it('[B29] what reduce gathers has a type', () => {
    expect(describeType(check('todos.reduce((a, t) => ({ n: a.n + 1, last: t.title }), { n: 0 })').type)).toBe('{ n: number, last: text? }')
    expect(errors('todos.reduce((a, t) => ({ n: a.m + 1 }), { n: 0 })')).toMatchObject([{ code: 'unknown-field' }])
    expect(errors('todos.reduce((a, t) => ({ ...a, [t.id]: a[t.id] }), {}).x')).toEqual([])
    expect(describeType(check('scan(todos, (a, t) => a + 1, 0)').type)).toBe('[number]')
    expect(describeType(check('todos.reduce((xs, t) => [...xs, t.title], [])').type)).toBe('[any]')
  })

  it('[B29] other things that make no sense', () => {
    for (const [text, code] of [
      ["n * 'many'", 'wrong-type'],
      ['-todos', 'wrong-type'],
      ['todos > 3', 'wrong-type'],
      ['todos(0)', 'unknown-function'],
      ['n()', 'unknown-function'],
      ["'a' - 1", 'wrong-type'],
    ] as const)
      expect(errors(text), text).toMatchObject([{ code }])
    expect(errors('todos > 3')).toMatchObject([{ fix: { text: 'count(todos)' } }])
    expect(errors('todos(0)')).toMatchObject([{ fix: { text: 'todos[0]' } }])
  })

  it('leans to silence where it could be right', () => {
    for (const text of [
      'data.a.b(1)',
      'data * 2',
      'data.map(x => x.y.z)',
      'data.name.slice(0, 1).toUpperCase()',
      'concat(data.a, data.b).map(x => x.y)',
      'max(data.a).b',
      'data.a.concat(1).length',
      'query * 2',
      'parseJson(query).a.b',
      'todos.reduce((a, t) => ({ ...a, [t.id]: a.x }), {})',
      'round(query)',
      'upper(n)',
    ])
      expect(
        errors(text).filter(issue => issue.code !== 'unknown-function'),
        text,
      ).toEqual([])
  })
})

it('a lambda slot is checked with the types that it is given', () => {
  const parsed = parseLambda('t => t.doen')
  const element = (names.get('todos') as { of: Type }).of
  expect(parsed.ok && checkFormula(parsed.tree, scope, { lambda: [element] }).issues).toMatchObject([{ suggestion: 'done' }])
})

it('[B43] originRoots knows what a bound value comes from', () => {
  const roots = (text: string) => {
    const parsed = parseFormula(text)
    return parsed.ok ? (originRoots(parsed.tree)?.map(root => [root.name, ...root.path].join('.')) ?? null) : null
  }
  expect(roots('todos.filter(t => t.done).sort(t => t.due)')).toEqual(['todos'])
  expect(roots('contacts.find(c => c.id == x).name')).toEqual(['contacts.[].name'])
  expect(roots('a ? todos : todos.reverse()')).toEqual(['todos'])
  expect(roots('a ? todos : others')).toEqual(['todos', 'others'])
  expect(roots('todos.map(t => t)')).toBeNull()
  expect(roots('a ? todos : []')).toBeNull()
  expect(roots('grid[y][x]')).toEqual(['grid.[].[]'])
  expect(roots('todos.length')).toBeNull()
})
