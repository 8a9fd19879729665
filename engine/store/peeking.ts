import { type ReadonlySignal, untracked } from '@preact/signals-core'

/** What reads a signal without being told of its changes, for where that is done thousands of times: `peek` makes a function each time. */
export function peeking<T>(of: ReadonlySignal<T>): () => T {
  const read = () => of.value
  return () => untracked(read)
}
