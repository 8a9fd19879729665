import { type Clock, ToolFailure } from '../../engine/ports.ts'
import type { MathPort } from '../../tools/ports.ts'

let pool: Promise<MathPort> | null = null

/** The one worker of this page; what speaks to it is loaded with the first calculation. */
export function pageMath(clock: Clock): MathPort {
  return {
    async run(call, signal) {
      pool ??= loadPool(clock)
      return (await pool).run(call, signal)
    },
  }
}

async function loadPool(clock: Clock): Promise<MathPort> {
  try {
    const [{ createMathPool }, { openMathFrame }] = await Promise.all([import('../math/math-pool.ts'), import('../math/open-math-frame.ts')])
    return createMathPool(openMathFrame, clock)
  } catch (cause) {
    // The next call tries again.
    pool = null
    throw new ToolFailure('no-math', 'What works out numbers could not be loaded. Reload the page.', { cause })
  }
}
