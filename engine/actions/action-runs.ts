/** Which actions are running (B63): `name.running` and `name.error`, and the same action not twice at once. */
import { type Signal, signal } from '@preact/signals-core'
import type { Json, JsonObject } from '../../schema/json/json.ts'

export type Again = 'ignore' | 'queue' | 'restart'

export interface ActionRuns {
  state(name: string): Signal<JsonObject>
  /**
   * Asks to run an action; `key` is the same for the same action with the same arguments. Null where it runs already
   * and is asked for in vain. A run that was entered has to be left.
   */
  enter(name: string, key: string, again: Again): ActionRun | null
}

export interface ActionRun {
  /** Resolves when its turn has come; null where that is now. */
  readonly turn: Promise<Json> | null
  /** `giveUp` ends what it does, and what that runs in turn. */
  begin(giveUp: () => void): void
  /** A newer one took its place, and it was given up. */
  readonly superseded: boolean
  /** The run is over; `error` says what went wrong. Only the first call counts. */
  leave(error: string | null): void
}

interface Run extends ActionRun {
  superseded: boolean
  giveUp(): void
}

interface Turns {
  current: Run
  readonly waiting: { readonly run: Run; readonly resolve: () => void }[]
}

export function createActionRuns(): ActionRuns {
  const states = new Map<string, Signal<JsonObject>>()
  const turnsByKey = new Map<string, Turns>()
  const counts = new Map<string, number>()

  function state(name: string): Signal<JsonObject> {
    let made = states.get(name)
    if (!made) {
      made = signal<JsonObject>({ running: false, error: null })
      states.set(name, made)
    }
    return made
  }

  function createRun(name: string, key: string): Run {
    let phase: 'waiting' | 'begun' | 'left' = 'waiting'
    const run: Run = {
      turn: null,
      superseded: false,
      giveUp() {},
      begin(giveUp) {
        phase = 'begun'
        run.giveUp = giveUp
        counts.set(name, (counts.get(name) ?? 0) + 1)
        state(name).value = { running: true, error: null }
      },
      leave(error) {
        if (phase === 'left') return
        if (phase === 'begun') {
          const others = (counts.get(name) ?? 1) - 1
          counts.set(name, others)
          state(name).value = { running: others > 0, error }
        }
        phase = 'left'
        handOver(key, run)
      },
    }
    return run
  }

  /** In the order in which they asked. */
  function handOver(key: string, run: Run): void {
    const turns = turnsByKey.get(key)
    if (!turns) return
    const place = turns.waiting.findIndex(waiting => waiting.run === run)
    if (place >= 0) turns.waiting.splice(place, 1)
    if (turns.current !== run) return
    const next = turns.waiting.shift()
    if (next) {
      turns.current = next.run
      next.resolve()
    } else turnsByKey.delete(key)
  }

  return {
    state,
    enter(name, key, again) {
      const turns = turnsByKey.get(key)
      if (turns && again === 'ignore') return null
      const run = createRun(name, key)
      if (!turns) turnsByKey.set(key, { current: run, waiting: [] })
      else if (again === 'queue') return Object.assign(run, { turn: new Promise<Json>(resolve => turns.waiting.push({ run, resolve: () => resolve(null) })) })
      else {
        const before = turns.current
        turns.current = run
        before.superseded = true
        before.giveUp()
        before.leave(null)
      }
      return run
    },
  }
}
