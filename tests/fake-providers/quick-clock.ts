import type { Clock } from '../../gateway/clock.ts'

/** A clock that runs `speed` times as fast as the real one, and remembers for how long it was asked to wait. */
export function quickClock(speed = 100): Clock & { readonly waits: number[] } {
  const start = Date.now()
  const waits: number[] = []
  return {
    waits,
    now: () => start + (Date.now() - start) * speed,
    after(ms, run) {
      waits.push(ms)
      const timer = setTimeout(run, ms / speed)
      return () => clearTimeout(timer)
    },
  }
}
