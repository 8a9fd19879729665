import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Issue } from '../issue.ts'
import { scanJson } from '../json/scan.ts'
import { applyFixToText } from './apply-fix-to-text.ts'
import { loadToRun } from './load.ts'
import { loadBlueprint } from './load-blueprint.ts'

const shipped = readFileSync(join(import.meta.dirname, '../../blueprints/apps/todos.json'), 'utf8')
const layouts = [
  ['as it was written', shipped],
  ['on one line', JSON.stringify(JSON.parse(shipped))],
] as const

const errorsOf = (text: string): readonly Issue[] => loadBlueprint(text).issues.filter(({ severity }) => severity === 'error')

/** The text with the first repair of an error applied, again and again. */
function mended(text: string): string {
  let next = text
  for (let times = 0; times < 10; times += 1) {
    const fix = errorsOf(next).find(issue => issue.fix)?.fix
    if (fix === undefined) break
    next = applyFixToText(next, fix)
  }
  return next
}

const drop = (text: string, offset: number): string => text.slice(0, offset) + text.slice(offset + 1)

describe.each(layouts)('a text that lacks one sign, %s', (_, text) => {
  const document = JSON.parse(text) as unknown
  const { tokens } = scanJson(text)

  it.each([',', ':', ']', '}', '[', '{'] as const)('[B1] is given its %s back', kind => {
    const places = tokens.filter(token => token.kind === kind)
    for (let index = 0; index < places.length; index += Math.ceil(places.length / 12)) {
      const { start } = places[index]!
      expect([start, JSON.parse(mended(drop(text, start)))]).toEqual([start, document])
    }
  })

  it('[B1] is given its quotation mark back', () => {
    const places = tokens.filter(token => token.kind === 'text')
    for (let index = 0; index < places.length; index += Math.ceil(places.length / 20)) {
      const { start, end } = places[index]!
      for (const at of [start, end - 1]) expect([at, JSON.parse(mended(drop(text, at)))]).toEqual([at, document])
    }
  })
})

describe('a broken text', () => {
  const app = (view: string): string => `{ "blueprint": 1, "app": { "name": "A" }, "view": ${view} }`
  const told = (text: string): unknown => errorsOf(text).map(({ code, column, fix }) => [code, column, fix?.title])

  it.each([
    ['undefined', 'not-a-json-word', 'Write null'],
    ['Hello', 'missing-quotes', 'Put it in quotes'],
    ['["a", "b", ...]', 'ellipsis', 'Remove it'],
    ['"say "hi" now"', 'unescaped-quote', 'Write \\"'],
    ['"a\\d"', 'bad-escape', 'Write two backslashes'],
    ['"\\x41"', 'bad-escape', 'Write \\u0041'],
    ['"\\u{1f600}"', 'bad-escape', 'Write the character'],
    ['+1', 'bad-number', 'Write 1'],
    ['.5', 'bad-number', 'Write 0.5'],
    ['0x1f', 'bad-number', 'Write 31'],
    ['12px', 'missing-quotes', 'Put it in quotes'],
    ['20:00', 'missing-quotes', 'Put it in quotes'],
    ['"\\ud83d"', 'half-character', undefined],
    ['1e999', 'bad-number', undefined],
    ['', 'missing-value', undefined],
  ])('%s is %s', (view, code, title) => {
    expect(errorsOf(app(view)).map(issue => [issue.code, issue.fix?.title])).toEqual([[code, title]])
  })

  it('has the same fault with the parser’s words where it is read to be run', () => {
    for (const view of ['undefined', '["a" "b"]', '"\\q"']) {
      const [told] = loadToRun(app(view)).issues
      expect(told?.fix).toBe(undefined)
      expect([told?.line, told?.column]).toEqual([1, expect.any(Number)])
    }
  })

  it('[B4] loses the second of two keys that say the same, and neither where nobody can tell', () => {
    expect(told('{ "blueprint": 1, "app": { "name": "A", "name": "A" }, "view": "a" }')).toEqual([['duplicate-key', 41, 'Remove the second']])
    expect(told('{ "blueprint": 1, "app": { "name": "A", "name": "B" }, "view": "a" }')).toEqual([['duplicate-key', 41, undefined]])
    expect(told('{ "blueprint": 1, "app": { "name": "A" }, "view": "a", "view": { "type": "Txet" } }')).toEqual([['duplicate-key', 56, 'Remove the second']])
  })

  it('[B1] is mended one fault after the other', () => {
    const text = '{ "blueprint" 1, "app": { "name": "A", "view": { "type": "Stack", "children": ["a" "b"] } }'
    expect(loadBlueprint(mended(text)).document).toMatchObject({ blueprint: 1, app: { name: 'A' }, view: { children: ['a', 'b'] } })
  })

  it('[B1] is mended inside of its fence', () => {
    const fenced = `Here:\n\`\`\`json\n${app('{ "type": "Stack", "children": ["a" "b"] }')}\n\`\`\`\nDone.`
    expect(told(fenced)).toEqual([['missing-comma', 86, 'Write a comma']])
    expect(loadBlueprint(mended(fenced)).document).toMatchObject({ view: { children: ['a', 'b'] } })
  })

  it('ends where it was cut off', () => {
    expect(mended('{ "blueprint": 1, "app": { "name": "A" }, "view": { "type": "Stack", "children": ["a", "b')).toBe(
      '{ "blueprint": 1, "app": { "name": "A" }, "view": { "type": "Stack", "children": ["a", "b"]}}',
    )
  })
})

describe('[B5] slips of the syntax', () => {
  const text = `Here it is:\n\`\`\`json\n// mine\n{ blueprint: 1, 'app': { "name": "A" },\n  "view": { "type": "Txet", "text": "a", "show": True, }, }\n\`\`\`\nEnjoy!`

  it('are read as what they mean, each with a note at its place and a repair', () => {
    const { document, issues } = loadBlueprint(text)
    expect(document).toEqual({ blueprint: 1, app: { name: 'A' }, view: { type: 'Txet', text: 'a', show: true } })
    const places = issues.map(({ code, severity, line, column }) => `${severity} ${code} ${line}:${column}`)
    expect(places).toEqual([
      'note text-around 1:1',
      'note missing-quotes 4:3',
      'note single-quotes 4:17',
      'error unknown-component 5:21',
      'note not-a-json-word 5:50',
      'note extra-comma 5:54',
      'note extra-comma 5:57',
      'note text-around 6:1',
    ])
    let written = text
    for (let fix = issues[0]?.fix; fix; fix = loadBlueprint(written).issues.find(issue => issue.severity === 'note')?.fix)
      written = applyFixToText(written, fix)
    expect(JSON.parse(written)).toEqual(document)
  })

  it('are refused in what comes from elsewhere, each with the same repair', () => {
    const { document, issues } = loadBlueprint("{ 'blueprint': 1, /* x */ }", { trusted: false })
    expect(document).toBe(null)
    expect(issues.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['error single-quotes', 'error extra-comma', 'error comment'])
    expect(issues.every(({ message }) => /: (write|remove)/.test(message))).toBe(true)
  })
})
