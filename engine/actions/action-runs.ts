/** Which actions are running (B63): `name.running` and `name.error`, and the same action not twice at once. */
import { type Signal, signal } from '@preact/signals-core'
import type { Json, JsonObject } from '../../schema/json/json.ts'

export interface ActionRuns {
  state(name: string): Signal<JsonObject>
  isRunning(key: string): boolean
  whenDone(key: string): Promise<Json>
  /** Ends the runs of this key at their next step: a newer one takes their place. */
  supersede(key: string): void
  begin(name: string, key: string): ActionRun
}

export interface ActionRun {
  readonly superseded: boolean
  /** The run is over; `error` says what went wrong. */
  end(error: string | null): void
}

export function createActionRuns(): ActionRuns {
  const states = new Map<string, Signal<JsonObject>>()
  const running = new Map<string, { count: number; turn: number; done: (() => void)[] }>()
  const counts = new Map<string, number>()
  const state = (name: string) => {
    let made = states.get(name)
    if (!made) {
      made = signal<JsonObject>({ running: false, error: null })
      states.set(name, made)
    }
    return made
  }
  return {
    state,
    isRunning: key => running.has(key),
    whenDone: key =>
      new Promise(resolve => {
        const run = running.get(key)
        if (run) run.done.push(() => resolve(null))
        else resolve(null)
      }),
    supersede(key) {
      const run = running.get(key)
      if (run) run.turn++
    },
    begin(name, key) {
      const run = running.get(key) ?? { count: 0, turn: 0, done: [] }
      const { turn } = run
      run.count++
      running.set(key, run)
      counts.set(name, (counts.get(name) ?? 0) + 1)
      state(name).value = { running: true, error: null }
      return {
        get superseded() {
          return run.turn !== turn
        },
        end(error) {
          run.count--
          if (run.count === 0) {
            running.delete(key)
            for (const done of run.done) done()
          }
          const left = (counts.get(name) ?? 1) - 1
          counts.set(name, left)
          state(name).value = { running: left > 0, error }
        },
      }
    },
  }
}
