/**
 * `npm run bench`: measures the engine beside hand-written React in one run and prints one table; ends with 1 where a
 * row is over its bar. `--quick` takes a minute and says less. With `PEER_BENCH`, the path of an installed copy of the
 * peers' harness, its rows stand in the same table.
 */
import { cpus } from 'node:os'
import { openBench } from './browser.ts'
import { type Effort, isOver, type Row } from './row.ts'
import { measureRows } from './rows.ts'

const quick = process.argv.includes('--quick')
const effort: Effort = quick ? { rounds: 1, components: [200, 1000] } : { rounds: 5, components: [200, 1000, 2500, 5000] }

const bench = await openBench()
const rows: Row[] = []
try {
  const cores = cpus()
  console.log(
    `${new Date().toISOString().slice(0, 10)}, ${cores.length} × ${cores[0]?.model.trim()}, Node ${process.versions.node}, Chromium ${bench.version}\n`,
  )
  console.log('| what | measured | ratio or value | bar | |\n|---|---|---:|---:|---|')
  for await (const row of measureRows(bench, effort, process.env.PEER_BENCH ?? null)) {
    rows.push(row)
    console.log(`| ${row.what} | ${row.measured} | ${row.value.toFixed(2)} | ${row.bar ?? '–'} | ${verdict(row)} |`)
  }
} finally {
  await bench.close()
}
const over = rows.filter(isOver)
console.log(over.length === 0 ? '\nEvery row is at or under its bar.' : `\n${over.length} of ${rows.length} rows are over their bar:`)
for (const { what, value, bar } of over) console.log(`  ${what}: ${value.toFixed(2)}, bar ${bar}`)
process.exitCode = over.length === 0 ? 0 : 1

function verdict(row: Row): string {
  return row.bar === null ? '' : isOver(row) ? 'over' : 'ok'
}
