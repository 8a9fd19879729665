/**
 * How long something took, over many times, in 151 buckets whose bounds grow by a fixed ratio: what is read from it is
 * right within 9 %, from a microsecond to eighteen minutes, however much was counted.
 */
export interface Histogram {
  readonly count: number
  readonly sum: number
  readonly max: number
  /** Counts one duration in ms; what is negative or no number is not counted. */
  add(ms: number): void
  /** The duration that this share of them did not exceed, `quantile(0.99)`; null where nothing was counted. */
  quantile(share: number): number | null
  /** The buckets that hold something, shortest first; `upTo` is the bucket's upper bound in ms. */
  buckets(): readonly { readonly upTo: number; readonly count: number }[]
}

const SHORTEST = 0.001
/** Buckets to each doubling: a bound is 2^(1/5) ≈ 1.149 times the one before. */
const PER_DOUBLING = 5
const BUCKETS = 150 + 1
const BY_LOG = PER_DOUBLING / Math.LN2

export function createHistogram(): Histogram {
  const counts = new Uint32Array(BUCKETS)
  let count = 0
  let sum = 0
  let max = 0
  return {
    get count() {
      return count
    },
    get sum() {
      return sum
    },
    get max() {
      return max
    },
    add(ms) {
      if (!(ms >= 0) || ms === Number.POSITIVE_INFINITY) return
      const bucket = bucketOf(ms)
      counts[bucket] = (counts[bucket] ?? 0) + 1
      count++
      sum += ms
      if (ms > max) max = ms
    },
    quantile(share) {
      if (count === 0) return null
      const wanted = Math.max(1, Math.ceil(Math.min(1, Math.max(0, share)) * count))
      let seen = 0
      for (let bucket = 0; bucket < BUCKETS; bucket++) {
        seen += counts[bucket] ?? 0
        // The middle of the bucket by ratio, and never more than was ever counted.
        if (seen >= wanted) return Math.min(max, bucket === BUCKETS - 1 ? max : boundOf(bucket) / 2 ** (0.5 / PER_DOUBLING))
      }
      return max
    },
    buckets() {
      return [...counts].flatMap((count, bucket) => (count === 0 ? [] : [{ upTo: bucket === BUCKETS - 1 ? max : boundOf(bucket), count }]))
    },
  }
}

function bucketOf(ms: number): number {
  if (ms <= SHORTEST) return 0
  return Math.min(BUCKETS - 1, Math.max(0, Math.ceil(Math.log(ms / SHORTEST) * BY_LOG - 1e-9)))
}

function boundOf(bucket: number): number {
  return SHORTEST * 2 ** (bucket / PER_DOUBLING)
}
