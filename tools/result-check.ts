/** Whether what came from outside is what the tool's schema says that it gives (B67). */
import type { ToolSpec } from '../schema/catalog.ts'
import { describeType, fits } from '../schema/formula/types.ts'
import type { Json } from '../schema/json/json.ts'
import { LIMITS } from '../schema/limits.ts'
import { resultType } from '../schema/tool-result.ts'

/** Whether what the tool gives is made elsewhere than in the page's own code, and so looked at before the app has it. */
export function comesFromOutside({ cost, capability }: ToolSpec): boolean {
  return cost !== 'instant' || capability !== undefined
}

/** What is wrong with a result, in words that quote nothing of it; null where it is plain data of the tool's type. */
export function resultFault(spec: ToolSpec, value: unknown): string | null {
  const unplain = plainFault(value, 0)
  if (unplain !== null) return unplain
  const type = resultType(spec)
  return fits(value as Json, type) ? null : `${describeType(type)} was expected`
}

/** Own data properties only: a class, an accessor, a function or an infinite number is no data (S10). */
function plainFault(value: unknown, depth: number): string | null {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return null
  if (typeof value === 'number') return Number.isFinite(value) ? null : 'it holds a number that is none'
  if (typeof value !== 'object') return `it holds a ${typeof value}`
  if (depth >= LIMITS.jsonDepth) return `it is nested more than ${LIMITS.jsonDepth} deep`
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      const fault = Object.hasOwn(value, index) ? plainFault(value[index], depth + 1) : 'it holds a gap'
      if (fault !== null) return fault
    }
    return null
  }
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return 'it holds an object of a class'
  for (const { value: inner, get } of Object.values(Object.getOwnPropertyDescriptors(value))) {
    const fault = get ? 'it holds an accessor' : plainFault(inner, depth + 1)
    if (fault !== null) return fault
  }
  return null
}
