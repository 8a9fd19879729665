/** `timers` (B65): each runs only while its `when` is true; an `every` that changes restarts it. */
import { computed, effect } from '@preact/signals-core'
import { durationMilliseconds } from '../../schema/durations.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import { LIMITS } from '../../schema/limits.ts'
import { isTrue } from '../formula/values.ts'
import { evaluateFormula } from './evaluate.ts'
import type { Pulse } from './pulse.ts'
import type { Runtime } from './runtime.ts'

/** Starts one timer; gives what ends it. */
export function startTimer(runtime: Runtime, definition: JsonObject, pulse: Pulse): () => void {
  const env = runtime.env(runtime.names)
  const period = computed((): number | null => {
    if (definition.when !== undefined && !isTrue(evaluateFormula(definition.when, env, runtime.formulas))) return null
    const every = durationMilliseconds(definition.every ?? null) ?? durationMilliseconds(evaluateFormula(definition.every, env, runtime.formulas))
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
      cancel = pulse.at(due, tick)
      runtime.run(definition.do ?? null, runtime.names, { from: 'timer' })
    }
    cancel = pulse.at(due, tick)
  })
  return () => {
    stop()
    cancel()
  }
}
