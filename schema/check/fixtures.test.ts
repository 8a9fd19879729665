/**
 * The fixtures of the language: `valid` documents have nothing to be said about, `noted` ones run and
 * are told something, `invalid` ones are refused. Beside the latter two stands what is said; `-u`
 * writes that anew, for a reader to compare. A fixture's name begins with the rules that it is about.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Issue } from '../issue.ts'
import { editCodes } from '../issue-codes/edits.ts'
import { linkCodes } from '../issue-codes/links.ts'
import { issueCodes } from '../issue-codes.ts'
import { parseJson } from '../json/parse-json.ts'
import { applyFix } from './apply-fix.ts'
import { applyFixToText } from './apply-fix-to-text.ts'
import { checkBlueprint, loadBlueprint } from './load-blueprint.ts'

const folder = join(import.meta.dirname, '../../tests/fixtures')
const kinds = ['valid', 'noted', 'invalid'] as const
const names = (kind: string): string[] =>
  readdirSync(join(folder, kind))
    .filter(name => name.endsWith('.json') && !name.endsWith('.issues.json'))
    .map(name => name.slice(0, -'.json'.length))
const read = (kind: string, name: string): string => readFileSync(join(folder, kind, `${name}.json`), 'utf8')
const beside = (kind: string, name: string): string => join(folder, kind, `${name}.issues.json`)

/** What a fixture pins down, as it is written: all but the wording. */
const written = (issues: readonly Issue[]): string => `[\n${issues.map(issue => `  ${JSON.stringify(facts(issue))}`).join(',\n')}\n]\n`
const facts = ({ code, severity, at, line, column, suggestion, fix }: Issue): object => ({
  code,
  severity,
  at,
  line,
  column,
  ...(suggestion !== undefined && { suggestion }),
  ...(fix && { fix: fix.title }),
})

/** The slips that are put right (B5). */
const slips: ReadonlySet<string> = new Set(
  'bare-formula bare-lambda bare-path one-child quoted-value raw-line-break renamed short-entry version-added'.split(' '),
)

const isOfTheText = ({ fix }: Issue): boolean => fix?.edits.some(edit => 'offset' in edit) ?? false

/** What the check put right or left out: place and fix are those of the document as it was written. */
const isPutRight = (issue: Issue): boolean => slips.has(issue.code) || issue.code === 'unused-capability' || isOfTheText(issue)

/** The text after the fix of one of its issues, or the document. */
function mended(text: string, issue: Issue): unknown {
  if (isOfTheText(issue)) return applyFixToText(text, issue.fix!)
  return applyFix((isPutRight(issue) ? parseJson(text).value : loadBlueprint(text).document) ?? null, issue.fix!)
}

describe('valid documents', () => {
  it.each(names('valid'))('%s has no issue, wherever it comes from, and is left as it is', name => {
    const text = read('valid', name)
    for (const trusted of [true, false]) {
      const { document, issues } = loadBlueprint(text, { trusted })
      expect(issues).toEqual([])
      expect(document).toEqual(parseJson(text).value)
    }
  })
})

describe('noted documents', () => {
  it.each(names('noted'))('%s runs, and what is said is written beside it', async name => {
    const { document, issues } = loadBlueprint(read('noted', name))
    expect(document).not.toBe(null)
    expect(issues.length).toBeGreaterThan(0)
    expect(issues.filter(issue => issue.severity === 'error')).toEqual([])
    await expect(written(issues)).toMatchFileSnapshot(beside('noted', name))
  })

  it.each(names('noted'))('[B5] %s, once put right, is left as it is', name => {
    const { document, issues } = loadBlueprint(read('noted', name))
    const again = loadBlueprint(document)
    expect(again.document).toEqual(document)
    expect(again.issues.filter(issue => slips.has(issue.code))).toEqual([])
    expect(again.issues.length).toBe(issues.filter(issue => !isPutRight(issue)).length)
  })

  it('[B5] a document that comes from elsewhere is checked as it is', () => {
    for (const name of names('noted').filter(name => name.startsWith('b5-'))) {
      const text = read('noted', name)
      const { document, issues } = loadBlueprint(text, { trusted: false })
      const { value, fault } = parseJson(text)
      expect(document, name).toEqual(fault === null ? value : null)
      expect(
        issues.some(issue => issue.severity === 'error'),
        name,
      ).toBe(true)
    }
  })
})

describe('invalid documents', () => {
  it.each(names('invalid'))('%s is refused, for what is written beside it', async name => {
    const issues = checkBlueprint(read('invalid', name))
    expect(issues.some(issue => issue.severity === 'error')).toBe(true)
    await expect(written(issues)).toMatchFileSnapshot(beside('invalid', name))
  })
})

describe('fixes', () => {
  const fixable = (['noted', 'invalid'] as const).flatMap(kind =>
    names(kind).flatMap(name => (checkBlueprint(read(kind, name)).some(issue => issue.fix) ? [[kind, name] as const] : [])),
  )
  it.each(fixable)('%s/%s: each fix resolves its issue', (kind, name) => {
    const text = read(kind, name)
    for (const issue of checkBlueprint(text).filter(found => found.fix)) {
      const left = checkBlueprint(mended(text, issue)).filter(other => other.code === issue.code && other.at === issue.at && other.message === issue.message)
      expect(left, issue.fix!.title).toEqual([])
    }
  })
})

describe('what is said', () => {
  const all = kinds.flatMap(kind => names(kind).flatMap(name => checkBlueprint(read(kind, name))))

  it('ends a sentence, and stands somewhere', () => {
    for (const { message, line, column } of all) {
      expect(message).toMatch(/[.?)…]$/)
      expect(Math.min(line, column)).toBeGreaterThanOrEqual(1)
    }
  })

  /** Codes that no blueprint's text can have, or only one that is too long to be written down here. */
  const elsewhere: ReadonlySet<string> = new Set(['not-json', 'too-deep', 'too-long', 'too-many', 'too-many-issues'])

  it('has each code of the language in some fixture', () => {
    const seen = new Set(all.map(issue => issue.code))
    const ofTheDocument = [...issueCodes.keys()].filter(code => !Object.hasOwn(linkCodes, code) && !Object.hasOwn(editCodes, code) && !elsewhere.has(code))
    console.info(`${seen.size} codes in ${kinds.map(kind => `${names(kind).length} ${kind}`).join(', ')} fixtures`)
    expect(ofTheDocument.filter(code => !seen.has(code))).toEqual([])
  })
})
