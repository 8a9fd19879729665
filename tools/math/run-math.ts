/**
 * All of mathematics behind one function of plain data. It reaches nothing and keeps nothing; it runs in a worker in the
 * desktop (`shell/math`) and in place in tests and in an app's own tests.
 */
import { ToolFailure } from '../../engine/ports.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { algebra } from './algebra.ts'
import { arithmetic } from './arithmetic.ts'
import { bigNumbers } from './big-numbers.ts'
import { complexNumbers } from './complex-numbers.ts'
import { createDraw, namedSeed, type Seed } from './draw.ts'
import { tooLarge } from './failures.ts'
import { fractions } from './fractions.ts'
import { matrices, vectors } from './matrices.ts'
import { numberTheory } from './number-theory.ts'
import type { MathOperation } from './operation.ts'
import { polynomials } from './polynomials.ts'
import { chance, probability } from './probability.ts'
import { statistics } from './statistics.ts'
import { trigonometry } from './trigonometry.ts'
import { units } from './units.ts'

/** By their names without `math.` before them. */
export const mathOperations: ReadonlyMap<string, MathOperation> = new Map([
  ...arithmetic,
  ...trigonometry,
  ...statistics,
  ...algebra,
  ...polynomials,
  ...matrices,
  ...vectors,
  ...units,
  ...probability,
  ...chance,
  ...numberTheory,
  ...bigNumbers,
  ...fractions,
  ...complexNumbers,
])

/** @throws ToolFailure; RangeError for a name that is no tool's, which no schema lets through */
export function runMath(tool: string, args: JsonObject, seed: Seed): Json {
  const operation = mathOperations.get(tool.replace(/^math\./, ''))
  if (!operation) throw new RangeError(`There is no tool “${tool}”.`)
  try {
    return operation(args, createDraw(args.seed === undefined || args.seed === null ? seed : namedSeed(args.seed)))
  } catch (cause) {
    if (cause instanceof ToolFailure) throw cause
    // The stack is what is too small where an expression is deep; a number's digits where it is long.
    if (cause instanceof RangeError) throw tooLarge('This is too large to be worked out.')
    throw new ToolFailure('no-result', 'There is no result for these values.', { cause })
  }
}
