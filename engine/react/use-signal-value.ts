import type { ReadonlySignal } from '@preact/signals-core'
import { useCallback, useSyncExternalStore } from 'react'

/** The value of a signal; the component is drawn again when it changes. */
export function useSignalValue<T>(signal: ReadonlySignal<T>): T {
  const subscribe = useCallback((changed: () => void) => onChange(signal, changed), [signal])
  const read = useCallback(() => signal.peek(), [signal])
  return useSyncExternalStore(subscribe, read, read)
}

/** Calls `changed` whenever the signal comes to hold something else; gives what ends that. */
export function onChange(signal: ReadonlySignal<unknown>, changed: () => void): () => void {
  let first = true
  return signal.subscribe(() => {
    // A signal calls at once with what it holds; React has read that already.
    if (first) first = false
    else changed()
  })
}
