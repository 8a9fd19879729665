import { Sparkles, Square } from 'lucide-react'
import type { ReactNode } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import type { Questions } from './questions.ts'

/** While an app asks a model: its window's own bar says which, and ends it. */
export function AskingMark({ id, questions }: { readonly id: string; readonly questions: Questions }): ReactNode {
  const asking = useSignalValue(questions.asking)
  const status = useSignalValue(questions.status)
  return (
    <span className="title-bar-asking" role="status">
      {asking.has(id) ? (
        <>
          <Sparkles size={14} strokeWidth={1.75} aria-hidden="true" />
          <span title={status?.model ?? undefined}>Asking {status?.model ?? 'a model'}</span>
          <button type="button" className="title-bar-stop" onClick={() => questions.stop(id)}>
            <Square size={9} fill="currentColor" aria-hidden="true" />
            Stop
          </button>
        </>
      ) : null}
    </span>
  )
}
