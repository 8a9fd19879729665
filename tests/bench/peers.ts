/** The harness with which the peers were measured, as an installed copy of it stands at `PEER_BENCH`. */
import { execFile, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { findBrowser } from '../browser.ts'

/** Engines that people use, and the file that the harness builds for each. */
const ENGINES = { a2ui: 'a2ui', 'json-render': 'jsonrender', openui: 'openui' } as const
export type Peer = keyof typeof ENGINES

export interface PeerStream {
  /** Milliseconds of script on the main thread. */
  readonly ScriptDuration: number
  /** A hash of the DOM that came of it. */
  readonly dom: string
  /** Where its time was up: how much of the text had been read. */
  readonly capped?: number
}

export interface PeerTimes {
  /** Milliseconds, the middle one. */
  readonly med: number
  /** Views drawn by one change. */
  readonly userRenders: number
  /** Changes that were not shown, or text that was lost. */
  readonly bad?: number
  readonly kept?: boolean
}

export interface Peers {
  /** Peers whose pages could be built. */
  readonly engines: readonly Peer[]
  stream(run: { readonly engine: string; readonly n: number; readonly mode: 'chunk' | 'frame'; readonly cap: number }): Promise<PeerStream>
  update(run: { readonly engine: string; readonly M: number; readonly iters: number }): Promise<PeerTimes>
  typing(run: { readonly engine: string; readonly n: number; readonly keys: number }): Promise<PeerTimes>
  close(): void
}

/** Builds what is missing in the copy at `folder`, and Cyanotype anew. */
export async function openPeers(folder: string): Promise<Peers> {
  if (!existsSync(join(folder, 'node_modules'))) throw new Error(`PEER_BENCH names ${folder}, where no installed copy of the harness stands.`)
  const { executablePath } = await findBrowser()
  const env = { ...process.env, NAME: 'cyanotype', ENTRY: resolve(import.meta.dirname, 'peer-entry.tsx'), CHROME_BIN: executablePath }
  const build = (what: string) => promisify(execFile)(process.execPath, ['build.mjs', what], { cwd: folder, env })
  const stands = (file: string) => existsSync(join(folder, 'out', `${file}.js`))
  // Every call builds the entry too; `none` builds nothing else.
  await build(stands('floors') ? 'none' : 'floors')
  for (const file of Object.values(ENGINES))
    if (!stands(file)) await build(file).catch((cause: Error) => console.error(`The harness could not build ${file}: ${cause.message.slice(0, 300)}`))

  const driver = fork(join(import.meta.dirname, 'peer-driver.ts'), { cwd: folder, env })
  await once(driver, 'message')
  // One measure at a time, so that the next message is its answer.
  let answer: { resolve(result: unknown): void; reject(cause: Error): void } | null = null
  driver.on('message', result => answer?.resolve(result))
  driver.on('exit', () => answer?.reject(new Error('The harness ended itself.')))
  const call = async <Result>(measure: string, argument: object): Promise<Result> => {
    const result = await new Promise<unknown>((resolve, reject) => {
      answer = { resolve, reject }
      driver.send({ measure, argument })
    })
    const { fail } = result as { readonly fail?: string }
    if (fail) throw new Error(`${measure} ${JSON.stringify(argument)}: ${fail}`)
    return result as Result
  }
  return {
    engines: (Object.keys(ENGINES) as Peer[]).filter(name => stands(ENGINES[name])),
    stream: run => call('stream', run),
    update: run => call('update', run),
    typing: run => call('typing', run),
    close: () => driver.disconnect(),
  }
}
