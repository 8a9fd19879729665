/** What came of one test of a blueprint (B70). */
import type { JsonObject } from '../../../schema/json/json.ts'

/** Why a step did not hold, as two things to hold against each other. */
export interface StepProblem {
  /** What the step needed: `a button called “Save”`. */
  readonly expected: string
  /** What there was, and what to do about it where that can be told. */
  readonly seen: string
}

export interface StepFailure extends StepProblem {
  /** The step, counted from 1, and as it is written; null where the test failed outside of its steps. */
  readonly step: { readonly number: number; readonly written: JsonObject } | null
}

export interface TestVerdict {
  readonly name: string
  readonly passed: boolean
  /** Only of a test that failed; and the same in one paragraph. */
  readonly failure?: StepFailure
  readonly message?: string
  /** How far the test moved its clock, and how long it took; ms. */
  readonly virtualMs: number
  readonly realMs: number
}

/** A failure in one paragraph. */
export function failureWords({ step, expected, seen }: StepFailure): string {
  const where = step === null ? '' : `Step ${step.number}, ${JSON.stringify(step.written)}: `
  return `${where}expected ${expected}. Seen: ${seen}`
}
