/** Whatever is fed to the checker, it says what is wrong and where: it never throws, hangs or points nowhere. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadBlueprint } from '../../schema/check/load-blueprint.ts'
import { corpus } from '../corpus.ts'
import { createChance } from '../diagnostics/chance.ts'
import { breakText } from './break-text.ts'
import type { Campaign, CampaignOptions, CampaignResult } from './campaign.ts'
import { examine } from './examine.ts'
import { hostileTexts } from './hostile-texts.ts'

export interface Amount {
  /** Of the texts that take long, each how many-th is tried. */
  readonly hostileStep: number
  readonly mutations: number
  /** Beginnings of the samples; there are as many as they have characters. */
  readonly prefixes: number
}

/** Texts of real blueprints, by name. */
export function sampleTexts(): readonly (readonly [string, string])[] {
  const root = join(import.meta.dirname, '../..')
  return ['tests/fixtures/valid', 'tests/fixtures/noted', 'tests/fixtures/invalid', 'blueprints/apps', 'tests/recordings'].flatMap(folder =>
    readdirSync(join(root, folder))
      .filter(name => name.endsWith('.json') && !name.endsWith('.issues.json'))
      .map(name => [`${folder}/${name}`, readFileSync(join(root, folder, name), 'utf8')] as const),
  )
}

/** Examines texts of all kinds; each kind has a third of the time, and ends when all of it is done. */
export async function tryBadInput({ seed, seconds }: CampaignOptions, { hostileStep, mutations, prefixes }: Amount): Promise<CampaignResult> {
  const counts: Record<string, number> = {}
  const failures: string[] = []
  const slow: { readonly name: string; readonly milliseconds: number }[] = []
  let end = performance.now()
  const isOver = (): boolean => performance.now() > end
  const one = async (kind: string, name: string, text: string): Promise<void> => {
    const started = performance.now()
    const fault = examine(text)
    counts[kind] = (counts[kind] ?? 0) + 1
    slow.push({ name: `${kind}: ${name}`, milliseconds: performance.now() - started })
    if (slow.length > 1000) slow.splice(0, slow.length, ...slowest(slow))
    if (fault !== null && failures.length < 20) failures.push(`${kind}: ${name}: ${fault}`)
    // A test runner that waits for a sign of life gets one.
    if ((counts[kind] as number) % 500 === 0) await new Promise(resolve => setImmediate(resolve))
  }

  for (const [name, text] of refused()) {
    if (!loadBlueprint(text).issues.some(({ severity }) => severity === 'error')) failures.push(`JSONTestSuite ${name} is not refused`)
    await one('JSONTestSuite', name, text)
  }
  end = performance.now() + (seconds * 1000) / 3
  for (const [index, [name, text]] of [...hostileTexts].entries()) if (index % hostileStep === 0 && !isOver()) await one('hostile', name, text)
  const samples = sampleTexts()
  const chance = createChance(seed)
  end = performance.now() + (seconds * 1000) / 3
  for (let count = 0; count < mutations && !isOver(); count += 1) {
    const [name, text] = chance.pick(samples) as readonly [string, string]
    await one('mutation', `${name}, number ${count} of seed ${seed}`, breakText(text, chance))
  }
  end = performance.now() + (seconds * 1000) / 3
  for (const [name, text] of prefixesOf(samples, chance.below(STRIDE), prefixes)) if (!isOver()) await one('prefix', `${name} to ${text.length}`, text)
  const remarks = slowest(slow).map(({ name, milliseconds }) => `${Math.round(milliseconds)} ms for the three readings of ${name}`)
  return { counts, failures, remarks }
}

/** A prime: going round in steps of it comes by every place before it comes by one again. */
const STRIDE = 1_000_003

/** So many beginnings, spread over all samples; each is there once where there are no more than that. */
function* prefixesOf(samples: readonly (readonly [string, string])[], start: number, most: number): Iterable<readonly [string, string]> {
  const total = samples.reduce((sum, [, text]) => sum + text.length, 0)
  for (let count = 0; count < Math.min(most, total); count += 1) {
    let at = (start + count * STRIDE) % total
    for (const [name, text] of samples) {
      if (at < text.length) {
        yield [name, text.slice(0, at)]
        break
      }
      at -= text.length
    }
  }
}

const slowest = (cases: readonly { readonly name: string; readonly milliseconds: number }[]) =>
  cases.toSorted((a, b) => b.milliseconds - a.milliseconds).slice(0, 5)

/** What a JSON parser must refuse, by the JSONTestSuite. */
function refused(): readonly (readonly [string, string])[] {
  const folder = corpus('json-test-suite')
  if (folder === null) return []
  const files = join(folder, 'test_parsing')
  return readdirSync(files)
    .filter(name => name.startsWith('n_'))
    .map(name => [name, readFileSync(join(files, name), 'utf8')] as const)
}

export const badInput: Campaign = {
  name: 'bad-input',
  run: options => tryBadInput(options, { hostileStep: 1, mutations: 10_000, prefixes: Number.POSITIVE_INFINITY }),
}
