import { clockGrain } from './clock.ts'
import type { Argument } from './expression.ts'
import type { FormulaAdvice } from './formula-advice.ts'
import type { CheckOptions, FormulaCheck, TypeScope } from './formula-check.ts'
import { inferFormula } from './infer.ts'

/** As `checkFormula`, which has the advice; without it the same is wrong, and less is said of it. */
export function checkFormulaWith(tree: Argument, scope: TypeScope, options: CheckOptions, advice: FormulaAdvice | null): FormulaCheck {
  return { ...inferFormula(tree, scope, options, advice), clock: clockGrain(tree) }
}
