/** What a row of a long list is known by, the same while it is the same row. */
export type RowKey = string

/**
 * Where each row of a long list stands, from the heights that were measured and an estimate for those never drawn. Heights
 * belong to keys, so that a row that moves takes its own along. All in pixels from the first row's upper edge.
 *
 * Laws: `top` never falls; `top(i + 1) - top(i)` is the row's height and the gap; `at(top(i))` is `i` wherever a row has any height.
 */
export interface RowPlaces {
  readonly count: number
  setRows(keys: readonly RowKey[]): void
  /** The space between two rows. */
  setGap(gap: number): void
  /** True if it changes where rows stand. The first rows that are measured also give the estimate, which then stays. */
  measure(heights: readonly (readonly [key: RowKey, height: number])[]): boolean
  /** The row's place, or -1. */
  indexOf(key: RowKey): number
  /** Of a row, or of what follows the last. */
  top(index: number): number
  /** The row at a height; the first or the last beyond the list. -1 where there is none. */
  at(y: number): number
  /** What the rows from `start` up to `end`, not included, and the gaps between them take up. */
  size(start: number, end: number): number
}

/** Of so many rows that are not there the height is kept. */
const longestMemory = 20_000
/** Until something was measured. */
const guess = 44

export function createRowPlaces(): RowPlaces {
  let rows: readonly RowKey[] = []
  let gap = 0
  let estimate: number | null = null
  let tops: Float64Array | null = null
  let indices: ReadonlyMap<RowKey, number> | null = null
  const heights = new Map<RowKey, number>()

  function all(): Float64Array {
    if (tops) return tops
    tops = new Float64Array(rows.length + 1)
    let y = 0
    for (let index = 0; index < rows.length; index++) {
      y += (heights.get(rows[index]!) ?? estimate ?? guess) + gap
      tops[index + 1] = y
    }
    return tops
  }
  const top = (index: number): number => all()[Math.max(0, Math.min(rows.length, index))] ?? 0

  return {
    get count() {
      return rows.length
    },
    setRows(keys) {
      if (keys === rows) return
      rows = keys
      tops = null
      indices = null
      // Rows that went may come back, as in a search; but what is known of them must not grow for ever.
      if (heights.size > 2 * rows.length + longestMemory) {
        const here = new Set(rows)
        for (const key of heights.keys()) if (!here.has(key)) heights.delete(key)
      }
    },
    setGap(next) {
      if (next === gap) return
      gap = next
      tops = null
    },
    measure(measured) {
      let changed = false
      for (const [key, height] of measured) {
        if (heights.get(key) === height) continue
        heights.set(key, height)
        changed = true
      }
      if (estimate === null && measured.length > 0) {
        const mean = measured.reduce((sum, [, height]) => sum + height, 0) / measured.length
        if (mean > 0) estimate = mean
      }
      if (changed) tops = null
      return changed
    },
    indexOf(key) {
      indices ??= new Map(rows.map((row, index) => [row, index]))
      return indices.get(key) ?? -1
    },
    top,
    at(y) {
      const places = all()
      let low = 0
      let high = rows.length - 1
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if (places[middle]! <= y) low = middle
        else high = middle - 1
      }
      return rows.length === 0 ? -1 : low
    },
    size: (start, end) => (end > start ? Math.max(0, top(end) - top(start) - gap) : 0),
  }
}

/** A stretch of a list from `start` up to `end`, not included: drawn, or empty space of its size. */
export interface Stretch {
  readonly drawn: boolean
  readonly start: number
  readonly end: number
}

/**
 * A list of `count` rows as stretches in order, which together are all of it: what lies between `start` and `end` is drawn, and so is
 * each of the rows in `kept`, wherever it stands.
 */
export function stretchesOf(count: number, { start, end }: { readonly start: number; readonly end: number }, kept: readonly number[]): readonly Stretch[] {
  const first = Math.max(0, Math.min(start, count))
  const last = Math.max(first, Math.min(end, count))
  const drawn = [...new Set(kept)].filter(index => index >= 0 && index < count && (index < first || index >= last)).map(index => [index, index + 1] as const)
  if (last > first) drawn.push([first, last])
  drawn.sort((a, b) => a[0] - b[0])
  const stretches: Stretch[] = []
  let at = 0
  for (const [from, to] of drawn) {
    if (from > at) stretches.push({ drawn: false, start: at, end: from })
    stretches.push({ drawn: true, start: from, end: to })
    at = to
  }
  if (at < count) stretches.push({ drawn: false, start: at, end: count })
  return stretches
}
