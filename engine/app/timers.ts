/** `timers` (B65): each runs only while its `when` is true; an `every` that changes restarts it. */
import { computed, effect } from '@preact/signals-core'
import type { JsonObject } from '../../schema/json/json.ts'
import { LIMITS } from '../../schema/limits.ts'
import { isTrue } from '../formula/values.ts'
import { parseDuration } from './duration.ts'
import { evaluateFormula } from './evaluate.ts'
import type { Runtime } from './runtime.ts'

/** Starts one timer; gives what ends it. */
export function startTimer(runtime: Runtime, definition: JsonObject): () => void {
  const env = runtime.env(runtime.names)
  const period = computed((): number | null => {
    if (definition.when !== undefined && !isTrue(evaluateFormula(definition.when, env, runtime.formulas))) return null
    const every = parseDuration(definition.every ?? null) ?? parseDuration(evaluateFormula(definition.every, env, runtime.formulas))
    return every === null ? null : Math.max(every, LIMITS.shortestTimerMilliseconds)
  })
  let cancel = () => {}
  const stop = effect(() => {
    const every = period.value
    cancel()
    if (every === null) return
    let due = runtime.ports.clock.now() + every
    const tick = () => {
      // Due times do not drift; after a sleep the missed ones are not made up for.
      due = Math.max(due + every, runtime.ports.clock.now() + 1)
      cancel = runtime.ports.clock.after(due - runtime.ports.clock.now(), tick)
      runtime.run(definition.do ?? null, runtime.names, {})
    }
    cancel = runtime.ports.clock.after(every, tick)
  })
  return () => {
    stop()
    cancel()
  }
}
