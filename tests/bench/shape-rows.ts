/** Rows of other shapes than a flat one: deep nesting, parts in parts, a long repeat, a dashboard. Each says what twice as much costs. */
import type { Bench } from './browser.ts'
import type { StreamRun } from './page/index.ts'
import { doubling, inTurn, median, quickest, type Row, ratio } from './row.ts'

export async function* shapeRows(bench: Bench, rounds: number): AsyncGenerator<Row> {
  const stream = (shape: StreamRun['shape']) => async (components: number) =>
    (await bench.run('stream', { engine: 'cyanotype', shape, components, mode: 'frame' })).cpu
  yield doubled('stream 2,000 and 4,000 components, 28 deep', await inTurn(rounds, [2000, 4000], stream('deep')))
  yield doubled('stream 2,000 and 4,000 components in parts, 40 deep', await inTurn(rounds, [2000, 4000], stream('parts')))

  const mount = async ({ engine, count }: { readonly engine: string; readonly count: number }) =>
    quickest((await bench.run('mount', { engine, count })).result.times)
  const [beside = 0, once = 0, twice = 0] = await inTurn(
    rounds,
    [
      { engine: 'mapped', count: 5000 },
      { engine: 'cyanotype', count: 2500 },
      { engine: 'cyanotype', count: 5000 },
    ],
    mount,
    quickest,
  )
  yield ratio('first draw of 5,000 records with three formulas each, beside a map in React', twice, beside, null)
  yield doubling('first draw of 2,500 and 5,000 records with three formulas each', once, twice)
  for (const what of ['append', 'change'] as const) {
    const rows = async (count: number) => median((await bench.run('rows', { count, what })).result.times)
    yield doubled(`${what} one of 2,500 and 5,000 records drawn with three formulas each`, await inTurn(rounds, [2500, 5000], rows))
  }
  const derived = async (count: number) => median((await bench.run('derived', { count, what: 'record' })).result.times)
  yield doubled('change one of 1,000 and 2,000 records under 30 derived values', await inTurn(rounds, [1000, 2000], derived))
}

function doubled(what: string, [once = Number.NaN, twice = Number.NaN]: readonly number[]): Row {
  return doubling(what, once, twice)
}
