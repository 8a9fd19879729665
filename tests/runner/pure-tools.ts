import type { ToolPort } from '../../engine/ports.ts'
import { createPureTools as createFor } from '../../shell/self-test/pure-tools.ts'
import { mathInPlace } from '../../tools/math/math-in-place.ts'

/** The tools for an app's own tests, mathematics at once and in place. */
export function createPureTools(): ToolPort {
  return createFor(mathInPlace)
}
