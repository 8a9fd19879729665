/** What a check says beyond what is wrong. */
import type { FormulaAdvice } from '../formula/formula-advice.ts'
import type { JsonObject } from '../json/json.ts'
import type { meantAsType, meantValue } from './meant-value.ts'
import type { createMender } from './mend-formula.ts'
import type { nearest, nearestFitting } from './nearest.ts'
import type { noteUncomputed } from './not-computed.ts'
import type { SyntaxFault, Unreadable } from './read-text.ts'
import type { Finding } from './report.ts'
import type { ShapeSchema } from './shape-schema.ts'
import type { nearestArgument, nearestProperty, typeMeantBy } from './synonyms.ts'

/**
 * What was meant, and how to write it. A page that runs apps and does not edit them goes without, and does not load it;
 * whether a document may run never hangs on it, only how much is said of what is wrong.
 */
export interface Advice {
  readonly nearest: typeof nearest
  readonly nearestFitting: typeof nearestFitting
  readonly nearestProperty: typeof nearestProperty
  readonly nearestArgument: typeof nearestArgument
  readonly typeMeantBy: typeof typeMeantBy
  readonly meantValue: typeof meantValue
  readonly meantAsType: typeof meantAsType
  readonly createMender: typeof createMender
  readonly noteUncomputed: typeof noteUncomputed
  readonly formula: FormulaAdvice
  /** What a part of the document's schema is for, in words. */
  describe(schema: ShapeSchema): string | undefined
  /** The findings, with the repair where a name is not declared and could be. */
  offerDeclarations(document: JsonObject, findings: readonly Finding[]): readonly Finding[]
  /** What is wrong with the syntax, and its repair. */
  explainFault(unreadable: Unreadable): SyntaxFault
}
