import { describe, expect, it } from 'vitest'
import type { Issue } from '../issue.ts'
import type { Json } from '../json/json.ts'
import { applyFix } from './apply-fix.ts'
import { loadBlueprint } from './load-blueprint.ts'

function documentWith(text: string): { readonly [key: string]: Json } {
  return {
    blueprint: 1,
    app: { name: 'Test' },
    state: {
      todos: { type: [{ id: 'text', title: 'text', done: 'bool', due: 'date?', tags: ['text'] }], init: [] },
      draft: { type: { title: 'text', n: 'number' }, init: { title: '', n: 0 } },
      query: '',
      a: 0,
      b: 1,
      busy: false,
    },
    derived: { open: '${todos.filter(t => !t.done)}', used: '${[draft.title, query, a, b, busy]}' },
    view: { type: 'Text', text },
  }
}

const AT = '/view/text'
const issuesOf = (text: string): readonly Issue[] => loadBlueprint(documentWith(text)).issues.filter(issue => issue.at === AT)

/** The text after its first issue's fix. */
function mended(text: string): Json | undefined {
  const document = documentWith(text)
  const issue = loadBlueprint(document).issues.find(one => one.at === AT && one.fix !== undefined)
  if (issue?.fix === undefined) return undefined
  return (applyFix(document, issue.fix) as { readonly view: { readonly text: string } }).view.text
}

describe('[B23] a formula that does not parse is mended where one repair is clearly right', () => {
  it.each([
    // Operators of other languages.
    ['${a = 1}', '${a == 1}'],
    ['${busy and a > 1}', '${busy && a > 1}'],
    ['${busy and a > 1 and b > 1}', '${busy && a > 1 && b > 1}'],
    ['${busy or not busy}', '${busy || !busy}'],
    ['${not busy}', '${!busy}'],
    ['${a <> 1}', '${a != 1}'],
    ['${a =< 1}', '${a <= 1}'],
    ['${busy & a}', '${busy && a}'],
    ['${a ** 2}', '${pow(a, 2)}'],
    ['${a ≥ 1}', '${a >= 1}'],
    ['${+query}', '${number(query)}'],
    ["${typeof query === 'string'}", "${type(query) === 'text'}"],
    ['${new Date()}', '${now()}'],
    ['${max(...todos.map(t => t.tags.length))}', '${max(todos.map(t => t.tags.length))}'],
    ['${a + 1;}', '${a + 1}'],
    ['${a + b // the sum\n}', '${a + b \n}'],
    ['${(query ?? a || b)}', '${((query ?? a) || b)}'],
    ['${todos.map(t => { return t.title })}', '${todos.map(t => t.title)}'],
    ['${todos.map(t => { id: t.id })}', '${todos.map(t => ({ id: t.id }))}'],
    ['${count(todos.filter(function (t) { return t.done; }))}', '${count(todos.filter((t) => t.done))}'],
    ['${let left = a - b}', '${a - b}'],
    ['${this.a + 1}', '${a + 1}'],
    ['${round(a,, 2)}', '${round(a, 2)}'],
    // Quotes.
    ['${query == \'done"}', '${query == "done"}'],
    ["${query == ‘done’ ? 'yes' : 'no'}", "${query == 'done' ? 'yes' : 'no'}"],
    ['${query == “done”}', '${query == "done"}'],
    ["${query == 'done && busy}", "${query == 'done' && busy}"],
    ["${busy ? 'yes : 'no'}", "${busy ? 'yes' : 'no'}"],
    ["${busy ? yes' : 'no'}", "${busy ? 'yes' : 'no'}"],
    // Brackets.
    ['${count(todos.filter(t => t.done)}', '${count(todos.filter(t => t.done))}'],
    ['${round(a / b, 2}', '${round(a / b, 2)}'],
    ['${count(todos))} left', '${count(todos)} left'],
    ['${count todos)} left', '${count(todos)} left'],
    ['${[a, b.length}', '${[a, b].length}'],
    ['${todos[0.title}', '${todos[0].title}'],
    ['${round(a]}', '${round(a)}'],
    ['${todos.filtert => t.done).length}', '${todos.filter(t => t.done).length}'],
    // Holes.
    ['Hello ${query', 'Hello ${query}'],
    ['${a of ${b} done', '${a} of ${b} done'],
    ['${count(todos) things', '${count(todos)} things'],
    // Small words.
    ["${busy ? 'a' 'b'}", "${busy ? 'a' : 'b'}"],
    ["${busy 'a' : 'b'}", "${busy ? 'a' : 'b'}"],
    ['${round(a 2)}', '${round(a, 2)}'],
    ['${todos.map(t t.title)}', '${todos.map(t => t.title)}'],
  ])('%s', (broken, whole) => {
    expect(mended(broken)).toBe(whole)
  })

  it('what may be meant in several ways gets all of them and no fix', () => {
    const [issue] = issuesOf('${a b}')
    expect(issue).toMatchObject({ code: 'formula-syntax', severity: 'error' })
    expect(issue?.fix).toBeUndefined()
    expect(issue?.message).toContain('Either ${a + b} or ${a - b}')
  })

  it('nothing is offered that is no better', () => {
    for (const text of ['${}', '${)}', '${a b c d}', '${;;;;}']) expect(mended(text), text).toBeUndefined()
  })
})

describe('[B29] a formula that is wrong is mended where one repair is clearly right', () => {
  it.each([
    ['${first(todos).titel}', '${first(todos).title}'],
    ["${sum(todos, 'titel')}", "${sum(todos, 'title')}"],
    ['${todos.fliter(t => t.done).length}', '${todos.filter(t => t.done).length}'],
    ['${Count( todos )}', '${count( todos )}'],
    ['${quary}', '${query}'],
    ['${drafttitle}', '${draft.title}'],
    ['${todoslength}', '${todos.length}'],
    ['${todosmap(t => t.title)}', '${todos.map(t => t.title)}'],
    ['${ Math.max(a, b)  }', '${ max(a, b)  }'],
    ['${a.toFixed(2)}', "${format(a, '0.00')}"],
    ["${if(a > 1, 'x', 'y')} and more", "${a > 1 ? 'x' : 'y'} and more"],
    ['${1 + if(a > 1, 2, 3)}', '${1 + (a > 1 ? 2 : 3)}'],
    ['${state.a + 1}', '${a + 1}'],
    ["${a == '1'}", '${a == 1}'],
    ['${filter(todos, t.done)}', '${filter(todos, t => t.done)}'],
    ['${todos.map(t, i => i)}', '${todos.map((t, i) => i)}'],
    ["${join(', ', todos.map(t => t.title))}", "${join(todos.map(t => t.title), ', ')}"],
    ['${todos.Length} left', '${todos.length} left'],
    ['${todos.count}', '${todos.count()}'],
    ['${today}', '${today()}'],
    ["${'Hello ${query}'}", '${`Hello ${query}`}'],
  ])('%s', (wrong, right) => {
    expect(mended(wrong)).toBe(right)
    expect(issuesOf(right).filter(issue => issue.severity === 'error' && !/expected here/.test(issue.message))).toEqual([])
  })

  it('a field of a list may mean one or all, so there is no fix', () => {
    expect(mended('${todos.done}')).toBeUndefined()
  })
})

describe('[B20] what was meant to be computed', () => {
  it.each([
    ['{{ query }} here', '${query} here'],
    ['{a} of ${b}', '${a} of ${b}'],
    ['$count(todos)} left', '${count(todos)} left'],
    ['{todos.map(t => ({ id: t.id })).length}', '${todos.map(t => ({ id: t.id })).length}'],
    ['todos.filter(t => t.done).length', '${todos.filter(t => t.done).length}'],
  ])('%s', (text, computed) => {
    expect(mended(text)).toBe(computed)
  })

  it('plain words stay as they are', () => {
    for (const text of ['{name}', 'query', 'Costs $5', 'a (b)', 'Write { or }', 'query a', '{ "a": 1 }', 'e.g. this', 'busy.', 'https://example.org/a.b(c)'])
      expect(issuesOf(text), text).toEqual([])
  })
})

describe('[B29] the place of a fault is the very word in the JSON', () => {
  /** The document's text with an `@` before the word at fault, which is taken out. */
  function placed(marked: string): void {
    const before = marked.slice(0, marked.indexOf('@'))
    const text = marked.replace('@', '')
    const line = before.split('\n').length
    const column = before.length - before.lastIndexOf('\n')
    const issue = loadBlueprint(text).issues.find(one => one.severity === 'error')
    expect(issue, text).toBeDefined()
    expect([issue?.line, issue?.column], `${issue?.message}`).toEqual([line, column])
  }
  const around = (text: string) =>
    `{ "blueprint": 1, "app": { "name": "T" },\n  "state": { "a": 0, "query": "", "todos": { "type": [{ "done": "bool" }], "init": [] } },\n  "view": { "type": "Text",\n    ${text} } }`

  it('in a text with holes', () => {
    placed(around('"text": "${a} of ${todos.filter(t => t.@doen).length}"'))
    placed(around('"text": "${a + @bb}"'))
    placed(around('"text": "Yes ${todos.@fliter(t => t.done)}"'))
  })

  it('behind escapes of JSON', () => {
    placed(around('"text": "\\u00e9 \\n \\"x\\" \\\\ ${a} ${@bb}"'))
    placed(around('"text": "\\ud83d\\ude00 😀 ${query == \\"q\\\\u0041\\" + @bb}"'))
  })

  it('where the formula does not parse', () => {
    placed(around('"text": "\\t${a} and ${a @= 1}"'))
    placed(around('"text": "${round(a@"'.replace('(a@', '@(a')))
  })

  it('in a formula slot, bare or in a hole, with space round it', () => {
    placed(around('"text": "x", "show": "  ${ a > @bb }"'))
    placed(around('"text": "x", "show": " a > @bb"'))
    placed(around('"text": "x", "show": "a @= 1"'))
  })
})

it('texts that are long without end are looked through once', () => {
  const begun = performance.now()
  for (const piece of [' ', 'a', '=>{', '{}', 'a??', '$', '{', '}', "'", '{{', '(']) {
    for (const [before, after] of [
      ['', ''],
      ['${', ''],
      ['${', '}'],
      ['{{', ''],
      ['{{', '}}'],
    ] as const)
      issuesOf(before + piece.repeat(60_000 / piece.length) + after)
  }
  console.info(`55 texts of 60,000 characters: ${(performance.now() - begun).toFixed(0)} ms`)
})

it('the work of repairs is bounded for a whole document', () => {
  const text = `\${${'(a + '.repeat(30)}${'b c '.repeat(100)}}`
  const document = { ...documentWith('x'), view: { type: 'Stack', children: Array.from({ length: 300 }, () => ({ type: 'Text', text })) } }
  const begun = performance.now()
  const { issues } = loadBlueprint(document)
  console.info(`300 formulas that nothing mends: ${(performance.now() - begun).toFixed(0)} ms`)
  expect(issues.length).toBe(300)
})

describe('[B21] words with holes where one formula stands', () => {
  it.each([
    ['${a} of ${b}', '${`${a} of ${b}`}'],
    ['${a} left', '${`${a} left`}'],
    ['Left: ${a}', '${`Left: ${a}`}'],
    ["a's ${a}", "${`a's ${a}`}"],
  ])('%s becomes a formula', (text, right) => {
    const document = { ...documentWith(''), derived: { open: text }, view: '${open}' }
    const { issues } = loadBlueprint(document)
    const issue = issues.find(({ severity }) => severity === 'error')
    expect(issue).toMatchObject({ at: '/derived/open', fix: { title: 'Write the text as a formula' } })
    const fixed = applyFix(document, issue?.fix ?? { title: '', edits: [] }) as { readonly derived: { readonly open: string } }
    expect(fixed.derived.open).toBe(right)
    expect(loadBlueprint(fixed).issues.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('with a backslash or a backtick is left to the author', () => {
    const issues = loadBlueprint({ ...documentWith(''), derived: { open: '${a} `of` ${b}' }, view: '${open}' }).issues
    expect(issues.filter(({ fix }) => fix?.title === 'Write the text as a formula')).toEqual([])
  })
})
