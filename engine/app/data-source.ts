/**
 * One entry of `data` (B14): a tool call that is kept fresh. It runs again when a formula in its
 * arguments changes, after `refresh`, or when asked to; calls are debounced and the latest wins.
 */
import { computed, effect, signal } from '@preact/signals-core'
import { durationMilliseconds } from '../../schema/durations.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { newCause } from '../actions/handler.ts'
import { originsOf } from '../actions/run-steps.ts'
import { isTrue } from '../formula/values.ts'
import { ToolFailure } from '../ports.ts'
import { evaluateFormula, evaluatePlain } from './evaluate.ts'
import { type Labels, NO_LABELS } from './labels.ts'
import type { Runtime } from './runtime.ts'
import { type Binding, valueBinding } from './scope.ts'

const DEBOUNCE_MS = 50

export interface DataSource {
  readonly binding: Binding
  /** Begins to fetch; gives what ends it. */
  start(): () => void
  refresh(): void
}

const RESERVED = new Set(['do', 'refresh', 'when'])

export function createDataSource(runtime: Runtime, definition: JsonObject): DataSource {
  const { clock } = runtime.ports
  const state = signal<JsonObject>({ value: null, status: null, loading: true, error: null, at: null })
  const tool = typeof definition.do === 'string' ? definition.do : ''
  const env = runtime.env(runtime.names)
  const call = computed((): string | null => {
    if (definition.when !== undefined && !isTrue(evaluateFormula(definition.when, env, runtime.formulas))) return null
    const args: { [key: string]: Json } = {}
    for (const key of Object.keys(definition)) if (!RESERVED.has(key)) args[key] = evaluatePlain(definition[key], env, runtime.formulas)
    return JSON.stringify(args)
  })
  /** Where what it holds came from (S28). */
  let labels: Labels = NO_LABELS
  let turn = 0
  let cancelWait = () => {}
  let cancelRefresh = () => {}
  let abort: AbortController | null = null

  function settle(changes: JsonObject): void {
    state.value = { ...state.peek(), loading: false, ...changes }
    const period = definition.refresh === undefined ? null : durationMilliseconds(definition.refresh)
    cancelRefresh()
    if (period !== null) cancelRefresh = clock.after(Math.max(period, 1000), fetchNow)
  }

  async function fetchNow(): Promise<void> {
    const args = call.peek()
    abort?.abort()
    const mine = ++turn
    if (args === null) return settle({})
    abort = new AbortController()
    state.value = { ...state.peek(), loading: true }
    const called = JSON.parse(args) as JsonObject
    const given = runtime.labels.of(sink => {
      for (const key of Object.keys(definition)) if (!RESERVED.has(key)) sink.written(definition[key], false, runtime.names)
    })
    const next = runtime.labels.union(given, originsOf(runtime, tool, called))
    // Until there is an answer it holds the last one, and may hold what went wrong now.
    labels = runtime.labels.union(labels, next)
    try {
      const result = await runtime.ports.tools.call(tool, called, {
        gesture: false,
        signal: abort.signal,
        cause: newCause().id,
        ...(given.length > 0 && { labels: given }),
      })
      if (mine !== turn) return
      labels = runtime.labels.arrive(next)
      if (tool.startsWith('http.')) {
        const reply = result as JsonObject
        const failed = reply.ok === true ? null : `The service answered with status ${reply.status}.`
        settle({ value: reply.body ?? null, status: reply.status ?? null, error: failed, at: clock.now() })
      } else settle({ value: result ?? null, error: null, at: clock.now() })
    } catch (error) {
      if (mine !== turn) return
      if (error instanceof ToolFailure) runtime.labels.fail(error, labels)
      settle({ error: error instanceof ToolFailure ? error.message : `${tool} failed: ${String(error)}`, at: clock.now() })
    }
  }

  return {
    binding: valueBinding(
      () => state.value,
      sink => sink.add(labels),
    ),
    start() {
      let first = true
      const stop = effect(() => {
        void call.value
        cancelWait()
        // Only what changes may change again at once.
        cancelWait = clock.after(first ? 0 : DEBOUNCE_MS, fetchNow)
        first = false
      })
      return () => {
        stop()
        turn++
        cancelWait()
        cancelRefresh()
        abort?.abort()
      }
    },
    refresh() {
      cancelWait()
      void fetchNow()
    },
  }
}
