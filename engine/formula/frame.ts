/** One evaluation of one formula: its surroundings, its lambdas' parameters, and what it may still spend (B28). */

import type { ClockGrain } from '../../schema/formula/clock.ts'
import { childrenOf, type ExpressionNode, type Span } from '../../schema/formula/expression.ts'
import type { Json } from '../../schema/json/json.ts'
import { LIMITS } from '../../schema/limits.ts'
import type { FormulaEnv } from './contract.ts'

export interface Frame<E extends FormulaEnv = FormulaEnv> {
  readonly env: E
  /** One place for each parameter of each lambda; no lambda outlives its call, so none is ever needed twice at once. */
  readonly slots: Json[]
  /** What `now()` counts in, for this formula. */
  readonly grain: ClockGrain
  /** The call that is being made, for what it may report. */
  site: Span
  /** Faults already reported, so that one in a lambda is said once and not for every element. */
  reported: Set<string> | null
}

export type Run = (frame: Frame) => Json

/** A lambda on its way into a library function. Never a value of the language: nothing can hold or give one (B27). */
export class Lambda {
  readonly arity: number
  readonly run: (a: Json, b?: Json, c?: Json) => Json
  constructor(arity: number, run: (a: Json, b?: Json, c?: Json) => Json) {
    this.arity = arity
    this.run = run
  }
}

export type Argument = Json | Lambda
/** A library function: the arguments are computed, lambdas apart; missing ones are undefined. */
export type Native = (frame: Frame, args: readonly Argument[]) => Json

/** Ends an evaluation past a bound; caught where the evaluation began, which gives null. It is no error, whose stack takes longer to write down than most formulas to compute. */
export class Stop {
  readonly code: string
  readonly message: string
  constructor(code: string, message: string) {
    this.code = code
    this.message = message
  }
}

/**
 * Counts work: one a lambda call, and for a library function that walks a list or a text one for the call and one more for each
 * 64 elements or 1,024 characters, so that what needs no lambda is bounded too. One step is a third of a microsecond at most where this was weighed.
 */
export function spend(frame: Frame, calls: number): void {
  const { meter } = frame.env
  meter.lambdaCalls += calls
  if (meter.lambdaCalls > LIMITS.lambdaCalls)
    throw new Stop('too-much-work', `This takes more than ${LIMITS.lambdaCalls} steps of computing. Filter first, or keep a shorter list.`)
}

export function spendOnElements(frame: Frame, count: number): void {
  spend(frame, 1 + (count >> 6))
}

/** Work that takes longer for each element: a value told apart by its content, a small list made. */
export function spendOnValues(frame: Frame, count: number): void {
  spend(frame, 1 + (count >> 3))
}

/** Fields made or looked up by their names. Records of many fields are kept in another way, in which each takes much longer. */
export function spendOnFields(frame: Frame, count: number): void {
  spend(frame, 1 + (Math.min(count, FEW_FIELDS) >> 3) + 2 * Math.max(0, count - FEW_FIELDS))
}

const FEW_FIELDS = 64

/** What one evaluation of a formula or a lambda counts for its own parts: one for each 16, a call being ten. */
export function weightOf(node: ExpressionNode): number {
  return partsOf(node) >> 4
}

function partsOf(node: ExpressionNode): number {
  // A lambda's body counts with its calls.
  return childrenOf(node).reduce((sum, child) => sum + (child.kind === 'lambda' ? 1 : partsOf(child)), node.kind === 'call' ? 10 : 1)
}

export function spendOnText(frame: Frame, characters: number): void {
  spend(frame, 1 + (characters >> 10))
}

/** Counts text that an operation makes, in UTF-16 units. */
export function makeText(frame: Frame, characters: number): void {
  const { meter } = frame.env
  meter.textMade += characters
  if (meter.textMade > LIMITS.evaluationCharacters) throw new Stop('too-much-text', `This makes more than ${LIMITS.evaluationCharacters / 1024} KiB of text.`)
}

/** Checks the length of a list that is about to be made, and counts the elements that this step adds to it. */
export function makeList(frame: Frame, length: number, added = length): void {
  if (length > LIMITS.listElements) throw new Stop('list-too-long', `This list would have ${length} elements; at most ${LIMITS.listElements} are allowed.`)
  spendOnElements(frame, added)
}

/** Reports what cannot be computed at the present call, once, and gives null for it. */
export function fault(frame: Frame, code: string, message: string): null {
  const { from = 0, to = 0 } = frame.site
  const key = `${code} ${from} ${to}`
  frame.reported ??= new Set()
  if (!frame.reported.has(key)) {
    frame.reported.add(key)
    frame.env.report({ code, message, from, to })
  }
  return null
}

/** Nothing is ever put into it. */
const NO_SLOTS: Json[] = []

/** Runs an evaluation from its beginning, which counts `weight`; whatever ends it early is reported, and gives `otherwise` (B26). */
export function evaluate<E extends FormulaEnv, R>(
  env: E,
  slots: number,
  grain: ClockGrain,
  site: Span,
  run: (frame: Frame<E>) => R,
  otherwise: R,
  weight = 0,
): R {
  const frame: Frame<E> = { env, slots: slots === 0 ? NO_SLOTS : new Array<Json>(slots).fill(null), grain, site, reported: null }
  try {
    // Where everything is spent already, nothing begins, also nothing that counts its work when it is done.
    spend(frame, weight)
    return run(frame)
  } catch (error) {
    // The call that was being made when it ended.
    const { from = 0, to = 0 } = frame.site
    if (error instanceof Stop) env.report({ code: error.code, message: error.message, from, to })
    else if (error instanceof RangeError) env.report({ code: 'too-deep', message: 'This value is nested too deeply, or too large, to compute with.', from, to })
    else
      env.report({
        code: 'internal',
        message: `This formula could not be computed: ${error instanceof Error ? error.message : String(error)}`,
        from,
        to,
      })
    return otherwise
  }
}
