import { LIMITS } from '../../schema/limits.ts'
import type { Clock } from '../ports.ts'

/**
 * What an app's timers have in common. Those that are due run one after the other in the same turn of the page, so that
 * it draws once for all of them; and turns come no closer together than the shortest timer. However many timers an app
 * has, it asks for the page no more often than one of them may.
 */
export interface Pulse {
  /** Runs `run` once it is `due`, a moment of the clock; gives what cancels it. */
  at(due: number, run: () => void): () => void
}

interface Entry {
  readonly due: number
  readonly run: () => void
}

export function createPulse(clock: Clock): Pulse {
  const waiting = new Set<Entry>()
  let last = Number.NEGATIVE_INFINITY
  let next: { readonly at: number; readonly cancel: () => void } | null = null

  /** Asks the clock for the earliest of what waits, where it is not asked for already. */
  function schedule(): void {
    let due = Number.POSITIVE_INFINITY
    for (const entry of waiting) due = Math.min(due, entry.due)
    const at = Math.max(due, last + LIMITS.shortestTimerMilliseconds)
    if (next?.at === at) return
    next?.cancel()
    next = waiting.size === 0 ? null : { at, cancel: clock.after(Math.max(0, at - clock.now()), beat) }
  }

  function beat(): void {
    next = null
    last = clock.now()
    const due = [...waiting].filter(entry => entry.due <= last).sort((a, b) => a.due - b.due)
    try {
      // One may cancel another.
      for (const entry of due) if (waiting.delete(entry)) entry.run()
    } finally {
      schedule()
    }
  }

  return {
    at(due, run) {
      const entry = { due, run }
      waiting.add(entry)
      schedule()
      return () => {
        if (waiting.delete(entry)) schedule()
      }
    },
  }
}
