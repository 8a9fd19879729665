import { signal } from '@preact/signals-core'
import { Mic, Square } from 'lucide-react'
import type { ReactNode } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import type { Listener, Listening } from '../services/listening.ts'

const nobody = signal<Listening | null>(null)

/** While an app has the microphone: its window's own bar says so, and ends it. */
export function ListeningMark({ id, listener }: { readonly id: string; readonly listener: Listener | undefined }): ReactNode {
  const now = useSignalValue(listener?.now ?? nobody)
  const listening = now?.instance === id
  return (
    <span className="title-bar-listening" role="status">
      {listening ? (
        <>
          <Mic size={14} strokeWidth={1.75} aria-hidden="true" />
          <span>Listening</span>
          <button type="button" className="title-bar-stop" onClick={() => now.stop()}>
            <Square size={9} fill="currentColor" aria-hidden="true" />
            Stop
          </button>
        </>
      ) : null}
    </span>
  )
}
