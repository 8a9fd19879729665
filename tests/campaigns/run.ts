/**
 * `npm run campaigns`: random and exhaustive trials that are too long for `npm test`.
 *
 *   npm run campaigns -- --seconds 60 --only bad-input
 *
 * `--seconds` is for each campaign. `CYANOTYPE_SEED` has a run again. Exits 1 where a law does not hold, or where a
 * campaign does not end: what is tried has to return, so one that is four times over its time hangs.
 */
import { parseArgs } from 'node:util'
import { randomSeed } from '../random-seed.ts'
import { badInput } from './bad-input.ts'
import type { Campaign, CampaignOptions } from './campaign.ts'
import { fuzzFormulas } from './fuzz-formulas.ts'
import { payloadsInBrowser } from './payloads.ts'

const campaigns: readonly Campaign[] = [badInput, fuzzFormulas, payloadsInBrowser]

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '60' }, only: { type: 'string' } } })
const seconds = Number(values.seconds)
const chosen = campaigns.filter(({ name }) => values.only === undefined || name === values.only)
if (!(seconds > 0)) throw new RangeError(`--seconds is a number above 0, not ${values.seconds}.`)
if (chosen.length === 0) throw new RangeError(`There is no campaign ${values.only}: there are ${campaigns.map(({ name }) => name).join(', ')}.`)

const seed = randomSeed()
let failed = 0
for (const campaign of chosen) failed += await run(campaign, { seed, seconds })
console.log(failed === 0 ? '\nAll laws hold.' : `\n${failed} found. CYANOTYPE_SEED=${seed} finds them again.`)
process.exitCode = failed === 0 ? 0 : 1

async function run({ name, run: start }: Campaign, options: CampaignOptions): Promise<number> {
  console.log(`\n— ${name}, for at most ${options.seconds} s`)
  const started = performance.now()
  const { counts, failures, remarks = [] } = await start(options)
  const took = Math.round((performance.now() - started) / 1000)
  console.log(
    `${Object.entries(counts)
      .map(([what, count]) => `${count} × ${what}`)
      .join(', ')}; ${took} s`,
  )
  for (const remark of remarks) console.log(`  ${remark}`)
  for (const failure of failures) console.error(`  FAILED ${failure}`)
  return failures.length + (took > 4 * options.seconds + 60 ? 1 : 0)
}
