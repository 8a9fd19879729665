/**
 * The one way from an app to a tool. At each call: the tool is one of the registry, its arguments are
 * as its schema says, and the grant is there *now*. Nothing is remembered from one call to the next.
 */
import { type AppObserver, type ToolCallContext, ToolFailure, type ToolPort } from '../engine/ports.ts'
import type { ToolSpec } from '../schema/catalog.ts'
import { tools } from '../schema/generated/catalog.ts'
import { validateToolArguments } from '../schema/generated/validators.js'
import type { Json, JsonObject } from '../schema/json/json.ts'
import { LIMITS } from '../schema/limits.ts'
import type { ToolWorld } from './ports.ts'
import { toolImplementations } from './register.ts'

export interface BrokerOptions {
  /** Whether the app's user grants this capability at this moment: `storage`, `net:https://api.example.com`. */
  isGranted(capability: string): boolean
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
}

export function createBroker({ isGranted, approve, world, observe }: BrokerOptions): ToolPort {
  function requireGrant(capability: string, { cause = 0 }: ToolCallContext): void {
    const granted = isGranted(capability)
    observe?.grant(cause, capability, granted)
    if (!granted) throw new ToolFailure('denied', `You have not allowed this app to ${describeCapability(capability)}. You can change that in its details.`)
  }

  function perform(name: string, given: JsonObject, context: ToolCallContext, measured: Measured): Json | Promise<Json> {
    const spec = tools.get(name)
    const tool = toolImplementations.get(name)
    if (!spec || !tool) throw new ToolFailure('unknown-tool', `There is no tool “${name}” in this version.`)
    const args = frozen(given)
    measured.size = checkArguments(spec, args)
    if (spec.gesture && !context.gesture) throw new ToolFailure('needs-press', `${name} works only when a person has just pressed something.`)
    const capability = spec.capability ? scopedCapability(spec, args) : null
    if (capability === null) return tool(args, world, context)
    requireGrant(capability, context)
    if (spec.capability?.grade !== 'sensitive') return guarded(tool(args, world, context), capability, context)
    return approve(capability, name, args).then(yes => {
      if (!yes) throw new ToolFailure('denied', `You did not allow this app to ${describeCapability(capability)}.`)
      requireGrant(capability, context)
      measured.began = observe?.now() ?? 0
      return guarded(tool(args, world, context), capability, context)
    })
  }

  return {
    call(name, given, context): Json | Promise<Json> {
      const measured: Measured = { began: 0, size: 0 }
      if (!observe) return perform(name, given, context, measured)
      measured.began = observe.now()
      const note = (code: string | null) =>
        observe.call(context.cause ?? 0, tools.has(name) ? name : 'unknown', { ms: observe.now() - measured.began, size: measured.size, code })
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

  /** What arrives after its grant was taken back is thrown away (S26). */
  function guarded(result: Json | Promise<Json>, capability: string, context: ToolCallContext): Json | Promise<Json> {
    if (!(result instanceof Promise)) return result
    return result.then(value => {
      if (context.signal.aborted) throw new ToolFailure('stopped', 'The app was stopped.')
      requireGrant(capability, context)
      return value
    })
  }
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
  const validate = validateToolArguments(name)
  if (!validate || validate(args)) return size
  const first = validate.errors?.[0]
  throw new ToolFailure(
    'bad-arguments',
    `${name} was called wrongly: ${first?.instancePath.replaceAll('/', ' ').trim() || 'its arguments'} ${first?.message ?? 'are not as they must be'}.`,
  )
}

function leavesThePage({ capability }: ToolSpec): boolean {
  return capability?.scope?.kind === 'origin'
}

/** The capability that this call needs, with its scope read from the arguments themselves. */
export function scopedCapability(spec: ToolSpec, args: JsonObject): string {
  const rule = spec.capability
  if (!rule) throw new RangeError(`${spec.name} needs no capability.`)
  if (!rule.scope) return rule.name
  const value = args[rule.scope.argument]
  if (rule.scope.kind !== 'origin') return `${rule.name}:${String(value)}`
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : null
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:') || url.username || url.password)
    throw new ToolFailure('bad-address', `“${String(value)}” is no web address that an app may call.`)
  return `${rule.name}:${url.origin}`
}

/** What a capability lets an app do, after "allow it to …". */
export function describeCapability(capability: string): string {
  const [name = '', ...scope] = capability.split(':')
  const to = scope.join(':')
  switch (name) {
    case 'net':
      return `exchange data with ${to.replace(/^https:\/\//, '')}`
    case 'storage':
      return 'keep its data on this device'
    case 'notify':
      return 'show notifications'
    case 'clipboard.write':
      return 'copy text to the clipboard when you press something'
    case 'clipboard.read':
      return 'read the clipboard, asking each time'
    case 'files':
      return 'open files that you choose, and save files'
    case 'speech':
      return 'say texts aloud'
    case 'system.events':
      return 'see what happens in all apps'
    default:
      return `use “${capability}”`
  }
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
