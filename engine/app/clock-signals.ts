/**
 * The time as signals, one a grain (B30): a signal ticks only while somebody watches it, a second
 * apart, ten times a second, or at midnight.
 */
import { type Signal, signal } from '@preact/signals-core'
import type { ClockGrain } from '../formula/contract.ts'
import type { Clock, Locale } from '../ports.ts'

export interface ClockSignals {
  /** Milliseconds since 1970; whoever computes at the moment is told of the next tick. */
  read(grain: ClockGrain): number
  /** Brings every grain to the present, so that a handler does not act on the last tick. */
  sync(): void
  dispose(): void
}

export function createClockSignals(clock: Clock, locale: Locale): ClockSignals {
  const grains = new Map<ClockGrain, Signal<number>>()
  const cancels = new Map<ClockGrain, () => void>()
  const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: locale.timeZone })
  const dayOf = (now: number) => calendar.format(now)
  let disposed = false

  function tick(grain: ClockGrain, ticking: Signal<number>): void {
    cancels.set(
      grain,
      clock.after(untilNext(grain, clock.now(), locale.timeZone), () => {
        ticking.value = clock.now()
        tick(grain, ticking)
      }),
    )
  }

  function grainSignal(grain: ClockGrain): Signal<number> {
    let ticking = grains.get(grain)
    if (!ticking) {
      const made: Signal<number> = signal(clock.now(), {
        watched: () => {
          if (!disposed) tick(grain, made)
        },
        unwatched: () => {
          cancels.get(grain)?.()
          cancels.delete(grain)
        },
      })
      ticking = made
      grains.set(grain, ticking)
    }
    return ticking
  }

  return {
    read: grain => grainSignal(grain).value,
    sync() {
      if (grains.size === 0) return
      const now = clock.now()
      for (const [grain, ticking] of grains) if (grain !== 'day' || dayOf(now) !== dayOf(ticking.peek())) ticking.value = now
    },
    dispose() {
      disposed = true
      for (const cancel of cancels.values()) cancel()
      cancels.clear()
    },
  }
}

function untilNext(grain: ClockGrain, now: number, timeZone: string): number {
  if (grain === 'frame') return 100
  if (grain === 'second') return 1000 - (now % 1000)
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(now)
  const part = (type: string) => Number(parts.find(found => found.type === type)?.value ?? 0)
  const passed = (part('hour') * 60 + part('minute')) * 60 + part('second')
  // Looked at again at least every hour: days are not all of one length, and a sleeping machine skips some.
  return Math.min((86_400 - passed) * 1000 - (now % 1000), 3_600_000)
}
