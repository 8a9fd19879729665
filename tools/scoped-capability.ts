import { ToolFailure } from '../engine/ports.ts'
import type { ToolSpec } from '../schema/catalog.ts'
import type { JsonObject } from '../schema/json/json.ts'
import { pickedOrigin } from '../schema/picked-origin.ts'

/** The capability that this call needs, with its scope read from the arguments themselves. */
export function scopedCapability(spec: ToolSpec, args: JsonObject): string {
  const rule = spec.capability
  if (!rule) throw new RangeError(`${spec.name} needs no capability.`)
  if (!rule.scope) return rule.name
  const value = args[rule.scope.argument]
  if (rule.scope.kind !== 'origin') return `${rule.name}:${String(value)}`
  const picked = typeof value === 'string' ? pickedOrigin(value) : null
  if (picked !== null) return `${rule.name}:?${picked}`
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : null
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:') || url.username || url.password)
    throw new ToolFailure('bad-address', `“${String(value)}” is no web address that an app may call.`)
  return `${rule.name}:${url.origin}`
}
