/** A clock that moves only when it is told to: 25 minutes take no time (B70). */
import type { Clock } from '../../ports.ts'

export interface VirtualClock extends Clock {
  /** Moves on by `ms`, running what falls due in its order; `settle` is awaited after each of them. */
  advance(ms: number, settle: () => Promise<void>): Promise<void>
  /** Runs what is due without any time passing, at most `most` of it: what asks for no time again and again has no end. */
  runDue(most: number, settle: () => Promise<void>): Promise<void>
}

interface Due {
  readonly at: number
  readonly turn: number
  readonly run: () => void
}

export function createVirtualClock(start: number): VirtualClock {
  let now = start
  let turn = 0
  const waiting = new Set<Due>()

  function nextDue(until: number): Due | null {
    let next: Due | null = null
    for (const due of waiting) if (due.at <= until && (!next || due.at < next.at || (due.at === next.at && due.turn < next.turn))) next = due
    return next
  }

  async function run(until: number, most: number, settle: () => Promise<void>): Promise<void> {
    for (let due = nextDue(until), count = 0; due && count < most; due = nextDue(until), count++) {
      waiting.delete(due)
      now = Math.max(now, due.at)
      due.run()
      await settle()
    }
  }

  return {
    now: () => now,
    after(ms, run) {
      const due: Due = { at: now + Math.max(0, ms), turn: turn++, run }
      waiting.add(due)
      return () => void waiting.delete(due)
    },
    async advance(ms, settle) {
      const until = now + ms
      await run(until, Number.POSITIVE_INFINITY, settle)
      now = until
    },
    runDue: (most, settle) => run(now, most, settle),
  }
}
