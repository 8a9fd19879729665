import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Issue } from '../issue.ts'
import { parseJson } from '../json/parse-json.ts'
import { applyFix } from './apply-fix.ts'
import { checkBlueprint, loadBlueprint } from './load.ts'

const folder = join(import.meta.dirname, '../../tests/fixtures')
const names = (kind: string): string[] =>
  readdirSync(join(folder, kind))
    .filter(name => name.endsWith('.json') && !name.endsWith('.issues.json'))
    .map(name => name.slice(0, -'.json'.length))
const read = (kind: string, name: string): string => readFileSync(join(folder, kind, `${name}.json`), 'utf8')

/** What a fixture pins down: all but the wording. */
const facts = ({ code, severity, at, line, column, suggestion, fix }: Issue): object => ({
  code,
  severity,
  at,
  line,
  column,
  ...(suggestion !== undefined && { suggestion }),
  ...(fix && { fix: fix.title }),
})

describe('valid documents', () => {
  it.each(names('valid'))('%s has no error', name => {
    const { document, issues } = loadBlueprint(read('valid', name))
    expect(issues.filter(issue => issue.severity === 'error')).toEqual([])
    expect(document).not.toBe(null)
  })

  it.each(names('valid'))('[B5] %s, once put right, is left as it is', name => {
    const { document } = loadBlueprint(read('valid', name))
    const again = loadBlueprint(document)
    expect(again.document).toEqual(document)
    expect(again.issues.filter(issue => issue.fix)).toEqual([])
  })
})

describe('invalid documents', () => {
  it.each(names('invalid'))('%s has the issues that are written beside it', name => {
    const expected = JSON.parse(read('invalid', `${name}.issues`)) as unknown
    expect(checkBlueprint(read('invalid', name)).map(facts)).toEqual(expected)
  })

  it.each(names('invalid'))('%s: each fix resolves its issue', name => {
    const text = read('invalid', name)
    const { value } = parseJson(text)
    const { document, issues } = loadBlueprint(text)
    for (const issue of issues.filter(found => found.fix)) {
      // A note of what was put right speaks of what was written, everything else of the document as it counts.
      const base = issue.severity === 'note' && issue.code !== 'escaped-hole' && issue.code !== 'not-computed' ? value : document
      const mended = checkBlueprint(applyFix(base ?? null, issue.fix!))
      expect(mended.filter(other => other.code === issue.code && other.at === issue.at && other.message === issue.message)).toEqual([])
    }
  })

  it('there are at least 25 of them, and each message ends a sentence', () => {
    expect(names('invalid').length).toBeGreaterThanOrEqual(25)
    for (const name of names('invalid')) for (const issue of checkBlueprint(read('invalid', name))) expect(issue.message).toMatch(/[.?)]$/)
  })
})
