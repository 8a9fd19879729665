/**
 * What all formulas of an app may do before anything else gets its turn. Each evaluation is bounded (B28), and
 * each of many rows is an evaluation: this bounds them together, so that an app can be slow and never stop the page.
 */
export interface Turn {
  /** Counts what one evaluation spent: lambda calls, as its meter counts them. */
  spend(calls: number): void
  /** Nothing more is computed in this turn. */
  isSpent(): boolean
}

/** About a second of nothing but computing. */
const TURN_CALLS = 2_000_000

/** `stop` is called once the turn in which too much was spent is over. */
export function createTurn(stop: () => void): Turn {
  let spent = 0
  return {
    spend(calls) {
      if (calls <= 0) return
      if (spent === 0)
        queueMicrotask(() => {
          const over = spent > TURN_CALLS
          spent = 0
          if (over) stop()
        })
      spent += calls
    },
    isSpent: () => spent > TURN_CALLS,
  }
}
