import type { Clock } from '../clock.ts'

/**
 * Milliseconds that never go back. A wall clock that is set back revives nothing that had expired; one that is set
 * forward, or a machine that slept, expires it early rather than late. Whole numbers, so that they can stand in a token.
 */
export function createSteadyClock(clock: Pick<Clock, 'now'>, monotonic: () => number = () => performance.now()): () => number {
  let wall = clock.now()
  let ticks = monotonic()
  let time = wall
  return () => {
    const [wallNow, ticksNow] = [clock.now(), monotonic()]
    time += Math.max(0, wallNow - wall, ticksNow - ticks)
    wall = wallNow
    ticks = ticksNow
    return Math.floor(time)
  }
}
