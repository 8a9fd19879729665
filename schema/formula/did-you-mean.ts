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
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min((above[j] as number) + 1, (row[j - 1] as number) + 1, (above[j - 1] as number) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] as number) + 1)
      row.push(cost)
      least = Math.min(least, cost)
    }
    if (least >= bound) return bound
    before = above
    above = row
  }
  return above[b.length] as number
}
