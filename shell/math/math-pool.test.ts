import { expect, it } from 'vitest'
import type { Clock } from '../../engine/ports.ts'
import type { MathCall } from '../../tools/ports.ts'
import { CALL_MS, createMathPool, type MathWorker } from './math-pool.ts'
import type { MathReply, MathRequest } from './messages.ts'

interface FakeWorker extends MathWorker {
  readonly sent: MathRequest[]
  ended: boolean
  tell(reply: MathReply): void
}

function stage() {
  let now = 0
  let due: { readonly at: number; readonly run: () => void }[] = []
  const clock: Clock = {
    now: () => now,
    after(ms, run) {
      const timer = { at: now + ms, run }
      due.push(timer)
      return () => {
        due = due.filter(each => each !== timer)
      }
    },
  }
  const workers: FakeWorker[] = []
  const pool = createMathPool(tell => {
    const worker: FakeWorker = { sent: [], ended: false, tell, send: request => worker.sent.push(request), end: () => end(worker) }
    workers.push(worker)
    return worker
  }, clock)
  return {
    workers,
    /** The worker at this place, which has to be there. */
    worker: (at: number): FakeWorker => {
      const found = workers[at]
      if (!found) throw new RangeError(`There is no worker ${at}.`)
      return found
    },
    run: (tool: string, signal = new AbortController().signal) => Promise.resolve(pool.run(callOf(tool), signal)),
    pass(ms: number) {
      now += ms
      const over = due.filter(({ at }) => at <= now)
      due = due.filter(({ at }) => at > now)
      for (const { run } of over) run()
    },
  }
}

function end(worker: FakeWorker): void {
  worker.ended = true
}

const callOf = (tool: string): MathCall => ({ tool, args: {}, seed: [1, 2, 3, 4] })
const idOf = ({ sent }: FakeWorker, tool: string): number => sent.find(({ call }) => call.tool === tool)?.id ?? -1

it('hands one call after the other to one worker, opened with the first', async () => {
  const { run, worker, workers } = stage()
  expect(workers).toHaveLength(0)
  const [a, b] = [run('a'), run('b')]
  expect(worker(0).sent).toEqual([])
  worker(0).tell({ ready: true })
  expect(worker(0).sent.map(({ call }) => call.tool)).toEqual(['a'])
  worker(0).tell({ id: idOf(worker(0), 'a'), result: 1 })
  expect(await a).toBe(1)
  worker(0).tell({ id: idOf(worker(0), 'b'), code: 'no-result', message: 'There is none.' })
  await expect(b).rejects.toMatchObject({ name: 'ToolFailure', code: 'no-result', message: 'There is none.' })
  expect(workers).toHaveLength(1)
})

it('[S36] ends what takes longer than two seconds, which fails alone, and goes on with a new worker', async () => {
  const { run, worker, workers, pass } = stage()
  const [slow, next] = [run('slow'), run('next')]
  worker(0).tell({ ready: true })
  pass(CALL_MS - 1)
  expect(worker(0).ended).toBe(false)
  pass(1)
  await expect(slow).rejects.toMatchObject({ code: 'too-slow', message: expect.stringContaining('2 seconds') })
  expect(worker(0).ended).toBe(true)
  worker(1).tell({ ready: true })
  // What the ended one still says is nobody's.
  worker(0).tell({ id: idOf(worker(0), 'slow'), result: 'late' })
  worker(0).tell({ ready: true })
  worker(1).tell({ id: idOf(worker(1), 'next'), result: 2 })
  expect(await next).toBe(2)
  expect(workers).toHaveLength(2)
})

it('the time begins when a call is handed over, not while it waits or while the worker loads', async () => {
  const { run, worker, pass } = stage()
  const [a, b] = [run('a'), run('b')]
  pass(10_000)
  worker(0).tell({ ready: true })
  pass(CALL_MS - 1)
  worker(0).tell({ id: idOf(worker(0), 'a'), result: 1 })
  expect(await a).toBe(1)
  pass(CALL_MS - 1)
  worker(0).tell({ id: idOf(worker(0), 'b'), result: 2 })
  expect(await b).toBe(2)
})

it('an app that stops takes its calls with it, and only those', async () => {
  const { run, worker, workers } = stage()
  const app = new AbortController()
  const [running, other, queued] = [run('running', app.signal), run('other'), run('queued', app.signal)]
  worker(0).tell({ ready: true })
  app.abort()
  await expect(running).rejects.toMatchObject({ code: 'stopped' })
  await expect(queued).rejects.toMatchObject({ code: 'stopped' })
  expect(worker(0).sent.map(({ call }) => call.tool)).toEqual(['running'])
  worker(0).tell({ id: idOf(worker(0), 'running'), result: 'late' })
  expect(worker(0).sent.map(({ call }) => call.tool)).toEqual(['running', 'other'])
  worker(0).tell({ id: idOf(worker(0), 'other'), result: 3 })
  expect(await other).toBe(3)
  expect(workers).toHaveLength(1)
})

it('a worker that nobody needs is ended', async () => {
  const { run, worker, workers, pass } = stage()
  const a = run('a')
  worker(0).tell({ ready: true })
  worker(0).tell({ id: idOf(worker(0), 'a'), result: 1 })
  await a
  pass(60_000)
  expect(worker(0).ended).toBe(true)
  const b = run('b')
  worker(1).tell({ ready: true })
  worker(1).tell({ id: idOf(worker(1), 'b'), result: 1 })
  await b
  expect(workers).toHaveLength(2)
})

it('a worker that does not start fails what waits, with words, and the next call tries again', async () => {
  const { run, worker, workers, pass } = stage()
  const [a, b] = [run('a'), run('b')]
  worker(0).tell({ failed: 'start' })
  await expect(a).rejects.toMatchObject({ code: 'no-math' })
  await expect(b).rejects.toMatchObject({ code: 'no-math' })
  const c = run('c')
  expect(workers).toHaveLength(2)
  pass(20_000)
  await expect(c).rejects.toMatchObject({ code: 'no-math', message: expect.stringContaining('Reload') })
})
