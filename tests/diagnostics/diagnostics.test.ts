import { beforeAll, describe, expect, it } from 'vitest'
import { loadBlueprint } from '../../schema/check/load-blueprint.ts'
import { countAll, type Finding, measure, mutators, type Row } from './measure.ts'
import { issueKey, readSamples } from './samples.ts'

/** `npm run bench:diagnostics` breaks them all; here each way is tried on a few documents. */
const PER_MUTATOR = 6
const seed = Number(process.env.CYANOTYPE_SEED ?? 1)
const samples = await readSamples()

async function sampled(): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for (const [index, mutator] of mutators.entries()) {
    let found = 0
    for (let step = 0; step < samples.length && found < PER_MUTATOR; step += 1) {
      const sample = samples[(index * 7 + step * 11) % samples.length]
      const finding = sample ? await measure(sample, mutator, seed) : null
      if (finding === null) continue
      findings.push(finding)
      found += 1
    }
  }
  return findings
}

describe(`broken documents (CYANOTYPE_SEED=${seed})`, () => {
  let findings: readonly Finding[] = []
  let all: Row
  beforeAll(async () => {
    findings = await sampled()
    all = countAll('all', findings)
  }, 120_000)

  it('are many, of many kinds', () => {
    expect(mutators.length).toBeGreaterThanOrEqual(100)
    expect(new Set(mutators.map(({ name }) => name)).size).toBe(mutators.length)
    expect(all.count).toBeGreaterThan(300)
  })

  it('[B3] are found', () => expect(all.caught / all.count).toBeGreaterThanOrEqual(0.98))

  it('[B3] are found where they were broken', () => expect(all.placed / all.count).toBeGreaterThanOrEqual(0.95))

  it('[B5] are restored by the fixes that the issues carry', () => expect(all.restored / all.count).toBeGreaterThanOrEqual(0.7))

  it('have issues with a place in their text, a sentence and a code', () => {
    for (const { mutant, issues, mutator } of findings) {
      const lines = mutant.text.split('\n')
      for (const issue of issues) {
        const line = lines[issue.line - 1]
        expect([mutator, issue.code, line !== undefined && issue.column >= 1 && issue.column <= line.length + 1]).toEqual([mutator, issue.code, true])
        expect(issue.message).toMatch(/[.?)…]$/)
        expect(issue.code).toMatch(/^[a-z]+(-[a-z]+)*$/)
      }
    }
  })

  it('have few issues for one break: what hangs on a slip is not told once more for each use', () => {
    const counts = findings.map(({ issues }) => issues.length).toSorted((a, b) => a - b)
    expect(counts[Math.floor(counts.length / 2)]).toBe(1)
    expect(counts[Math.floor(counts.length * 0.9)]).toBeLessThanOrEqual(4)
  })
})

describe('documents that nobody broke', () => {
  it('say the same of themselves once formatted', () => {
    for (const sample of samples) {
      const { document, issues } = loadBlueprint(sample.text)
      expect([sample.name, document]).toEqual([sample.name, sample.document])
      expect(new Set(issues.map(issueKey))).toEqual(sample.known)
    }
  })
})
