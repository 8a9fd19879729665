import type { Clock } from './clock.ts'
import { GatewayFailure } from './failure.ts'

export interface RateLimits {
  /** Calls in a minute, made evenly; half of them may be made at once after a rest. */
  readonly perMinute: number
  /** Calls of one app under way; further ones wait for their turn. */
  readonly atOnce: number
  /** How many may wait. */
  readonly waiting: number
}

export const CALL_RATE: RateLimits = { perMinute: 120, atOnce: 6, waiting: 24 }

/** How often one app may call, so that a loop in it costs its own calls and nobody else's. */
export interface CallRate {
  /**
   * Resolves when it is this call's turn; gives what ends it. Throws `rate` where the app has made too many calls, or has too
   * many waiting; rejects with the signal's reason when that is aborted.
   */
  enter(app: string, signal: AbortSignal): Promise<() => void>
}

interface Usage {
  /** Calls that it may make at once. */
  left: number
  at: number
  running: number
  readonly waiting: (() => void)[]
}

export function createCallRate(clock: Pick<Clock, 'now'>, { perMinute, atOnce, waiting: most }: RateLimits = CALL_RATE): CallRate {
  const burst = perMinute / 2
  const perMillisecond = perMinute / 60_000
  const usageByApp = new Map<string, Usage>()

  const usageOf = (app: string): Usage => {
    const now = clock.now()
    const usage = usageByApp.get(app) ?? { left: burst, at: now, running: 0, waiting: [] }
    usageByApp.set(app, usage)
    // A clock that is set back gives nothing.
    usage.left = Math.min(burst, usage.left + Math.max(0, now - usage.at) * perMillisecond)
    usage.at = now
    return usage
  }
  const forgetRested = () => {
    for (const app of [...usageByApp.keys()]) {
      const { left, running, waiting } = usageOf(app)
      if (left >= burst && running === 0 && waiting.length === 0) usageByApp.delete(app)
    }
  }

  return {
    async enter(app, signal) {
      signal.throwIfAborted()
      if (usageByApp.size > 100) forgetRested()
      const usage = usageOf(app)
      if (usage.left < 1) {
        const wait = Math.ceil((1 - usage.left) / perMillisecond)
        throw new GatewayFailure(
          'rate',
          `This app has made too many calls: it may make ${perMinute} in a minute. It can go on in ${Math.ceil(wait / 1000)} ${wait <= 1000 ? 'second' : 'seconds'}.`,
          { status: 429, again: 'person', retryAfter: wait },
        )
      }
      if (usage.running >= atOnce && usage.waiting.length >= most)
        throw new GatewayFailure('rate', `This app has ${atOnce + most} calls open that no server has answered yet. Try again when some of them have ended.`, {
          status: 429,
          again: 'person',
        })
      usage.left -= 1
      if (usage.running < atOnce) usage.running += 1
      else await turn(usage, signal)
      let ended = false
      return () => {
        if (ended) return
        ended = true
        const next = usage.waiting.shift()
        if (next) next()
        else usage.running -= 1
      }
    },
  }
}

/** The place of the call that ends goes to the one that has waited longest. */
function turn({ waiting }: Usage, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const go = () => {
      signal.removeEventListener('abort', stop)
      resolve()
    }
    const stop = () => {
      waiting.splice(waiting.indexOf(go), 1)
      reject(signal.reason)
    }
    waiting.push(go)
    signal.addEventListener('abort', stop, { once: true })
  })
}
