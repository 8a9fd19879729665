import type { Clock } from './clock.ts'
import { GatewayFailure } from './failure.ts'

export interface TimeLimits {
  /** Milliseconds until the first piece: a local model may have to be loaded first. */
  readonly first: number
  /** Milliseconds between two pieces. */
  readonly idle: number
  /** Milliseconds for all of it, as far as they were spent waiting for the source. */
  readonly total: number
}

export const MODEL_LIMITS: TimeLimits = { first: 180_000, idle: 60_000, total: 900_000 }

/**
 * Passes the pieces on as they are asked for and aborts `controller` with a `timeout` failure, which it
 * also throws, when the source is silent for too long. Time that the consumer takes does not count, so a slow reader
 * holds the source back instead of losing it. The source is released whichever way this ends.
 */
export async function* withinTime<T>(source: AsyncIterable<T>, limits: TimeLimits, clock: Clock, controller: AbortController): AsyncGenerator<T> {
  const iterator = source[Symbol.asyncIterator]()
  let spent = 0
  let ended = false
  try {
    for (let first = true; ; first = false) {
      const from = clock.now()
      const next = await nextWithin(iterator, Math.min(first ? limits.first : limits.idle, limits.total - spent), clock, controller)
      spent += clock.now() - from
      if (next.done) {
        ended = true
        return
      }
      yield next.value
    }
  } finally {
    if (!ended) {
      controller.abort(controller.signal.reason)
      // A source that hangs would never answer; the abort above is what ends it.
      iterator.return?.().catch(() => {})
    }
  }
}

function nextWithin<T>(iterator: AsyncIterator<T>, ms: number, clock: Clock, controller: AbortController): Promise<IteratorResult<T>> {
  return new Promise((resolve, reject) => {
    const { signal } = controller
    const stop = () => reject(signal.reason)
    if (signal.aborted) return stop()
    const cancel = clock.after(ms, () =>
      controller.abort(new GatewayFailure('timeout', 'The model fell silent in the middle of its work. Try again.', { status: 504, again: 'auto' })),
    )
    const over = () => {
      cancel()
      signal.removeEventListener('abort', stop)
    }
    signal.addEventListener('abort', stop, { once: true })
    iterator.next().then(resolve, reject).finally(over)
  })
}
