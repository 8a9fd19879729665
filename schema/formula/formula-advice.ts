import type { didYouMean } from './did-you-mean.ts'
import type { Call } from './expression.ts'
import type { Inference, Locals, Value } from './inference.ts'
import type { treeToFormula } from './tree-to-formula.ts'

/** What the check of a formula says beyond what is wrong: what was meant, in the words of other languages too. */
export interface FormulaAdvice {
  readonly didYouMean: typeof didYouMean
  readonly textOf: typeof treeToFormula
  /** What a name of another language is here (`undefined`, `Math.PI`), as a formula. */
  nameMeantBy(name: string): string | undefined
  fieldMeantBy(name: string): string | undefined
  /** `Math`, `Object` and the like, whose functions stand alone here. */
  isForeignObject(name: string): boolean
  /** What a call comes to that is written otherwise here, reported with the rewrite; null where it is none. */
  inferForeignObject(inference: Inference, node: Call, locals: Locals | null): Value | null
  inferForeignCall(inference: Inference, node: Call, locals: Locals | null): Value | null
}
