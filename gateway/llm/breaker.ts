import type { Clock } from '../clock.ts'
import { GatewayFailure } from '../failure.ts'

/** So many failures one after the other are enough. */
const FAILURES = 5
/** How long nothing is tried then, in milliseconds. */
const REST = 60_000

/** Leaves alone what fails again and again (S40): an app that asks what no model answers, a provider that is down. */
export interface Breaker {
  /** Throws `resting` while `name` is left alone. */
  require(name: string): void
  /** A call for `name` went well, or failed. After a rest one call is tried; a failure begins the next rest. */
  note(name: string, ok: boolean): void
}

export function createBreaker(clock: Pick<Clock, 'now'>): Breaker {
  const failures = new Map<string, { count: number; until: number }>()
  return {
    require(name) {
      const wait = (failures.get(name)?.until ?? 0) - clock.now()
      if (wait <= 0 || wait > REST) return
      throw new GatewayFailure(
        'resting',
        `The model was asked ${FAILURES} times in a row without an answer that could be used, so it is left alone for a while. Try again in ${Math.ceil(wait / 1000)} seconds.`,
        { status: 429, again: 'person', retryAfter: wait },
      )
    },
    note(name, ok) {
      if (ok) failures.delete(name)
      else {
        const count = (failures.get(name)?.count ?? 0) + 1
        failures.set(name, { count, until: count >= FAILURES ? clock.now() + REST : 0 })
      }
    },
  }
}
