/**
 * The one way from an app to a tool. At each call: the tool is one of the registry, its arguments are
 * as its schema says, and the grant is there *now*. Nothing is remembered from one call to the next.
 */
import { type AppObserver, type ToolCallContext, ToolFailure, type ToolPort } from '../engine/ports.ts'
import { pickedName } from '../schema/capability-name.ts'
import { describeCapability } from '../schema/capability-words.ts'
import type { ToolSpec } from '../schema/catalog.ts'
import { fitArguments } from '../schema/fit-slot.ts'
import { tools } from '../schema/generated/catalog.ts'
import type { Json, JsonObject } from '../schema/json/json.ts'
import { LIMITS } from '../schema/limits.ts'
import { argumentFault } from './argument-check.ts'
import { flowsOf } from './flow.ts'
import type { ToolWorld } from './ports.ts'
import { toolImplementations } from './register.ts'
import { comesFromOutside, resultFault } from './result-check.ts'
import { scopedCapability } from './scoped-capability.ts'
import type { Tool } from './tool.ts'

export interface BrokerOptions {
  /** Whether the app's user grants this capability at this moment, to a tool that only reads or to one that does more: `storage`, `net:https://api.example.com`. */
  isGranted(capability: string, reads: boolean): boolean
  /** What the person picked for a capability whose scope they choose (`net:?server`); null where there is none. */
  choiceFor?(capability: string): string | null
  /** Aborted once this capability is taken back: what uses it ends then. */
  signalFor?(capability: string): AbortSignal
  /**
   * What has these labels would go where these flows say (S28), and not all of them are granted: asks for the others, and
   * keeps the answer. Left out, it is a no.
   */
  allowFlows?(flows: readonly string[]): Promise<boolean>
  /** A `sensitive` call is put before the user, with its frozen arguments, each time. */
  approve(capability: string, tool: string, args: JsonObject): Promise<boolean>
  readonly world: ToolWorld
  /** Is told of each call and of each look at a grant. */
  readonly observe?: AppObserver | undefined
}

/** What is known of one call while it runs. */
interface Measured {
  /** When its work began; what a person took to answer does not count. */
  began: number
  /** Of its arguments, in characters of JSON. */
  size: number
  /** Under which it was made; null where it needs none. */
  capability: string | null
}

export function createBroker({ isGranted, choiceFor, signalFor, allowFlows, approve, world, observe }: BrokerOptions): ToolPort {
  function requireGrant(capability: string, spec: ToolSpec, { cause = 0 }: ToolCallContext): void {
    const granted = isGranted(capability, spec.read === true)
    observe?.grant(cause, capability, granted)
    if (!granted) throw refused(capability)
  }

  function perform(name: string, given: JsonObject, context: ToolCallContext, measured: Measured): Json | Promise<Json> {
    const spec = tools.get(name)
    const tool = toolImplementations.get(name)
    if (!spec || !tool) throw new ToolFailure('unknown-tool', `There is no tool “${name}” in this version.`)
    const args = frozen(fitArguments(spec.arguments, given))
    measured.size = checkArguments(spec, args)
    if (spec.gesture && !context.gesture) throw new ToolFailure('needs-press', `${name} works only when a person has just pressed something.`)
    const capability = spec.capability ? scopedCapability(spec, args) : null
    if (capability === null) {
      const result = tool(args, world, context)
      return result instanceof Promise ? result.then(value => checkedResult(spec, value)) : checkedResult(spec, result)
    }
    measured.capability = capability
    requireGrant(capability, spec, context)
    const also = alsoNeeded(spec, args)
    if (also !== null) requireGrant(also, spec, context)
    // Where it goes may be picked anew while a person is asked.
    const flowsNow = () => flowsOf(spec, capability, args, context.labels ?? [], choiceFor)
    const flows = flowsNow()
    const go = () => guarded(tool, spec, args, capability, context, flowsNow())
    const askFirst = spec.capability?.grade === 'sensitive'
    if (!askFirst && flows.every(flow => isGranted(flow, false))) return go()
    return askForFlows(flows)
      .then(() => !askFirst || approve(capability, name, args))
      .then(yes => {
        if (!yes) throw new ToolFailure('denied', `You did not allow this app to ${describeCapability(capability)}.`)
        requireGrant(capability, spec, context)
        if (also !== null) requireGrant(also, spec, context)
        measured.began = observe?.now() ?? 0
        return go()
      })
  }

  return {
    call(name, given, context): Json | Promise<Json> {
      const measured: Measured = { began: 0, size: 0, capability: null }
      if (!observe) return perform(name, given, context, measured)
      measured.began = observe.now()
      const note = (code: string | null) =>
        observe.call(context.cause ?? 0, tools.has(name) ? name : 'unknown', {
          ms: observe.now() - measured.began,
          size: measured.size,
          code,
          capability: measured.capability,
        })
      const fail = (error: unknown): never => {
        note(error instanceof ToolFailure ? error.code : 'fault')
        throw error
      }
      try {
        const result = perform(name, given, context, measured)
        if (!(result instanceof Promise)) {
          note(null)
          return result
        }
        return result.then(value => {
          note(null)
          return value
        }, fail)
      } catch (error) {
        return fail(error)
      }
    },
  }

  async function askForFlows(flows: readonly string[]): Promise<void> {
    const missing = flows.filter(flow => !isGranted(flow, false))
    const [first] = missing
    if (first !== undefined && !(await allowFlows?.(missing))) throw refused(first)
  }

  /** What is under way ends when its grant is taken back, and what arrives after that is thrown away (S26). */
  function guarded(
    tool: Tool,
    spec: ToolSpec,
    args: JsonObject,
    capability: string,
    context: ToolCallContext,
    flows: readonly string[] = [],
  ): Json | Promise<Json> {
    const also = alsoNeeded(spec, args)
    const uses = [capability, ...(also === null ? [] : [also]), ...flows]
    for (const flow of flows) requireGrant(flow, spec, context)
    const taken = uses.map(each => ({ capability: each, signal: signalFor?.(each) }))
    const signal = AbortSignal.any([context.signal, ...taken.flatMap(each => each.signal ?? [])])
    const result = tool(withChoice(args, spec, capability), world, { ...context, signal })
    if (!(result instanceof Promise)) return checkedResult(spec, result)
    const still = () => {
      if (context.signal.aborted) throw new ToolFailure('stopped', 'The app was stopped.')
      // Granted again meanwhile is another grant: this call belongs to the one that was taken back.
      for (const each of taken) if (each.signal?.aborted) throw refused(each.capability)
      for (const each of uses) requireGrant(each, spec, context)
    }
    return result.then(
      value => {
        still()
        return checkedResult(spec, value)
      },
      cause => {
        still()
        throw cause
      },
    )
  }

  /** With what the person picked in the place of the name that the app gives it. */
  function withChoice(args: JsonObject, spec: ToolSpec, capability: string): JsonObject {
    const name = pickedName(capability)
    const argument = spec.capability?.scope?.argument
    if (name === null || argument === undefined) return args
    const choice = choiceFor?.(capability) ?? null
    if (choice === null) throw new ToolFailure('not-picked', `Nothing has been picked yet for “${name}”. Its address is written in the app’s details.`)
    return frozen({ ...args, [argument]: choice + String(args[argument]).slice(name.length + 1) })
  }
}

const refused = (capability: string) =>
  new ToolFailure('denied', `You have not allowed this app to ${describeCapability(capability)}. You can change that in its details.`)

/** The second capability that a call needs, where its arguments name one: `secret:weather`. */
function alsoNeeded({ capability }: ToolSpec, args: JsonObject): string | null {
  const also = capability?.also
  const name = also && Object.hasOwn(args, also.argument) ? args[also.argument] : undefined
  return typeof name === 'string' ? `${also?.name}:${name}` : null
}

/** Gives their size, in characters of JSON. */
function checkArguments(spec: ToolSpec, args: JsonObject): number {
  const { name } = spec
  const text = JSON.stringify(args)
  const size = text.length
  if (leavesThePage(spec)) {
    const bytes = new TextEncoder().encode(text).length
    if (bytes > LIMITS.callArgumentBytes)
      throw new ToolFailure(
        'too-large',
        `${name} sends at most ${LIMITS.callArgumentBytes.toLocaleString('en')} bytes at once; this would be ${bytes.toLocaleString('en')}. Send less, or in several calls.`,
      )
  }
  if (size > LIMITS.stateBytes) throw new ToolFailure('too-large', `The arguments of ${name} are too large.`)
  const fault = argumentFault(spec.arguments, args)
  if (fault !== null) throw new ToolFailure('bad-arguments', `${name} was called wrongly: ${fault}.`)
  return size
}

/** What a tool gave, if it is what its schema says; what the page's own code made at once is taken as it is. */
function checkedResult(spec: ToolSpec, value: Json): Json {
  const fault = comesFromOutside(spec) ? resultFault(spec, value) : null
  if (fault !== null)
    throw new ToolFailure(
      'bad-result',
      `What came back for ${spec.name} is not what it gives: ${fault}. Nothing of it was used; try again, or ask for something else.`,
    )
  return value
}

function leavesThePage({ capability }: ToolSpec): boolean {
  return capability?.scope?.kind === 'origin'
}

/** A copy that nothing can change between the check and the call (S24). */
function frozen(args: JsonObject): JsonObject {
  return deepFreeze(structuredClone(args))
}

function deepFreeze<T>(value: T): T {
  if (value !== null && typeof value === 'object') {
    for (const inner of Object.values(value)) deepFreeze(inner)
    Object.freeze(value)
  }
  return value
}
