/**
 * `npm run bench:diagnostics`: breaks every valid document in every way of the mutators, and tells how many breaks the check finds,
 * at the right place, and with fixes that give the document back. Exits 1 below the bars.
 *
 * `CYANOTYPE_SEED` sets the seed, `--rounds N` how often each document is broken in each way, `--show NAME` prints what became of one mutator's breaks.
 */
import { parseArgs } from 'node:util'
import { countAll, countByMutator, type Finding, measure, mutators, type Row } from './measure.ts'
import { readSamples } from './samples.ts'

const bars = { caught: 0.98, placed: 0.95, restored: 0.7 }
/** Fewer breaks than this say too little. */
const LEAST = 2000

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '2' }, show: { type: 'string' }, samples: { type: 'string', default: '' } } })
const seed = Number(process.env.CYANOTYPE_SEED ?? 1)
const samples = (await readSamples()).filter(sample => sample.name.includes(values.samples))
const findings: Finding[] = []
const seen = new Set<string>()
for (const mutator of mutators) {
  if (values.show !== undefined && !mutator.name.includes(values.show)) continue
  for (const sample of samples)
    for (let round = 0; round < Number(values.rounds); round += 1) {
      const finding = await measure(sample, mutator, seed + round)
      if (finding === null || seen.has(finding.mutant.text)) continue
      seen.add(finding.mutant.text)
      findings.push(finding)
      if (values.show !== undefined) show(finding)
    }
}

const percent = (part: number, of: number): string => `${of === 0 ? '-' : ((part / of) * 100).toFixed(1)}`.padStart(6)
const line = ({ name, count, caught, placed, restored }: Row): string =>
  `${name.padEnd(44)} ${String(count).padStart(5)} ${percent(caught, count)} ${percent(placed, count)} ${percent(restored, count)}`
const all = countAll('all', findings)
console.log(
  `${'broken'.padEnd(44)} ${'times'.padStart(5)} caught  place  restored, in percent (seed ${seed}, ${samples.length} documents, ${mutators.length} ways)`,
)
for (const row of countByMutator(findings)) console.log(line(row))
console.log(line(all))

const below = (['caught', 'placed', 'restored'] as const).filter(what => all[what] < bars[what] * all.count)
if (values.show === undefined && all.count < LEAST) below.push(`fewer than ${LEAST} breaks` as never)
console.log(below.length === 0 ? 'All bars are met: 98 % caught, 95 % at the right place, 70 % restored.' : `Below the bar: ${below.join(', ')}.`)
process.exitCode = below.length === 0 ? 0 : 1

function show({ sample, mutant, issues, caught, placed, restored }: Finding): void {
  if (caught && placed && restored) return
  const where =
    'pointers' in mutant.place
      ? mutant.place.pointers.slice(0, 3).join(' ')
      : JSON.stringify(mutant.text.slice(Math.max(0, mutant.place.offset - 30), mutant.place.offset + 30))
  console.log(`\n${sample} ${caught ? '' : 'NOT CAUGHT '}${placed ? '' : 'ELSEWHERE '}${restored ? '' : 'NOT RESTORED'}\n  broken at ${where}`)
  for (const issue of issues.slice(0, 5))
    console.log(`  ${issue.severity} ${issue.code} ${issue.at} (${issue.line}:${issue.column}): ${issue.message}${issue.fix ? ` [${issue.fix.title}]` : ''}`)
}
