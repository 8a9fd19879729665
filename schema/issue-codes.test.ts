import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkBlueprint } from './index.ts'
import { exampleDocument } from './issue-codes/entry.ts'
import { issueCodes, issueGroups } from './issue-codes.ts'

const root = join(import.meta.dirname, '..')

/** Codes as the sources write them: in calls of a report, as the `code` of a fault, in a table. */
function codesInSources(): ReadonlySet<string> {
  const codes = new Set<string>()
  for (const file of globSync('schema/{check,formula,json,identity,edit}/**/*.ts', { cwd: root })) {
    if (/\.test\.ts$|library-docs\.ts$/.test(file)) continue
    const text = readFileSync(join(root, file), 'utf8')
    for (const match of text.matchAll(
      /\b(error|note|replace|stop|fail|fault|refuse|reportUnknown)\(\s*(?:[a-z]+, (?:[a-z]+, )?)?'([a-z]+(?:-[a-z]+)*)'|\bcode: '([a-z-]+)'/g,
    )) {
      const code = (match[2] ?? match[3]) as string
      const ofFormula = match[1] === 'stop' || (file.endsWith('check/formulas.ts') && match[3] !== undefined)
      codes.add(ofFormula ? `formula-${code}` : code)
    }
  }
  return codes
}

/** Codes that the expected issues of the fixtures name. */
function codesInFixtures(): ReadonlySet<string> {
  const files = globSync('tests/fixtures/invalid/*.issues.json', { cwd: root })
  return new Set(files.flatMap(file => Array.from(readFileSync(join(root, file), 'utf8').matchAll(/"code": ?"([a-z-]+)"/g), match => match[1] as string)))
}

describe('the table of codes', () => {
  it('has an entry for every code that a source or a fixture writes', () => {
    const written = new Set([...codesInSources(), ...codesInFixtures()])
    expect(written.size).toBeGreaterThan(60)
    expect([...written].filter(code => !issueCodes.has(code))).toEqual([])
  })

  it('has each code once', () => {
    expect(issueGroups.flatMap(group => Object.keys(group.codes)).length).toBe(issueCodes.size)
  })

  it('has no entry for what no source writes', () => {
    const text = globSync('schema/{check,formula,json,identity,edit}/**/*.ts', { cwd: root })
      .map(file => readFileSync(join(root, file), 'utf8'))
      .join('\n')
    const made = (code: string): boolean => [code, code.replace(/^formula-/, '')].some(name => text.includes(`'${name}'`)) || /^unknown-(data|page)$/.test(code)
    expect([...issueCodes.keys()].filter(code => !made(code))).toEqual([])
  })
})

describe('its examples', () => {
  const shown = [...issueCodes].filter(([, entry]) => entry.as !== 'words')

  it('are documents for most', () => expect(shown.length).toBeGreaterThan(50))

  it.each(shown)('%s: the wrong one has the code', (code, { as, wrong }) => {
    const issues = checkBlueprint(exampleDocument(as, wrong))
    expect(issues.map(issue => issue.code)).toContain(code)
  })

  it.each(shown)('%s: the right one is right', (_, { as, right }) => {
    expect(checkBlueprint(exampleDocument(as, right))).toEqual([])
  })
})
