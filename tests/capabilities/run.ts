/** `npm run audit:capabilities`: the least set of capabilities of each shipped app, and the test that proves each of them. */
import { shippedApps } from '../../blueprints/index.ts'
import { withRunner } from '../../cli/with-runner.ts'
import { capabilityWords } from '../../schema/capability-words.ts'
import { leastSet } from './least-set.ts'

const unproved = await withRunner(async runner => {
  const without: string[] = []
  for (const { id, document } of shippedApps) {
    console.log(`\n${id}`)
    const proved = await leastSet(document, (tested, withheld) => runner.run(tested, () => {}, withheld))
    if (proved.length === 0) console.log('  needs nothing outside its own window')
    for (const { capability, test } of proved) {
      console.log(`  ${capability.padEnd(28)} ${capabilityWords(capability).title}`)
      console.log(`  ${''.padEnd(28)} ${test === null ? '✗ no test fails without it' : `fails without it: ${test}`}`)
      if (test === null) without.push(`${id} ${capability}`)
    }
  }
  return without
})
console.log(unproved.length === 0 ? '\nEvery capability has a test that fails without it.' : `\nWithout such a test: ${unproved.join(', ')}.`)
process.exitCode = unproved.length === 0 ? 0 : 1
