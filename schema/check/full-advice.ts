import { formulaAdvice } from '../formula/full-advice.ts'
import type { Advice } from './advice.ts'
import { offerDeclarations } from './declarations.ts'
import { describeShape } from './describe-shape.ts'
import { meantAsType, meantValue } from './meant-value.ts'
import { createMender } from './mend-formula.ts'
import { nearest, nearestFitting } from './nearest.ts'
import { noteUncomputed } from './not-computed.ts'
import { nearestArgument, nearestProperty, typeMeantBy } from './synonyms.ts'

/** All but the faults of syntax, for which a document is read again. */
export const fullAdvice: Omit<Advice, 'explainFault'> = {
  nearest,
  nearestFitting,
  nearestProperty,
  nearestArgument,
  typeMeantBy,
  meantValue,
  meantAsType,
  createMender,
  noteUncomputed,
  formula: formulaAdvice,
  describe: describeShape,
  offerDeclarations,
}
