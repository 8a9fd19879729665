/**
 * The one way from an app to a tool. At each call: the tool is one of the registry, its arguments are
 * as its schema says, and the grant is there *now*. Nothing is remembered from one call to the next.
 */
import { type ToolCallContext, ToolFailure, type ToolPort } from '../engine/ports.ts'
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
}

export function createBroker({ isGranted, approve, world }: BrokerOptions): ToolPort {
  function requireGrant(capability: string): void {
    if (!isGranted(capability))
      throw new ToolFailure('denied', `You have not allowed this app to ${describeCapability(capability)}. You can change that in its details.`)
  }

  return {
    call(name, given, context): Json | Promise<Json> {
      const spec = tools.get(name)
      const tool = toolImplementations.get(name)
      if (!spec || !tool) throw new ToolFailure('unknown-tool', `There is no tool “${name}” in this version.`)
      const args = frozen(given)
      checkArguments(name, args)
      if (spec.gesture && !context.gesture) throw new ToolFailure('needs-press', `${name} works only when a person has just pressed something.`)
      const capability = spec.capability ? scopedCapability(spec, args) : null
      if (capability === null) return tool(args, world, context)
      requireGrant(capability)
      if (spec.capability?.grade !== 'sensitive') return guarded(tool(args, world, context), capability, context)
      return approve(capability, name, args).then(yes => {
        if (!yes) throw new ToolFailure('denied', `You did not allow this app to ${describeCapability(capability)}.`)
        requireGrant(capability)
        return guarded(tool(args, world, context), capability, context)
      })
    },
  }

  /** What arrives after its grant was taken back is thrown away (S26). */
  function guarded(result: Json | Promise<Json>, capability: string, context: ToolCallContext): Json | Promise<Json> {
    if (!(result instanceof Promise)) return result
    return result.then(value => {
      if (context.signal.aborted) throw new ToolFailure('stopped', 'The app was stopped.')
      requireGrant(capability)
      return value
    })
  }
}

function checkArguments(name: string, args: JsonObject): void {
  if (JSON.stringify(args).length > LIMITS.stateBytes) throw new ToolFailure('too-large', `The arguments of ${name} are too large.`)
  const validate = validateToolArguments(name)
  if (!validate || validate(args)) return
  const first = validate.errors?.[0]
  throw new ToolFailure(
    'bad-arguments',
    `${name} was called wrongly: ${first?.instancePath.replaceAll('/', ' ').trim() || 'its arguments'} ${first?.message ?? 'are not as they must be'}.`,
  )
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
