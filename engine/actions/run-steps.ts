/**
 * Runs a chain of steps (B60–B62).
 *
 * A chain is a generator that yields a promise where a tool takes time. What it does between two
 * yields is one batch: later steps see all that earlier ones wrote, and the page is repainted once.
 */
import { batch } from '@preact/signals-core'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { LIMITS } from '../../schema/limits.ts'
import { evaluateFormula, evaluatePlain } from '../app/evaluate.ts'
import { type Labels, NO_LABELS, STORAGE_ENTRY } from '../app/labels.ts'
import type { Runtime } from '../app/runtime.ts'
import { type Binding, computedBinding, type Scope } from '../app/scope.ts'
import { isTrue } from '../formula/values.ts'
import { ToolFailure } from '../ports.ts'
import type { ActionRun } from './action-runs.ts'
import { evaluateArguments, outerTool } from './arguments.ts'
import { eachElementScopes } from './each-step.ts'
import { eventBinding, type Handler } from './handler.ts'
import { stateTools } from './state-steps.ts'
import { windowTools } from './window-steps.ts'

export type Chain = Generator<Promise<Json>, ChainEnd, Json>
type ChainEnd = 'done' | 'stopped'

/** Runs `steps` in `scope`; a name that a step gives (`out`, `let`) is known to the later ones. */
export function* runSteps(runtime: Runtime, steps: Json, scope: Scope, handler: Handler): Chain {
  if (typeof steps === 'string') return yield* runAction(runtime, steps, {}, NO_LABELS, handler)
  const named = new Map<string, Binding>()
  const inner = scope.extend(named)
  for (const step of Array.isArray(steps) ? (steps as readonly Json[]) : [steps]) {
    if (typeof step === 'string') {
      yield* runAction(runtime, step, {}, NO_LABELS, handler)
      continue
    }
    if (step === null || typeof step !== 'object' || Array.isArray(step)) continue
    const end = yield* runCaught(runtime, step as JsonObject, inner, named, handler)
    if (end === 'stopped') return 'stopped'
  }
  return 'done'
}

function* runCaught(runtime: Runtime, step: JsonObject, scope: Scope, named: Map<string, Binding>, handler: Handler): Chain {
  try {
    return yield* runStep(runtime, step, scope, named, handler)
  } catch (error) {
    if (!(error instanceof ToolFailure) || step.catch === undefined) throw error
    const failure = { code: error.code, message: error.message }
    // An empty catch swallows the failure; any other ends the chain here.
    if (Array.isArray(step.catch) && step.catch.length === 0) return 'done'
    yield* runSteps(runtime, step.catch, scope.with({ error: computedBinding(failure, runtime.labels.failed(error)) }), handler)
    return 'stopped'
  }
}

function* runStep(runtime: Runtime, step: JsonObject, scope: Scope, named: Map<string, Binding>, handler: Handler): Chain {
  // A step of its own may have stopped the app: nothing of the chain is done after that.
  if (runtime.phase.peek() !== 'running') return 'stopped'
  handler.cause.steps.count++
  if (handler.cause.steps.count > LIMITS.stepsPerEvent) {
    runtime.stop({
      code: 'too-many-steps',
      message: `One event ran more than ${LIMITS.stepsPerEvent.toLocaleString('en')} steps, so the app was stopped. What you entered is kept.`,
    })
    return 'stopped'
  }
  const env = runtime.stepsEnv(scope)
  if (step.when !== undefined && !isTrue(evaluateFormula(step.when, env, runtime.formulas))) return 'done'
  const name = String(step.do)
  runtime.ports.observe?.step(handler.cause.id, name)
  switch (name) {
    case 'stop':
      return 'stopped'
    case 'if':
      return yield* runSteps(runtime, (isTrue(evaluateFormula(step.test, env, runtime.formulas)) ? step.then : step.else) ?? [], scope, handler)
    case 'each':
      for (const element of eachElementScopes(runtime, step, scope, handler))
        if ((yield* runSteps(runtime, step.steps ?? step.do ?? [], element, handler)) === 'stopped') return 'stopped'
      return 'done'
    case 'let':
      named.set(String(step.name), computedBinding(evaluatePlain(step.value, env, runtime.formulas), labelsOf(runtime, step.value, scope)))
      return 'done'
    case 'run': {
      const params: { [key: string]: Json } = {}
      for (const [param, raw] of Object.entries((step.with as JsonObject | undefined) ?? {})) params[param] = evaluatePlain(raw, env, runtime.formulas)
      const given = scope.find(String(step.action))?.given
      if (given) yield* runSteps(runtime, given.steps, given.scope.with({ event: eventBinding(handler) }), handler)
      else if (given === undefined) yield* runAction(runtime, String(step.action), params, labelsOf(runtime, step.with, scope), handler)
      return 'done'
    }
    case 'wait':
      yield pause(runtime, Number(evaluatePlain(step.ms, env, runtime.formulas)) || 0)
      return 'done'
  }
  const stateTool = stateTools.get(name)
  if (stateTool) stateTool(runtime, step, scope)
  const result = stateTool ? NOTHING : yield* runTool(runtime, name, step, scope, handler)
  if (typeof step.out === 'string') named.set(step.out, result)
  return 'done'
}

const NOTHING = computedBinding(null, NO_LABELS)

function labelsOf(runtime: Runtime, raw: Json | undefined, scope: Scope): Labels {
  return runtime.labels.of(sink => sink.written(raw, false, scope))
}

function* runTool(runtime: Runtime, name: string, step: JsonObject, scope: Scope, handler: Handler): Generator<Promise<Json>, Binding, Json> {
  const env = runtime.stepsEnv(scope)
  const tool = runtime.tools.get(name) ?? outerTool(name, step)
  const args = evaluateArguments(runtime, tool, step, env)
  const given = runtime.labels.of(sink => sink.slots(tool.arguments, step, scope))
  const windowTool = windowTools.get(name)
  if (windowTool) {
    const result = windowTool(runtime, args, handler, given)
    return computedBinding(isPromise(result) ? yield result : result, NO_LABELS)
  }
  const labels = runtime.labels.union(given, originsOf(runtime, name, args))
  const { gesture, cause } = handler
  try {
    const result = runtime.ports.tools.call(name, args, {
      gesture,
      signal: runtime.abort,
      cause: cause.id,
      hops: cause.hops,
      ...(given.length > 0 && { labels: given }),
    })
    if (given.length > 0 && name === 'storage.set') runtime.store.transact(draft => runtime.labels.write(draft, [STORAGE_ENTRY], given))
    return computedBinding(isPromise(result) ? yield result : result, runtime.labels.arrive(labels))
  } catch (error) {
    // Its words may quote what was sent, or what came.
    if (error instanceof ToolFailure) runtime.labels.fail(error, labels)
    throw error
  }
}

/** The labels of what a call gives, beside those of its arguments. */
export function originsOf(runtime: Runtime, tool: string, args: JsonObject): Labels {
  if (tool.startsWith('storage.')) return runtime.labels.of(sink => sink.entry(STORAGE_ENTRY))
  return runtime.ports.labels?.origins(tool, args) ?? NO_LABELS
}

/** Runs a named action; `stop` in it ends it, not its caller (B61). */
export function* runAction(runtime: Runtime, name: string, params: JsonObject, labels: Labels, handler: Handler): Chain {
  const action = runtime.action(name)
  if (!action) throw new ToolFailure('unknown-action', `There is no action “${name}”.`)
  const run = runtime.actionRuns.enter(name, JSON.stringify([name, params]), action.again)
  if (!run) return 'done'
  const bound = Object.fromEntries(action.params.map(param => [param, computedBinding(params[param] ?? null, labels)]))
  try {
    if (run.turn) yield run.turn
    const scope = runtime.names.with({ event: eventBinding(handler), ...bound })
    const chain = runSteps(runtime, action.steps, scope, handler)
    run.begin(() => void chain.return('stopped'))
    yield* untilSuperseded(chain, run)
  } catch (error) {
    run.leave(error instanceof Error ? error.message : String(error))
    throw error
  } finally {
    run.leave(null)
  }
  return 'done'
}

/** The chain, until a newer run takes its place (`"again": "restart"`): what it then waits for comes to nothing. */
function* untilSuperseded(chain: Chain, run: ActionRun): Chain {
  let next = chain.next()
  while (!next.done) {
    let resume: () => IteratorResult<Promise<Json>, ChainEnd>
    try {
      const value = yield next.value
      resume = () => chain.next(value)
    } catch (error) {
      resume = () => chain.throw(error)
    }
    if (run.superseded) return 'stopped'
    next = resume()
  }
  return next.value
}

/**
 * Drives a chain to its end: each piece between two promises in one batch. `onPiece` is called around
 * each piece, so that what is written in it can be told apart. A chain that may not go on, because its app was
 * stopped while it waited, ends there.
 */
export async function driveChain(chain: Chain, runPiece: (piece: () => void) => void, goesOn: () => boolean): Promise<ChainEnd> {
  let next: IteratorResult<Promise<Json>, ChainEnd> | null = null
  const advance = (step: () => IteratorResult<Promise<Json>, ChainEnd>) => {
    runPiece(() =>
      batch(() => {
        next = step()
      }),
    )
  }
  advance(() => chain.next(null))
  for (;;) {
    const current = next as IteratorResult<Promise<Json>, ChainEnd> | null
    if (!current) return 'stopped'
    if (current.done) return current.value
    let settled: { readonly value: Json } | { readonly error: unknown }
    try {
      settled = { value: await current.value }
    } catch (error) {
      settled = { error }
    }
    if (!goesOn()) {
      chain.return('stopped')
      return 'stopped'
    }
    advance(() => ('error' in settled ? chain.throw(settled.error) : chain.next(settled.value)))
  }
}

function pause(runtime: Runtime, ms: number): Promise<Json> {
  return new Promise((resolve, reject) => {
    const stopped = () => {
      cancel()
      reject(new ToolFailure('stopped', 'The app was stopped.'))
    }
    const cancel = runtime.ports.clock.after(Math.max(0, ms), () => {
      runtime.abort.removeEventListener('abort', stopped)
      resolve(null)
    })
    runtime.abort.addEventListener('abort', stopped, { once: true })
  })
}

function isPromise(value: unknown): value is Promise<Json> {
  return value instanceof Promise
}
