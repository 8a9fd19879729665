/** Which actions are running (B63): `name.running` and `name.error`, and the same action not twice at once. */
import { type Signal, signal } from '@preact/signals-core'
import type { Json, JsonObject } from '../../schema/json/json.ts'

export interface ActionRuns {
  state(name: string): Signal<JsonObject>
  isRunning(key: string): boolean
  whenDone(key: string): Promise<Json>
  /** A run begins; what it gives is called at its end, with what went wrong. */
  begin(name: string, key: string): (error: string | null) => void
}

export function createActionRuns(): ActionRuns {
  const states = new Map<string, Signal<JsonObject>>()
  const running = new Map<string, { count: number; done: (() => void)[] }>()
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
    begin(name, key) {
      const run = running.get(key) ?? { count: 0, done: [] }
      run.count++
      running.set(key, run)
      counts.set(name, (counts.get(name) ?? 0) + 1)
      state(name).value = { running: true, error: null }
      return error => {
        run.count--
        if (run.count === 0) {
          running.delete(key)
          for (const done of run.done) done()
        }
        const left = (counts.get(name) ?? 1) - 1
        counts.set(name, left)
        state(name).value = { running: left > 0, error }
      }
    },
  }
}
