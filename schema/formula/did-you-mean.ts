/**
 * The candidate that a misspelt name most likely meant, or undefined where none is near.
 *
 * Nearness is the Damerau–Levenshtein distance (insert, drop, change, swap two neighbours), upper and lower case alike;
 * up to a third of the name may differ, at least one letter. Of equals the first wins.
 */
export function didYouMean(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase()
  let best: string | undefined
  let least = Math.max(1, Math.floor(name.length / 3)) + 1
  for (const candidate of candidates) {
    if (candidate === name || Math.abs(candidate.length - name.length) >= least) continue
    const found = distance(wanted, candidate.toLowerCase(), least)
    if (found < least) {
      least = found
      best = candidate
    }
  }
  // One letter for another is no misspelling of it.
  return name.length < 2 && least > 0 ? undefined : best
}

/** The distance, or `bound` once it is certain to be no less. */
export function distance(a: string, b: string, bound = Number.POSITIVE_INFINITY): number {
  const width = b.length + 1
  if (rows.length < 3 * width) rows = new Float64Array(3 * width)
  // The row in work, the one above it, and the one above that, in turns.
  let [row, above, before] = [0, width, 2 * width]
  for (let j = 0; j < width; j += 1) rows[above + j] = j
  for (let i = 1; i <= a.length; i += 1) {
    const letter = a.charCodeAt(i - 1)
    const letterBefore = a.charCodeAt(i - 2)
    rows[row] = i
    let least = i
    for (let j = 1; j < width; j += 1) {
      const same = letter === b.charCodeAt(j - 1)
      let cost = Math.min(at(above + j) + 1, at(row + j - 1) + 1, at(above + j - 1) + (same ? 0 : 1))
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && letterBefore === b.charCodeAt(j - 1)) cost = Math.min(cost, at(before + j - 2) + 1)
      rows[row + j] = cost
      if (cost < least) least = cost
    }
    if (least >= bound) return bound
    ;[row, above, before] = [before, row, above]
  }
  return at(above + b.length)
}

/** Room for three rows of the distances, kept: thousands of names are compared in a document that is full of faults. */
let rows = new Float64Array(96)
const at = (index: number): number => rows[index] as number
