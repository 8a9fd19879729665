/** The rows of the table: what is measured, beside what, and the bar that it has to stay under. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { encode } from 'gpt-tokenizer/encoding/o200k_base'
import { systemPrompt } from '../../schema/generated/prompt.ts'
import { createJsonParser } from '../../schema/json/push-parser.ts'
import type { Bench } from './browser.ts'
import { flatApp, toBlueprint } from './documents.ts'
import type { StreamRun } from './page/index.ts'
import { peerRows } from './peer-rows.ts'
import { doubling, type Effort, inTurn, median, milliseconds, quickest, type Row, ratio } from './row.ts'
import { shapeRows } from './shape-rows.ts'

/** `peers` is the folder of an installed copy of the peers' harness, or null. */
export async function* measureRows(bench: Bench, effort: Effort, peers: string | null): AsyncGenerator<Row> {
  const { rounds, components } = effort
  yield* parseRows(rounds)
  const alone = new Map<number, number>()
  for (const count of components)
    for (const mode of ['piece', 'frame'] as const) {
      const { cyanotype, lines } = await streamed(bench, rounds, count, mode)
      if (mode === 'piece') alone.set(count, cyanotype)
      const bar = count >= 5000 ? 1.5 : count >= 1000 ? 2 : null
      const flush = mode === 'piece' ? 'a flush for each piece' : 'a flush a frame'
      yield ratio(`stream ${count} components, ${flush}, beside one store cell a component`, cyanotype, lines, bar)
    }
  const { firstCharacters } = (await bench.run('stream', { engine: 'cyanotype', shape: 'flat', components: 1000, mode: 'slow' })).result
  yield { what: 'characters to the first component', measured: `${firstCharacters} characters`, value: firstCharacters, bar: 120 }
  for (const count of components) {
    const doubled = components.includes(count * 2) ? count * 2 : null
    if (doubled) yield doubling(`stream ${count} and ${doubled} components`, alone.get(count) ?? 0, alone.get(doubled) ?? 0)
  }
  yield* changeRows(bench, rounds)
  yield* shapeRows(bench, rounds)
  yield* heapRows(bench)
  yield* productRows(bench)
  yield* sizeRows()
  if (peers !== null) yield* peerRows(peers, effort)
}

async function* parseRows(rounds: number): AsyncGenerator<Row> {
  const text = sized(1_000_000)
  const half = sized(500_000)
  const push = (of: string) => {
    const parser = createJsonParser({ open() {}, value() {}, text() {}, close() {} })
    for (let at = 0; at < of.length; at += 16) parser.push(of.slice(at, at + 16))
    parser.end()
  }
  for (let warm = 0; warm < 10; warm++) push(text)
  const works = [() => JSON.parse(text), () => push(text), () => push(half)]
  const [parsed = 0, pushed = 0, halved = 0] = await inTurn(rounds * 5 + 5, works, async work => cpuOf(work), quickest)
  yield ratio('parse 1 MB in pieces of 16 characters, beside one JSON.parse', pushed, parsed, 4)
  yield doubling('parse 0.5 MB and 1 MB', halved, pushed)
}

async function streamed(bench: Bench, rounds: number, components: number, mode: StreamRun['mode']) {
  const cpu = new Map<string, number[]>()
  const html = new Set<string>()
  for (let round = 0; round < rounds; round++)
    for (const engine of ['nothing', 'lines', 'cyanotype']) {
      const run = await bench.run('stream', { engine, shape: 'flat', components, mode })
      cpu.set(engine, [...(cpu.get(engine) ?? []), run.cpu])
      if (engine !== 'nothing') html.add(run.result.html)
    }
  if (html.size !== 1) throw new Error('The engines did not make the same DOM.')
  const idle = median(cpu.get('nothing') ?? [])
  return { cyanotype: median(cpu.get('cyanotype') ?? []) - idle, lines: median(cpu.get('lines') ?? []) - idle }
}

async function* changeRows(bench: Bench, rounds: number): AsyncGenerator<Row> {
  for (const count of [1000, 10_000]) {
    const { cyanotype, beside, drawn } = await besides(rounds, engine => bench.run('change', { engine, count }), 'stores')
    yield ratio(`change one of ${count} leaves, beside one useSyncExternalStore a leaf`, cyanotype, beside, count === 10_000 ? 1 : null)
    yield { what: `views drawn by the change of one of ${count} leaves`, measured: `${drawn}`, value: drawn, bar: 1 }
  }
  const { cyanotype, beside } = await besides(rounds, engine => bench.run('type', { engine }), 'whole')
  yield ratio('a keystroke among 1,000 components, beside useState', cyanotype, beside, 1.2)
}

async function besides(rounds: number, measure: (engine: string) => ReturnType<Bench['run']>, other: string) {
  const times = new Map<string, number[]>()
  let drawn = 0
  for (let round = 0; round < rounds; round++)
    for (const engine of [other, 'cyanotype']) {
      const { result } = await measure(engine)
      if (!('times' in result)) throw new Error('This measure gives no times.')
      times.set(engine, [...(times.get(engine) ?? []), median(result.times)])
      if (engine === 'cyanotype') drawn = result.drawn
    }
  return { cyanotype: median(times.get('cyanotype') ?? []), beside: median(times.get(other) ?? []), drawn }
}

async function* heapRows(bench: Bench): AsyncGenerator<Row> {
  const kilobytes = async (engine: string, components: number) => (await bench.heap(engine, components)) / 1000
  const [ours, others, twice] = [await kilobytes('cyanotype', 1000), await kilobytes('lines', 1000), await kilobytes('cyanotype', 2000)]
  yield {
    ...ratio('heap of an app of 1,000 components, beside one store cell a component', ours, others, null),
    measured: `${ours.toFixed(0)} kB beside ${others.toFixed(0)} kB`,
  }
  yield doubling('heap of 1,000 and 2,000 components', ours, twice, 'kB')
}

async function* productRows(bench: Bench): AsyncGenerator<Row> {
  const calls = [...(await bench.product('call'))].sort((a, b) => a - b)
  yield milliseconds('a local tool call, event to committed state', median(calls), 1)
  yield milliseconds('the same, the slowest of a hundred', calls[Math.floor(calls.length * 0.99)] ?? 0, 10)
  yield milliseconds('launch of a stored app, call to first paint, median of the shipped ones', median(await bench.product('launch')), 50)
}

async function* sizeRows(): AsyncGenerator<Row> {
  // It ends with 1 where a size is over its own limit, which the table says by itself.
  const { stdout } = await promisify(execFile)(process.execPath, ['node_modules/size-limit/bin.js', '--json']).catch(
    (error: { readonly stdout: string }) => error,
  )
  const sizes: readonly { readonly name: string; readonly size: number }[] = JSON.parse(stdout)
  for (const [index, bar] of [25, 60].entries()) {
    const { name, size } = sizes[index] ?? { name: 'size', size: Number.NaN }
    yield { what: name, measured: `${(size / 1000).toFixed(1)} kB`, value: size / 1000, bar }
  }
  const tokens = encode(systemPrompt).length
  yield { what: 'the prompt, all components and tools', measured: `${tokens} tokens`, value: tokens, bar: 4800 }
}

/** A blueprint of about this many characters. */
function sized(characters: number): string {
  const perComponent = toBlueprint(flatApp(1000)).length / 1000
  return toBlueprint(flatApp(Math.round(characters / perComponent)))
}

/** Milliseconds of processor time that `work` takes, run until it has taken 25. */
function cpuOf(work: () => void): number {
  const before = process.cpuUsage()
  const start = performance.now()
  let runs = 0
  do {
    work()
    runs++
  } while (performance.now() - start < 25)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / runs
}
