import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkBlueprint, hashBlueprint, loadBlueprint } from '../schema/index.ts'
import { formatDocument } from '../schema/layout/format.ts'
import { fixText } from './fix-text.ts'
import { formatIssue } from './format-issue.ts'
import { diffLines } from './line-diff.ts'
import { main } from './main.ts'
import { spanLength } from './source-span.ts'
import { runInTerminal } from './test-terminal.ts'

const folder = mkdtempSync(join(tmpdir(), 'cyanotype-author-'))
const write = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

const run = (args: readonly string[], input = '', colors = false) => runInTerminal(main, args, { typed: [input], colors })

const app = (view: string, more = ''): string =>
  `{\n  "blueprint": 1,\n  "app": { "name": "A" },\n  "state": { "draft": "", "n": 0 },${more}\n  "view": ${view}\n}\n`

describe('new', () => {
  it.each(['todo', 'form', 'dashboard', 'blank'])('writes a %s that has no issue and tests of its own', async template => {
    const file = join(folder, `my-${template}-app.json`)
    const { code, out } = await run(['new', file, '--from', template])
    expect(code).toBe(0)
    expect(out).toContain(`cyanotype test ${file}`)
    const text = readFileSync(file, 'utf8')
    expect(checkBlueprint(text)).toEqual([])
    const { $schema, app, tests } = JSON.parse(text)
    expect(app.name).toBe(`My ${template} app`)
    expect(tests.length).toBeGreaterThan(0)
    expect(readFileSync(new URL($schema), 'utf8')).toContain('Cyanotype blueprint')
    expect((await run(['fmt', file, '--check'])).code).toBe(0)
  })

  it('[B5][B90] names a schema for editors that is no part of the app or its hash', async () => {
    const file = join(folder, 'hashed.json')
    await run(['new', file, '--from', 'blank'])
    const { $schema: _, ...document } = JSON.parse(readFileSync(file, 'utf8'))
    expect(await run(['hash', file])).toEqual({ code: 0, out: `${await hashBlueprint(document)}\n`, err: '' })
  })

  it('[B5] what arrives from elsewhere names none', () => {
    const { issues } = loadBlueprint({ $schema: 'x', blueprint: 1, app: { name: 'A' }, view: 'x' }, { trusted: false })
    expect(issues.map(issue => issue.code)).toEqual(['unknown-section'])
  })

  it('never writes over a file', async () => {
    const file = write('there.json', 'mine')
    const { code, err } = await run(['new', file])
    expect(code).toBe(2)
    expect(err).toContain('is there already')
    expect(readFileSync(file, 'utf8')).toBe('mine')
  })

  it('says which templates there are', async () => {
    expect((await run(['new', join(folder, 'x'), '--from', 'tood'])).err).toContain('did you mean "todo"?')
    expect((await run(['new', '-'])).code).toBe(2)
    expect((await run(['new', join(folder, 'no-such', 'x')])).err).toContain('The folder of')
  })
})

describe('fmt', () => {
  const untidy = '{"view":"Hello","app":{"name":"A"},"blueprint":1}'
  const tidy = '{\n  "blueprint": 1,\n  "app": { "name": "A" },\n  "view": "Hello"\n}\n'

  it('prints, writes, or looks', async () => {
    expect(await run(['fmt', '-'], untidy)).toEqual({ code: 0, out: tidy, err: '' })
    const file = write('untidy.json', untidy)
    expect(await run(['fmt', file, '--check'])).toEqual({ code: 1, out: `${file} is not formatted.\n`, err: '' })
    expect(await run(['fmt', file, '--write'])).toEqual({ code: 0, out: '1 file, 1 changed\n', err: '' })
    expect(readFileSync(file, 'utf8')).toBe(tidy)
    expect((await run(['fmt', file, '--check'])).code).toBe(0)
  })

  it('points to what is no JSON and changes nothing', async () => {
    const file = write('broken.json', '{ "a" 1 }')
    const { code, err } = await run(['fmt', file, '--write'])
    expect(code).toBe(1)
    expect(err).toContain(':1:7: error syntax')
    expect(readFileSync(file, 'utf8')).toBe('{ "a" 1 }')
  })

  it('refuses what makes no sense', async () => {
    expect((await run(['fmt', 'a', '--write', '--check'])).code).toBe(2)
    expect((await run(['fmt', '-', '--write'])).code).toBe(2)
    expect((await run(['fmt', 'a', 'b'])).code).toBe(2)
  })
})

describe('explain', () => {
  it('says what a code means, with both examples', async () => {
    const { code, out } = await run(['explain', 'read-only'])
    expect(code).toBe(0)
    expect(out).toMatch(/Nothing can be written there[\s\S]*wrong[\s\S]*right/)
  })

  it('lists all codes by group', async () => {
    const { out } = await run(['explain'])
    expect(out).toContain('Formulas\n')
    expect(out).toContain('unknown-component')
  })

  it('prints a rule', async () => {
    expect((await run(['explain', 'B5'])).out).toMatch(/^B5 Slips that are put right\n\n/)
    expect((await run(['explain', 'b21'])).out).toContain('B21')
    expect((await run(['explain', 'B999'])).code).toBe(2)
  })

  it('asks back for a misspelt code', async () => {
    expect(await run(['explain', 'unknown-compnent'])).toMatchObject({ code: 2, err: expect.stringContaining('did you mean "unknown-component"?') })
    expect((await run(['explain', '__proto__'])).code).toBe(2)
  })
})

describe('check', () => {
  it('underlines the word that is meant', async () => {
    const { out } = await run(['check', '-'], app('{ "type": "Text", "text": "Hello ${dratf}" }'))
    const lines = out.split('\n')
    const at = lines.findIndex(line => line.includes('^'))
    const [from, to] = [lines[at]!.indexOf('^'), lines[at]!.lastIndexOf('^')]
    expect(lines[at - 1]!.slice(from, to + 1)).toBe('dratf')
  })

  it('is coloured on a terminal only', async () => {
    const text = app('{ "type": "Txet", "text": "Hello" }')
    expect((await run(['check', '-'], text)).out).not.toContain('\u001b')
    expect((await run(['check', '-'], text, true)).out).toContain('\u001b[31m')
  })

  it('[S50] lets a document colour nothing', async () => {
    const { out } = await run(['check', '-'], app('{ "type": "\\u001b[31mRed", "x\u202e": 1 }'))
    expect(['\u001b', '\u202e'].filter(mark => out.includes(mark))).toEqual([])
  })

  it('looks at several files and sums up', async () => {
    const [good, bad] = [write('good.json', app('"Hello"')), write('bad.json', app('{ "type": "Txet" }'))]
    const { code, out } = await run(['check', good, bad])
    expect(code).toBe(1)
    expect(out).toContain(`${good}: no errors`)
    expect(out).toMatch(/\n2 files: \d errors?\n$/)
    expect(JSON.parse((await run(['check', good, bad, '--json'])).out)).toMatchObject([{ file: good, issues: [] }, { file: bad }])
  })

  it('--fix mends the file, and leaves its layout alone', async () => {
    const file = write(
      'slips.json',
      app(
        '{ "type": "Stack",\n      "children": [ { "type": "Txt",   "text": "${dratf}" },\n   { "type": "Button", "label": "Go", "onClick": { "do": "tost", "text": "Hi" } } ] }',
      ),
    )
    const { code, out } = await run(['check', file, '--fix'])
    expect(code).toBe(0)
    expect(out).toMatch(/no errors, \d fixes applied/)
    expect(readFileSync(file, 'utf8')).toBe(
      app(
        '{ "type": "Stack",\n      "children": [ { "type": "Text",   "text": "${draft}" },\n   { "type": "Button", "label": "Go", "onPress": { "do": "toast", "text": "Hi" } } ] }',
      ),
    )
  })

  it('[B5][B67] --fix gives the app no more reach', () => {
    const text = app('"Hello"', '\n  "data": { "x": { "do": "http.get", "url": "https://a.example/" } },')
    expect(fixText(text)).toEqual({ text, fixed: 0 })
  })

  it('--fix ends, for any text that is cut or changed somewhere', () => {
    const text = app('{ "type": "Stack", "children": [{ "type": "TextField", "label": "x", "bind": "draft" }, "${count([n])}"] }')
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(3), fc.constantFrom('', '"', '}', 'x', ',', '${'), (at, cut, insert) => {
        const broken = text.slice(0, at) + insert + text.slice(at + cut)
        const once = fixText(broken)
        expect(fixText(once.text)).toEqual({ text: once.text, fixed: 0 })
      }),
      { numRuns: 100, seed: Number(process.env.CYANOTYPE_SEED ?? 7) },
    )
  })
})

describe('what the README and the page on writing show', () => {
  const todo = {
    blueprint: 1,
    app: { name: 'Todos' },
    capabilities: [{ use: 'storage', why: 'Keeps your list on this device.' }],
    state: { todos: { type: [{ id: 'text', title: 'text', done: 'bool' }], init: [], persist: true }, draft: '' },
    derived: { open: '${todos.filter(t => !t.doen)}' },
    view: { type: 'List', each: '${open}', children: ['${item.title}'] },
  }
  it.each(['../README.md', '../docs/writing-blueprints.md'])('is what is printed: %s', page => {
    const text = formatDocument(todo).replace(/"derived": \{ (.*) \},\n/, '"derived": {\n    $1\n  },\n')
    const [issue] = checkBlueprint(text)
    expect(readFileSync(new URL(page, import.meta.url), 'utf8')).toContain(`\n${formatIssue(issue!, 'todo.json', text)}\`\`\``)
  })
})

describe('spanLength', () => {
  it.each([
    ['{ "type": "Text" }', 10, '"Text"'],
    ['{ "a": 12.5, "b": 1 }', 7, '12.5'],
    ['"a ${count(x)}"', 5, 'count'],
    ['{ "type": "Text", "text": "a" }', 0, '{ "type": "Text"'],
    ['[{ "a": "]" }]', 0, '[{ "a": "]" }]'],
    ['{', 0, '{'],
    ['"a\\"b" x', 0, '"a\\"b"'],
  ])('of %s at %i is %s', (line, column, expected) => {
    expect(line.slice(column, column + spanLength(line, column))).toBe(expected)
  })
})

describe('diffLines', () => {
  it('gives the lines that differ', () => {
    expect(diffLines('a\nb\nc', 'a\nx\ny\nc')).toEqual({ from: 2, removed: ['b'], added: ['x', 'y'] })
    expect(diffLines('a', 'a')).toEqual({ from: 2, removed: [], added: [] })
  })
})

describe('expand', () => {
  it('[B45] prints the same app without parts', async () => {
    const text = app(
      '{ "type": "Note", "text": "${n}" }',
      '\n  "parts": { "Note": { "params": { "text": "any" }, "view": { "type": "Badge", "text": "No. ${text}" } } },',
    )
    const { code, out } = await run(['expand', '-'], text)
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ view: { type: 'Badge', text: 'No. ${n}' } })
    expect(out).not.toContain('parts')
  })

  it('points to what cannot be written out', async () => {
    const text = app(
      '{ "type": "Stack", "each": "${range(2)}", "children": [{ "type": "Note", "text": "${index}" }] }',
      '\n  "parts": { "Note": { "params": { "text": "any" }, "view": { "type": "Stack", "each": "${range(2)}", "children": ["${text} ${item}"] } } },',
    )
    const { code, err } = await run(['expand', '-'], text)
    expect(code).toBe(1)
    expect(err).toContain('cannot-expand')
  })
})
