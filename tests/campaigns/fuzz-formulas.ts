/** Whatever stands in a formula, it parses or says where not, passes the check or not, and gives plain data within its bounds; and it means what its text says. */
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { compileFormula } from '../../engine/formula/compile.ts'
import type { FormulaEnv, FormulaFault } from '../../engine/formula/contract.ts'
import { inJavaScript } from '../../engine/formula/in-javascript.ts'
import { sharedData, sharedFormula } from '../../engine/formula/shared-arbitrary.ts'
import { testEnv } from '../../engine/formula/test-env.ts'
import schema from '../../schema/expression.schema.json' with { type: 'json' }
import { checkFormula, type TypeScope } from '../../schema/formula/check.ts'
import { type Expression, stripOffsets } from '../../schema/formula/expression.ts'
import { libraryDocs } from '../../schema/formula/library-docs.ts'
import { parseFormula } from '../../schema/formula/parse.ts'
import { candidatesFor } from '../../schema/formula/repair-candidates.ts'
import { treeArbitrary } from '../../schema/formula/tree-arbitrary.ts'
import { treeToFormula } from '../../schema/formula/tree-to-formula.ts'
import { parseType, type Type } from '../../schema/formula/types.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { LIMITS } from '../../schema/limits.ts'
import type { Campaign, CampaignOptions, CampaignResult } from './campaign.ts'

const isTree = new Ajv2020({ allowUnionTypes: true }).compile(schema)

/** Names that formulas of any kind find something under. */
const DATA: JsonObject = {
  a: 3,
  b: -0.5,
  s: 'text',
  xs: [3, 1, 2, null],
  rows: [
    { n: 1, s: 'x', tags: ['p'], due: '2026-02-03' },
    { n: 2, s: '', tags: [], due: null },
  ],
  r: { a: 1, b: { c: [1, 2] } },
  none: null,
  yes: true,
  long: 'ab '.repeat(2_000),
  big: Array.from({ length: 1_000 }, (_, i) => i),
}
const SCOPE: TypeScope = {
  names: new Map(
    Object.entries({
      a: 'number',
      b: 'number?',
      s: 'text',
      xs: ['number?'],
      rows: [{ n: 'number', s: 'text', tags: ['text'], due: 'date?' }],
      r: { a: 'number', b: { c: ['number'] } },
      none: 'any',
      yes: 'bool',
      long: 'text',
      big: ['number'],
    }).map(([name, json]) => {
      const parsed = parseType(json)
      if (!parsed.ok) throw new RangeError(parsed.message)
      return [name, parsed.type] as [string, Type]
    }),
  ),
}

/** What is cut from formulas and put into others. */
const WORDS =
  "( ) [ ] { } , . ?. ? : ! - + * / % < <= == != && || ?? => ... in ' \" ` ${ } \\ 0 1 -1 1e308 .5 'a' '' null true a b s xs rows r none long big x y i length n tags __proto__ constructor toString prototype = ; new this typeof // /* \n \u2028 😀 x=> (x,i)=>".split(
    ' ',
  )

const seeds: readonly string[] = [
  ...[...libraryDocs.values()].map(doc => doc.example),
  'rows.filter(t => !t.done).length',
  'rows.map((row, i) => ({ ...row, n: i, [row.s]: `${row.n}-${i}` }))',
  "with(group(rows, 's'), g => g.map(x => x.value.length))",
  'xs.reduce((sum, x) => sum + (x ?? 0), 0) / count(xs)',
  'big.map(x => big.map(y => x * y).length)',
  "range(40).reduce((s, i) => s + s, 'xx')",
  'big.flatMap(x => [x, x, x])',
  "r?.b?.c?.[0] ?? 'none'",
]

export async function tryFormulas({ seed, seconds }: CampaignOptions): Promise<CampaignResult> {
  const end = performance.now() + seconds * 1000
  const counts: Record<string, number> = {}
  const failures: string[] = []
  let slowest = { milliseconds: 0, text: '' }
  const count = (what: string) => {
    counts[what] = (counts[what] ?? 0) + 1
  }
  const attempt = (text: string, law: () => string | null): void => {
    const begun = performance.now()
    let broken: string | null
    try {
      broken = law()
    } catch (error) {
      broken = `threw ${error instanceof Error ? error.message : String(error)}`
    }
    const milliseconds = performance.now() - begun
    if (milliseconds > slowest.milliseconds) slowest = { milliseconds, text }
    if (broken !== null && failures.length < 20) failures.push(`${JSON.stringify(text)}: ${broken}`)
  }
  for (let round = 0; performance.now() < end && failures.length < 20; round += 1) {
    const options = { seed: seed + round, numRuns: 200 }
    for (const tree of fc.sample(treeArbitrary(), options)) {
      count('trees')
      attempt(treeToFormula(tree), () => lawsOfTree(tree))
    }
    for (const [tree, data] of fc.sample(fc.tuple(sharedFormula(), sharedData()), options)) {
      count('against JavaScript')
      const text = treeToFormula(tree)
      attempt(text, () => lawsOfText(text) ?? sameAsJavaScript(text, data))
    }
    for (const text of fc.sample(mutated(), { ...options, numRuns: 600 })) {
      count(parseFormula(text).ok ? 'mutants that parse' : 'mutants that do not')
      attempt(text, () => lawsOfText(text))
    }
    // A runner that waits for a sign of life gets one.
    await new Promise(resolve => setImmediate(resolve))
  }
  return { counts, failures, remarks: [`${slowest.milliseconds.toFixed(0)} ms for all laws of ${slowest.text.slice(0, 120)}`] }
}

/** Formulas with some of their words changed, left out, doubled, put elsewhere or taken from others. */
function mutated(): fc.Arbitrary<string> {
  const word = fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...WORDS) }, { weight: 1, arbitrary: fc.string({ maxLength: 4, unit: 'binary' }) })
  const change = fc.tuple(fc.nat(), fc.nat(4), word)
  return fc.tuple(fc.constantFrom(...seeds), fc.constantFrom(...seeds), fc.array(change, { maxLength: 6 })).map(([one, other, changes]) => {
    const words = one.match(/\w+|\s+|=>|[=!<>]=+|&&|\|\||\?\?|./gsu) ?? []
    const more = other.match(/\w+|\s+|./gsu) ?? []
    for (const [at, kind, by] of changes) {
      const place = at % (words.length + 1)
      if (kind === 0) words.splice(place, 1)
      else if (kind === 1) words.splice(place, 0, by)
      else if (kind === 2) words.splice(place, 1, by)
      else if (kind === 3) words.splice(place, 0, ...words.slice(place, place + 3))
      else words.splice(place, 1, ...more.slice(at % (more.length + 1), (at % (more.length + 1)) + 4))
    }
    return words.join('')
  })
}

/** What is wrong with how a text is read, checked and computed; null where nothing is. */
function lawsOfText(text: string): string | null {
  const parsed = parseFormula(text)
  if (parsed.ok) return lawsOfTree(stripOffsets(parsed.tree)) ?? lawsOfPlaces(text, parsed.tree)
  for (const fault of parsed.faults) {
    if (fault.message === '' || !(fault.from >= 0) || fault.to < fault.from || fault.to > text.length) return `its fault has no place: ${JSON.stringify(fault)}`
    if (candidatesFor(text, fault, 0).some(candidate => candidate.text === text)) return 'a repair changes nothing'
  }
  return parsed.faults.length === 0 ? 'it is refused without a fault' : null
}

function lawsOfPlaces(text: string, tree: Expression): string | null {
  for (const issue of checkFormula(tree, SCOPE).issues)
    if (issue.message === '' || issue.from < 0 || issue.to < issue.from || issue.to > text.length) return `an issue has no place: ${JSON.stringify(issue)}`
  return null
}

function lawsOfTree(tree: Expression): string | null {
  if (!isTree(tree)) return `its tree is not of the schema: ${JSON.stringify(isTree.errors?.[0])}`
  checkFormula(tree, SCOPE)
  const text = treeToFormula(tree)
  const again = parseFormula(text)
  if (!again.ok) return /^too-(deep|long)$/.test(again.faults[0]?.code ?? '') ? lawsOfValue(tree, null) : `printed as ${text}, which does not parse`
  if (JSON.stringify(stripOffsets(again.tree)) !== JSON.stringify(tree)) return `printed as ${text}, which is another formula`
  return lawsOfValue(tree, stripOffsets(again.tree))
}

/** What is wrong with what a tree computes; `again` is the same tree by way of its text. */
function lawsOfValue(tree: Expression, again: Expression | null): string | null {
  const env = environment()
  const value = compileFormula(tree)(env)
  if (!isPlain(value)) return 'it gives what is no plain data'
  const wrong = env.faults.find(fault => fault.code === 'internal' || fault.message === '')
  if (wrong !== undefined) return `it fails: ${wrong.message}`
  if (env.meter.lambdaCalls > LIMITS.lambdaCalls * 2) return `it spends ${env.meter.lambdaCalls} calls`
  if (env.meter.textMade > LIMITS.evaluationCharacters * 2 && !env.faults.some(fault => fault.code === 'too-much-text'))
    return `it makes ${env.meter.textMade} characters`
  if (again === null) return null
  const second = JSON.stringify(compileFormula(again)(environment()))
  return second === JSON.stringify(value) ? null : `it gives ${JSON.stringify(value)}, and printed and read again ${second}`
}

function environment(): FormulaEnv & { readonly faults: readonly FormulaFault[] } {
  return testEnv(DATA)
}

function sameAsJavaScript(text: string, data: JsonObject): string | null {
  const parsed = parseFormula(text)
  if (!parsed.ok) return null
  const ours = JSON.stringify(compileFormula(parsed.tree)(testEnv(data)))
  const theirs = JSON.stringify(inJavaScript(text, data))
  return ours === theirs ? null : `it gives ${ours}, in JavaScript ${theirs}, for ${JSON.stringify(data)}`
}

/** Data and nothing else: no prototype of its own, nothing that can be called. */
function isPlain(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)
  const prototype: unknown = Object.getPrototypeOf(value)
  return (prototype === Array.prototype || prototype === Object.prototype) && Object.values(value).every(inner => isPlain(inner as Json))
}

export const fuzzFormulas: Campaign = { name: 'fuzz-formulas', run: tryFormulas }
