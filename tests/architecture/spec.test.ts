/**
 * The specification against its proof: each rule of `schema/SPEC.md` and of `docs/security.md` is cited by a test or a fixture, no test cites a
 * rule that is not there, and each limit is stated once and tested. `SPEC_TABLE=1` prints which tests hold each rule.
 */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkBlueprint } from '../../schema/check/load-blueprint.ts'
import { applyEdit } from '../../schema/edit/apply-edit.ts'
import { library } from '../../schema/formula/library.ts'
import { libraryAliases } from '../../schema/formula/library-names.ts'
import { documentSchema } from '../../schema/generated/document-schema.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import { parseJson } from '../../schema/json/parse-json.ts'
import limits from '../../schema/limits.json' with { type: 'json' }

const root = join(import.meta.dirname, '../..')
const spec = readFileSync(join(root, 'schema/SPEC.md'), 'utf8')
const headings = [...spec.matchAll(/^#{2,6} (B\d+) /gm)].map(([, id]) => id!)
const rules = new Set(headings)

const testFiles = globSync('{schema,engine,tools,components,gateway,shell,blueprints,cli,stories,tests}/**/*.test.{ts,tsx}', { cwd: root })
const texts = testFiles.map(file => [file, readFileSync(join(root, file), 'utf8')] as const)
const fixtures = globSync('tests/fixtures/*/b*.json', { cwd: root }).filter(file => !file.endsWith('.issues.json'))

/** Rule → the files that cite it: `[B12]` in the name of a test, `b12-…` in that of a fixture. */
const proofs = new Map<string, Set<string>>()
const cite = (rule: string, file: string) => proofs.set(rule, (proofs.get(rule) ?? new Set()).add(file))
for (const [file, text] of texts) for (const [, rule] of text.matchAll(/\[(B\d+)\]/g)) cite(rule!, file)
for (const file of fixtures) for (const [, rule] of basename(file).matchAll(/(?<![a-z0-9])b(\d+)(?=-)/g)) cite(`B${rule}`, file)

describe('schema/SPEC.md', () => {
  it('states each rule once, in order', () => {
    expect(rules.size).toBe(headings.length)
    expect(headings).toEqual(headings.toSorted((a, b) => Number(a.slice(1)) - Number(b.slice(1))))
    expect(rules.size).toBeGreaterThan(50)
  })

  it('has a test or a fixture for each rule', () => {
    if (process.env.SPEC_TABLE)
      for (const rule of rules) console.info(`${rule.padEnd(4)} ${[...(proofs.get(rule) ?? ['—'])].map(file => file.replace('tests/fixtures/', '')).join(' ')}`)
    console.info(`${rules.size} rules, cited by ${texts.filter(([, text]) => /\[B\d+\]/.test(text)).length} test files and ${fixtures.length} fixtures`)
    expect([...rules].filter(rule => !proofs.has(rule))).toEqual([])
  })

  it('has a document that shows each rule, and one that breaks it, where a document can', () => {
    const shown = (kinds: readonly string[]) =>
      new Set(
        fixtures.filter(file => kinds.includes(file.split('/')[2]!)).flatMap(file => [...basename(file).matchAll(/b(\d+)(?=-)/g)].map(([, id]) => `B${id}`)),
      )
    const about = (ids: string) => new Set(ids.split(' '))
    const [accepted, refused] = [shown(['valid', 'noted']), shown(['invalid'])]
    // The tree of a formula, streams, going live, shipped apps, edits and identity are no matter of one document.
    const beside = about('B32 B68 B71 B80 B81 B90 B91 B92 B93')
    expect([...rules].filter(rule => !accepted.has(rule) && !beside.has(rule))).toEqual([])
    // Nor can a document break what an engine does whatever it says, or (B5) what is put right; the limits have tests of their own.
    const kept = about('B5 B6 B13 B22 B26 B30 B62 B66 B68 B71 B80 B81 B90 B91 B92 B93')
    expect([...rules].filter(rule => !refused.has(rule) && !kept.has(rule))).toEqual([])
  })

  it('has each rule that a test or a fixture cites', () => {
    expect([...proofs].filter(([rule]) => !rules.has(rule)).map(([rule, files]) => `${rule} in ${[...files].join(', ')}`)).toEqual([])
  })

  it('refers to rules that are there', () => {
    const named = new Set([...spec.matchAll(/\bB\d+\b/g)].map(([id]) => id))
    expect([...named].filter(id => !rules.has(id))).toEqual([])
  })

  const examples = [...spec.matchAll(/^```json\n([\s\S]*?)^```/gm)].map(([, text]) => text!)

  it('shows JSON, in documents and sections that are none but for the names that they leave out', () => {
    expect(examples.length).toBeGreaterThan(10)
    const sections = new Set(Object.keys(documentSchema.properties ?? {}))
    let checked = 0
    for (const example of examples) {
      const { value, fault } = parseJson(example)
      expect(fault, example).toBe(null)
      const whole = Object.hasOwn(value as object, 'blueprint')
      if (!Object.keys(value as object).some(key => sections.has(key))) continue
      checked++
      const issues = checkBlueprint(whole ? value : { blueprint: 1, app: { name: 'Sample' }, view: 'Hello', ...(value as object) })
      const codes = issues.filter(issue => issue.severity === 'error').map(issue => `${issue.code} ${issue.message}`)
      expect(whole ? codes : codes.filter(code => !/^(unknown-name|missing-capability) /.test(code)), example).toEqual([])
    }
    console.info(`${checked} of ${examples.length} examples went through the check`)
  })

  it('[B80] shows an edit that holds', () => {
    const edits = examples.filter(example => example.startsWith('{ "edit"'))
    expect(edits.length).toBeGreaterThan(0)
    const view = { type: 'Stack', children: [{ type: 'TextField', label: 'Draft', bind: 'draft' }] }
    const document: JsonObject = { blueprint: 1, app: { name: 'Sample' }, state: { draft: '' }, view }
    for (const example of edits) {
      const { base } = JSON.parse(example) as { base: string }
      const { issues, document: changed } = applyEdit(document, example, { hash: base })
      expect(issues).toEqual([])
      expect(checkBlueprint(changed)).toEqual([])
    }
  })

  it('names each function of the library, and each name that JavaScript has for one', () => {
    const rule = spec.slice(spec.indexOf('### B31'), spec.indexOf('### B32'))
    const named = new Set([...rule.matchAll(/^- [\w ]+: `([\w\s]+)`$/gm)].flatMap(([, names]) => names!.split(/\s+/)))
    expect([...named].sort()).toEqual([...library.keys()].sort())
    const calls = spec.slice(spec.indexOf('### B24'), spec.indexOf('### B25'))
    expect([...libraryAliases.keys()].filter(alias => !new RegExp(`\\b${alias}\\b`).test(calls))).toEqual([])
  })

  it('names each section, in the order of the schema', () => {
    expect(spec).toContain(`\`${Object.keys(documentSchema.properties ?? {}).join(' ')}\``)
  })

  it('links to what is there', () => {
    const links = [...spec.matchAll(/\]\(([^)#]+)\)/g)].map(([, path]) => path!)
    expect(links.length).toBeGreaterThan(8)
    expect(links.filter(path => !existsSync(join(root, 'schema', path)))).toEqual([])
  })
})

describe('docs/security.md', () => {
  const stated = [...readFileSync(join(root, 'docs/security.md'), 'utf8').matchAll(/^- \*\*(S\d+)\*\* /gm)].map(([, id]) => id!)
  const cited = new Map<string, string>()
  for (const [file, text] of texts) for (const [, id] of text.matchAll(/\[(S\d+)\]/g)) cited.set(id!, file)

  it('states each rule once, each has a test, and no test cites another', () => {
    console.info(`${stated.length} rules of security`)
    expect(stated).toEqual([...new Set(stated)])
    expect(stated.filter(id => !cited.has(id))).toEqual([])
    expect([...cited].filter(([id]) => !stated.includes(id))).toEqual([])
  })
})

describe('limits.json', () => {
  const table = spec.slice(spec.indexOf('## 9 '))
  const stated = new Map([...table.matchAll(/^\| `(\w+)` \| ([\d,]+) /gm)].map(([, name, value]) => [name!, Number(value!.replaceAll(',', ''))]))

  it('is the table of the specification', () => {
    expect(Object.fromEntries(stated)).toEqual(limits)
  })

  it.each(Object.keys(limits))('%s is tested', name => {
    const cited = new RegExp(`\\b${name}\\b`)
    expect(texts.filter(([file, text]) => file !== 'tests/architecture/spec.test.ts' && cited.test(text)).map(([file]) => file)).not.toEqual([])
  })
})
