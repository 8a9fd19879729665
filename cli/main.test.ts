import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { decodeLink, hashBlueprint, loadBlueprint } from '../schema/index.ts'
import { formatIssue } from './format-issue.ts'
import { main } from './main.ts'
import { runInTerminal } from './test-terminal.ts'

const folder = mkdtempSync(join(tmpdir(), 'cyanotype-cli-'))
const write = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
const good = '{\n  "blueprint": 1,\n  "app": { "name": "A" },\n  "view": { "type": "Text", "text": "Hello" }\n}\n'
const GOOD_HASH = '2e5ece59a6c98d253352cc79ffcf792815f4a102ff16925d828d7e7af3bbc372'

const run = (args: readonly string[], ...input: readonly string[]) => runInTerminal(main, args, { typed: input })

describe('what cannot be carried out is said, with exit code 2', () => {
  it.each([
    [[], /A command is missing.*Usage/s],
    [['bake'], /no command "bake".*Usage/s],
    [['__proto__'], /no command "__proto__"/],
    [['hash'], /A file is missing/],
    [['hash', join(folder, 'no-such.json')], /There is no file/],
    [['hash', folder], /is a folder/],
    [['hash', 'a', 'b'], /One file at a time: "b"/],
    [['hash', '--toString', 'a'], /no option --toString/],
    [['link', 'a', '--base'], /--base needs a value/],
    [['link', 'a', '--base', 'javascript:alert(1)'], /is no address/],
    [['hash', write('latin1.json', new Uint8Array([0x22, 0xe9, 0x22]))], /no text in UTF-8/],
    [['prompt', 'x'], /takes no arguments/],
  ])('%j', async (args, message) => {
    const { code, out, err } = await run(args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(message)
  })
})

describe('hash', () => {
  it('reads no more than a document can have', async () => {
    const { code, err } = await run(['hash', '-'], ...Array.from({ length: 100 }, () => 'x'.repeat(65_536)))
    expect(code).toBe(2)
    expect(err).toMatch(/larger than any blueprint/)
  })

  it('[B90] prints the hash of a file, or of the input', async () => {
    expect(await run(['hash', write('good.json', good)])).toEqual({ code: 0, out: `${GOOD_HASH}\n`, err: '' })
    expect(await run(['hash', '-'], JSON.stringify(JSON.parse(good)))).toEqual({ code: 0, out: `${GOOD_HASH}\n`, err: '' })
  })

  it('points to what is no JSON', async () => {
    const { code, out, err } = await run(['hash', '-'], '{\n  "a": 1\n  "b": 2\n}')
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(/^<input>:2:9: error missing-comma: A comma is missing after the value of "a"[^\n]*\n 1 \| \{\n 2 \| {3}"a": 1\n {3}\| {9}\^\n/)
  })
})

describe('an app with slips', () => {
  const slip = good.replace('"Hello" }', '"Hello", "show": "1 > 0" }')

  it('[B5] has the hash and the link of the app with its slips put right', async () => {
    const hashed = await run(['hash', '-'], slip)
    expect(hashed.code).toBe(0)
    expect(hashed.err).toContain('put right')
    expect(hashed.out).not.toContain(await hashBlueprint(JSON.parse(slip)))
    const linked = await run(['link', '-'], slip)
    const opened = await decodeLink(new URL(linked.out.trim()).hash)
    expect(opened).toMatchObject({ kind: 'document', hash: hashed.out.trim() })
    expect(opened.kind === 'document' && loadBlueprint(opened.value, { trusted: false }).issues).toEqual([])
  })
})

describe('link', () => {
  it('[B91] prints a link that opens as the same app', async () => {
    const { code, out } = await run(['link', '-', '--base', 'https://apps.example/#old'], good)
    expect(code).toBe(0)
    expect(out.startsWith(`https://apps.example/#/b/${GOOD_HASH}/`)).toBe(true)
    expect(await decodeLink(new URL(out.trim()).hash)).toMatchObject({ kind: 'document', hash: GOOD_HASH })
  })

  it('makes none for an app with errors', async () => {
    const { code, out, err } = await run(['link', '-'], good.replace('"Text"', '"Txet"'))
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain('Txet')
  })
})

describe('check', () => {
  it('passes a good app', async () => {
    expect(await run(['check', '-'], good)).toEqual({ code: 0, out: '<input>: no errors\n', err: '' })
    expect(await run(['check', '-', '--json'], good)).toEqual({ code: 0, out: '[]\n', err: '' })
  })

  it('prints each issue with its place, and 1', async () => {
    const { code, out } = await run(['check', '-'], good.replace('"Text"', '"Txet"'))
    expect(code).toBe(1)
    expect(out).toMatch(/^<input>:4:\d+: error unknown-component: .*\n 3 \|.*\n 4 \| {3}"view".*\n {3}\| +\^{6}\n/)
    expect(out).toContain('help: Change to Text')
    expect(out).toMatch(/ 4 \| - .*"Txet".*\n 4 \| \+ .*"Text"/)
    expect(out).toContain('<input>: 1 error')
    const json = await run(['check', '-', '--json'], good.replace('"Text"', '"Txet"'))
    expect(json.code).toBe(1)
    expect(JSON.parse(json.out)).toMatchObject([{ code: 'unknown-component', severity: 'error' }])
  })
})

describe('prompt', () => {
  it('prints the prompt that models get', async () => {
    const { code, out } = await run(['prompt'])
    expect(code).toBe(0)
    expect(out).toContain('blueprint')
  })
})

describe('formatIssue', () => {
  const issue = { code: 'x', severity: 'note', at: '', line: 1, column: 1, message: 'm' } as const

  it('crops a long line around its place', () => {
    const text = `${'a'.repeat(500)}!${'b'.repeat(500)}`
    const [, source, caret] = formatIssue({ ...issue, column: 501 }, 'f', text).split('\n')
    expect(source!.length).toBeLessThan(130)
    expect(source![caret!.indexOf('^')]).toBe('!')
  })

  it('[S50] shows controls and bidi marks instead of sending them to the terminal', () => {
    const printed = formatIssue({ ...issue, message: 'a\u001B[31m' }, 'f\u0007', '"\u001B]0;x\u0007\u202E\u{E0041}"')
    expect(printed).toContain('"·]0;x····"')
    expect([...printed].every(character => character === '\n' || !/[\p{Cc}\p{Cf}]/u.test(character))).toBe(true)
  })
})

describe('the command itself', () => {
  const command = fileURLToPath(new URL('./cyanotype.mjs', import.meta.url))

  it('runs as a process, from its input to its exit code', () => {
    const { status, stdout } = spawnSync(process.execPath, [command, 'hash', '-'], { input: good, encoding: 'utf8' })
    expect({ status, stdout }).toEqual({ status: 0, stdout: `${GOOD_HASH}\n` })
    expect(spawnSync(process.execPath, [command, 'hash', '-'], { input: '{', encoding: 'utf8' }).status).toBe(1)
    expect(spawnSync(process.execPath, [command], { encoding: 'utf8' }).status).toBe(2)
  })
})
