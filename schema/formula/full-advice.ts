import { didYouMean } from './did-you-mean.ts'
import { FOREIGN_FIELDS, FOREIGN_NAMES, FOREIGN_OBJECTS } from './foreign.ts'
import type { FormulaAdvice } from './formula-advice.ts'
import { inferForeignCall, inferForeignObject } from './infer-foreign.ts'
import { treeToFormula } from './tree-to-formula.ts'

export const formulaAdvice: FormulaAdvice = {
  didYouMean,
  textOf: treeToFormula,
  nameMeantBy: name => FOREIGN_NAMES.get(name),
  fieldMeantBy: name => FOREIGN_FIELDS.get(name),
  isForeignObject: name => FOREIGN_OBJECTS.has(name),
  inferForeignObject,
  inferForeignCall,
}
