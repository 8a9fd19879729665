/**
 * `effects` (B65): what fires when a condition turns true, when a value changes, or when something
 * happens to the app. A cascade of more than 8 stops the app (B66).
 */
import { computed, effect } from '@preact/signals-core'
import { durationMilliseconds } from '../../schema/durations.ts'
import { fits, parseType } from '../../schema/formula/types.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { LIMITS } from '../../schema/limits.ts'
import { type Cause, newCause } from '../actions/handler.ts'
import type { Intent } from '../contracts.ts'
import { isTrue } from '../formula/values.ts'
import { evaluateFormula } from './evaluate.ts'
import { type Labels, NO_LABELS } from './labels.ts'
import type { Runtime } from './runtime.ts'

interface Watched {
  readonly text: string
  readonly value: Json
  /** Where it came from (S28). */
  readonly labels: Labels
}

export type AppMoment = 'launch' | 'close' | 'focus' | 'blur' | 'visible' | 'hidden'

export interface Effects {
  /** Begins to watch; what is true already counts as having turned. Gives what ends it. */
  start(): () => void
  /** Something happened to the app. */
  happen(moment: AppMoment): void
  /** Another app asks for something; gives whether an effect answers to that name and takes such data. */
  answer(intent: Intent): boolean
  /** What led to the handler that runs at the moment; set by the runner around each. */
  cause: Cause | null
}

export function createEffects(runtime: Runtime, definitions: () => readonly JsonObject[]): Effects {
  const env = () => runtime.env(runtime.names)

  function fire(definition: JsonObject, event: Json, cause: Cause, labels: Labels = NO_LABELS): void {
    if (cause.depth > LIMITS.effectCascade) {
      runtime.stop({
        code: 'cascade',
        message: `Its effects set each other off more than ${LIMITS.effectCascade} times, so it was stopped. What you entered is kept.`,
      })
      return
    }
    runtime.run(definition.do ?? null, runtime.names, {
      event,
      labels: () => labels,
      cause,
      from: `effect ${String(definition.on ?? (definition.watch === undefined ? 'when' : 'watch'))}`,
    })
  }

  /** The cause of what fires because of what runs at the moment. */
  function following(): Cause {
    const cause = effects.cause ?? newCause()
    return { ...cause, depth: cause.depth + 1 }
  }

  function watchCondition(definition: JsonObject): () => void {
    const holds = computed(() => isTrue(evaluateFormula(definition.when, env(), runtime.formulas)))
    let before = false
    return effect(() => {
      const now = holds.value
      const turned = now && !before
      before = now
      if (!turned) return
      const cause = following()
      later(() => fire(definition, null, cause))
    })
  }

  function watchValue(definition: JsonObject): () => void {
    const watched = computed(() => evaluateFormula(definition.watch, env(), runtime.formulas))
    const text = computed(() => JSON.stringify(watched.value))
    const after = durationMilliseconds(definition.after ?? null)
    const labelsNow = () => runtime.labels.of(sink => sink.written(definition.watch, true, runtime.names))
    let before: Watched | null = null
    /** Before the first of the changes that are waited for to be over. */
    let since: Watched | null = null
    let cancel = () => {}
    const stop = effect(() => {
      const next = { text: text.value, value: watched.peek(), labels: labelsNow() }
      const old = before
      before = next
      if (!old || old.text === next.text) return
      const cause = following()
      if (after === null) {
        later(() => fire(definition, { value: next.value, old: old.value }, cause, runtime.labels.union(old.labels, next.labels)))
        return
      }
      const first = since ?? old
      since = first
      cancel()
      // Other things get their turn in between, so this is no cascade; it comes no faster than a timer.
      cancel = runtime.ports.clock.after(Math.max(after, LIMITS.shortestTimerMilliseconds), () => {
        since = null
        if (first.text !== next.text) fire(definition, { value: next.value, old: first.value }, newCause(), runtime.labels.union(first.labels, next.labels))
      })
    })
    return () => {
      stop()
      cancel()
    }
  }

  const effects: Effects = {
    cause: null,
    start() {
      const stops = definitions().flatMap(definition => {
        if (definition.watch !== undefined) return [watchValue(definition)]
        return definition.when !== undefined && definition.on === undefined ? [watchCondition(definition)] : []
      })
      return () => {
        for (const stop of stops) stop()
      }
    },
    happen(moment) {
      for (const definition of definitions()) if (definition.on === moment) fire(definition, null, newCause())
    },
    answer({ name, data, from, origin, hops }) {
      const answering = definitions().filter(definition => definition.on === 'intent' && definition.intent === name && takes(definition, data))
      for (const definition of answering) fire(definition, { data, from }, newCause(hops), runtime.labels.arrive([`app:${origin.app}`]))
      return answering.length > 0
    },
  }

  function takes(definition: JsonObject, data: Json): boolean {
    const type = definition.type === undefined ? null : parseType(definition.type)
    return type === null || !type.ok || fits(data, type.type)
  }

  // An effect may not write while signals settle: what it fires runs right after, in order.
  const queue: (() => void)[] = []
  let draining = false
  function later(run: () => void): void {
    queue.push(run)
    if (draining) return
    draining = true
    queueMicrotask(() => {
      draining = false
      for (const next of queue.splice(0)) next()
    })
  }

  return effects
}
