/** How often the gateway itself tries again. */
export const RETRIES = 2

const FIRST = 1_000
const LONGEST = 20_000
/** A provider that wants to be left alone for longer than this is reported instead of waited for. */
export const PATIENCE = 30_000

/**
 * Milliseconds before the retry number `attempt` (1, 2, …): between half and the whole of a span that doubles,
 * but never sooner than the provider asked for. `random` is in [0, 1).
 */
export function backOff(attempt: number, retryAfter: number | null, random: () => number): number {
  const span = Math.min(LONGEST, FIRST * 2 ** (attempt - 1))
  const jittered = span / 2 + (span / 2) * random()
  return Math.round(retryAfter === null ? jittered : retryAfter + jittered / 2)
}
