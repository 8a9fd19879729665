/**
 * What all formulas of an app may do before anything else gets its turn. Each evaluation is bounded (B28), and
 * each of many rows is an evaluation: this bounds them together, so that an app can be slow and never stop the page.
 * Steps are counted as they were weighed; time is the bound for what is dearer than its count after all.
 */
export interface Turn {
  /** An evaluation begins; what it evaluates in turn counts as part of it. */
  begin(): void
  /** It ends, and spent so many steps, as its meter counts them. */
  end(steps: number): void
  /** Nothing more is computed in this turn. */
  isSpent(): boolean
}

/** Four evaluations at their bound, or a hundred lists of 10,000 looked through: about a tenth of a second. */
const TURN_STEPS = 1_000_000
/** Of evaluating alone, ms, what is drawn of it is not counted: a net below the steps, which a slow machine may take long for. */
const TURN_TIME = 500

/** `now` gives milliseconds; `stop` is called once the turn in which too much was spent is over. */
export function createTurn(now: () => number, stop: () => void): Turn {
  let steps = 0
  let time = 0
  let depth = 0
  let begun = 0
  let ending = false
  const isSpent = () => steps > TURN_STEPS || time > TURN_TIME
  return {
    isSpent,
    begin() {
      if (depth++ === 0) begun = now()
    },
    end(spent) {
      steps += spent
      if (--depth === 0) time += Math.max(0, now() - begun)
      if (ending || (steps === 0 && time === 0)) return
      ending = true
      queueMicrotask(() => {
        const over = isSpent()
        ending = false
        steps = 0
        time = 0
        if (over) stop()
      })
    },
  }
}
