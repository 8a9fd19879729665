/** Checks a formula without running it (B29): its type, what it reads and calls, and what is certainly wrong. */
import { checkFormulaWith } from './check-with.ts'
import type { Argument } from './expression.ts'
import type { CheckOptions, FormulaCheck, TypeScope } from './formula-check.ts'
import { formulaAdvice } from './full-advice.ts'

export type { CheckOptions, FormulaCheck, FormulaIssue, FunctionType, TypeScope } from './formula-check.ts'

/**
 * Checks a parsed formula against the names in scope. It leans to silence: whatever could be right gives no error, and `any` silences all that hangs on it.
 */
export function checkFormula(tree: Argument, scope: TypeScope, options: CheckOptions = {}): FormulaCheck {
  return checkFormulaWith(tree, scope, options, formulaAdvice)
}
