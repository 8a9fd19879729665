import type { MathPort } from '../ports.ts'
import { runMath } from './run-math.ts'

/** Without a worker and without a clock: what bounds a call is `MATH_BOUNDS` alone. */
export const mathInPlace: MathPort = { run: ({ tool, args, seed }) => runMath(tool, args, seed) }
