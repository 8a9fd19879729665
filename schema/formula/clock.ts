/** How often a formula that depends on the clock has to be computed again (B30). */
import { type Argument, childrenOf, type ExpressionNode } from './expression.ts'

/** `'day'` where only the date is read, `'second'` for the time, `'frame'` where parts of a second are shown. */
export type ClockGrain = 'day' | 'second' | 'frame'

/**
 * The grain at which a formula by itself depends on the clock, or null.
 *
 * `now()` counts in seconds, and in frames where the same formula shows more: it divides by a constant below 1,000, rounds to digits,
 * or formats with a fraction (`S` in a time's pattern, `0.0` in a number's). What the derived values and functions that it uses depend on is not part of the answer.
 */
export function clockGrain(tree: Argument): ClockGrain | null {
  let grain: ClockGrain | null = null
  let fractions = false
  const visit = (node: ExpressionNode) => {
    if (node.kind === 'call') {
      const second = node.args[1]
      const pattern = second?.kind === 'literal' ? second.value : null
      if (node.name === 'now' || (node.name === 'timeIn' && node.args.length < 2)) grain = 'second'
      else if (node.name === 'today') grain ??= 'day'
      else if (node.name === 'format' && typeof pattern === 'string') {
        if (pattern === 'relative') grain = 'second'
        else if (/S|0\.\d*0|0\.#/.test(pattern.replace(/'[^']*'/g, ''))) fractions = true
      } else if (node.name === 'round' && typeof pattern === 'number' && pattern > 0) fractions = true
    } else if (node.kind === 'binary' && node.op === '/' && node.right.kind === 'literal' && typeof node.right.value === 'number') {
      if (node.right.value > 0 && node.right.value < 1000 && reachesNow(node.left)) fractions = true
    }
    childrenOf(node).forEach(visit)
  }
  visit(tree)
  return grain === 'second' && fractions ? 'frame' : grain
}

/** Whether a value is made of `now()` by plus and minus alone, so that a division divides milliseconds. */
function reachesNow(node: ExpressionNode): boolean {
  if (node.kind === 'call') return node.name === 'now'
  return node.kind === 'binary' && (node.op === '+' || node.op === '-') && (reachesNow(node.left) || reachesNow(node.right))
}
