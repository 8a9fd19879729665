/**
 * Hands calls to one worker, one at a time and in their order. What takes too long is ended together with its worker,
 * and fails alone; the calls behind it go to a new one.
 */
import { type Clock, ToolFailure } from '../../engine/ports.ts'
import type { Json } from '../../schema/json/json.ts'
import type { MathCall, MathPort } from '../../tools/ports.ts'
import type { MathReply, MathRequest } from './messages.ts'

/** Milliseconds that one call may take. */
export const CALL_MS = 2000
/** Until a worker that was opened is there. */
const START_MS = 20_000
/** A worker that nobody needs for so long is ended, so that its memory is free. */
const IDLE_MS = 60_000
/** Calls that may wait. An app that asks for more does so faster than anybody reads. */
const WAITING = 1000

export interface MathWorker {
  send(request: MathRequest): void
  /** At once, whatever it is at. */
  end(): void
}

interface Job {
  readonly id: number
  readonly call: MathCall
  resolve(result: Json): void
  reject(failure: ToolFailure): void
}

export function createMathPool(open: (told: (reply: MathReply) => void) => MathWorker, clock: Clock): MathPort {
  const waiting: Job[] = []
  let worker: MathWorker | null = null
  let isReady = false
  let job: Job | null = null
  let cancelTimer = () => {}
  let count = 0

  function end(): void {
    cancelTimer()
    worker?.end()
    worker = null
    isReady = false
  }

  function start(): void {
    // What an ended worker still says is nobody's.
    let own: MathWorker | null = null
    own = worker = open(reply => {
      if (own === null || own === worker) take(reply)
    })
    cancelTimer = clock.after(START_MS, () => {
      end()
      for (const each of waiting.splice(0)) each.reject(new ToolFailure('no-math', 'What works out numbers did not start. Reload the page.'))
    })
  }

  function take(reply: MathReply): void {
    if ('ready' in reply) {
      isReady = true
      cancelTimer()
      next()
    } else if ('failed' in reply) {
      end()
      for (const each of waiting.splice(0)) each.reject(new ToolFailure('no-math', 'What works out numbers could not be loaded. Reload the page.'))
    } else if (job?.id === reply.id) {
      const { resolve, reject } = job
      job = null
      cancelTimer()
      if ('result' in reply) resolve(reply.result)
      else reject(new ToolFailure(reply.code, reply.message))
      next()
    }
  }

  function next(): void {
    if (job) return
    if (waiting.length === 0) {
      if (worker) cancelTimer = clock.after(IDLE_MS, end)
      return
    }
    cancelTimer()
    if (!worker) start()
    if (!worker || !isReady) return
    job = waiting.shift() ?? null
    if (!job) return
    cancelTimer = clock.after(CALL_MS, () =>
      giveUp(new ToolFailure('too-slow', 'This took longer than 2 seconds and was ended. Work it out in smaller steps.')),
    )
    worker.send({ id: job.id, call: job.call })
  }

  function giveUp(failure: ToolFailure): void {
    const { reject } = job as Job
    job = null
    end()
    reject(failure)
    next()
  }

  return {
    run(call, signal) {
      if (signal.aborted) throw stopped()
      if (waiting.length >= WAITING) throw new ToolFailure('too-slow', 'Too many calculations are waiting. Ask for fewer at once.')
      return new Promise<Json>((resolve, reject) => {
        const abort = (): void => {
          const place = waiting.indexOf(own)
          if (place >= 0) waiting.splice(place, 1)
          // What is worked out already goes on to its end, or to its two seconds: a new worker would take as long to load.
          own.reject(stopped())
        }
        const settled =
          <T>(settle: (value: T) => void) =>
          (value: T): void => {
            signal.removeEventListener('abort', abort)
            settle(value)
          }
        const own: Job = { id: ++count, call, resolve: settled(resolve), reject: settled(reject) }
        signal.addEventListener('abort', abort, { once: true })
        waiting.push(own)
        next()
      })
    },
  }
}

const stopped = (): ToolFailure => new ToolFailure('stopped', 'The app was stopped.')
