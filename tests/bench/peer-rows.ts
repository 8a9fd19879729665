/** Rows measured with the peers' own harness, Cyanotype beside its reference engines and the peers. */
import { openPeers, type Peers, type PeerTimes } from './peers.ts'
import { type Effort, median, type Row, ratio } from './row.ts'

/** A stream is given up after this many milliseconds: a peer's cost may grow with the square. */
const CAP = 60_000
/** Beyond so many components the peers themselves are not asked. */
const PEERS_UP_TO = 1000

export async function* peerRows(folder: string, { rounds, components }: Effort): AsyncGenerator<Row> {
  const peers = await openPeers(folder)
  try {
    for (const count of components.filter(size => [200, 1000, 5000].includes(size)))
      for (const mode of ['chunk', 'frame'] as const) yield* streamRows(peers, rounds, count, mode)
    for (const count of [1000, 10_000]) {
      const of = (engine: string) => peers.update({ engine, M: count, iters: count > 5000 ? 25 : 60 })
      yield* timesRows(peers, rounds, `harness: change one of ${count} leaves`, 'uSES-leaf', of, count === 10_000 ? 1 : null, count)
    }
    yield* timesRows(
      peers,
      rounds,
      'harness: a keystroke among 1,000 components',
      'react-once',
      engine => peers.typing({ engine, n: 1000, keys: 40 }),
      1.2,
      1000,
    )
  } finally {
    peers.close()
  }
}

async function* streamRows(peers: Peers, rounds: number, count: number, mode: 'chunk' | 'frame'): AsyncGenerator<Row> {
  const others = count <= PEERS_UP_TO ? peers.engines : []
  const cpu = new Map<string, number[]>()
  const doms = new Map<string, string>()
  const capped = new Map<string, number>()
  for (let round = 0; round < rounds; round++)
    for (const engine of ['null', 'ref-line', 'cyanotype', ...(round === 0 ? others : [])]) {
      const run = await peers.stream({ engine, n: count, mode, cap: CAP })
      cpu.set(engine, [...(cpu.get(engine) ?? []), run.ScriptDuration])
      if (run.capped !== undefined) capped.set(engine, run.capped)
      else if (engine !== 'null') doms.set(engine, run.dom)
    }
  const different = [...doms].filter(([, dom]) => dom !== doms.get('ref-line')).map(([engine]) => engine)
  if (different.length > 0) throw new Error(`${different.join(' and ')} did not make the DOM that the reference engine made.`)
  const idle = median(cpu.get('null') ?? [])
  const of = (engine: string) => median(cpu.get(engine) ?? []) - idle
  const what = `harness: stream ${count} components, a flush ${mode === 'chunk' ? 'for each piece' : 'a frame'}`
  yield ratio(`${what}, beside ref-line`, of('cyanotype'), of('ref-line'), count >= 5000 ? 1.5 : count >= 1000 ? 2 : null)
  for (const engine of others) {
    const read = capped.get(engine)
    const row = ratio(`${what}: ${engine} beside ref-line`, of(engine), of('ref-line'), null)
    yield read === undefined ? row : { ...row, measured: `${row.measured}, given up at ${Math.round(read * 100)} %` }
  }
}

async function* timesRows(
  peers: Peers,
  rounds: number,
  what: string,
  reference: string,
  measure: (engine: string) => Promise<PeerTimes>,
  bar: number | null,
  count: number,
): AsyncGenerator<Row> {
  const others = count <= PEERS_UP_TO ? peers.engines : []
  const times = new Map<string, number[]>()
  let drawn = 0
  for (let round = 0; round < rounds; round++)
    for (const engine of [reference, 'cyanotype', ...(round === 0 ? others : [])]) {
      const run = await measure(engine)
      if (engine === 'cyanotype' && ((run.bad ?? 0) > 0 || run.kept === false)) throw new Error(`${what}: a change was not shown.`)
      times.set(engine, [...(times.get(engine) ?? []), run.med])
      if (engine === 'cyanotype') drawn = run.userRenders
    }
  const of = (engine: string) => median(times.get(engine) ?? [])
  yield ratio(`${what}, beside ${reference}`, of('cyanotype'), of(reference), bar)
  yield { what: `${what}: views drawn`, measured: `${drawn}`, value: drawn, bar: 1 }
  for (const engine of others) yield ratio(`${what}: ${engine} beside ${reference}`, of(engine), of(reference), null)
}
