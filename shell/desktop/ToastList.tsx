import { X } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'
import type { ShownToast } from './shown-toast.ts'
import './ToastList.css'

/** How long a message stays, ms; longer where it can be undone. */
const shownFor = 5000
const shownForUndo = 9000

interface ToastListProps {
  readonly toasts: readonly ShownToast[]
  readonly onGone: (id: number) => void
}

/** Passing messages, each under the name of the app that says it (S62). */
export function ToastList({ toasts, onGone }: ToastListProps): ReactNode {
  return (
    <div className="toasts" role="status" aria-live="polite">
      {toasts.map(toast => (
        <ToastView key={toast.id} toast={toast} onGone={() => onGone(toast.id)} />
      ))}
    </div>
  )
}

function ToastView({ toast, onGone }: { readonly toast: ShownToast; readonly onGone: () => void }): ReactNode {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the time runs once per message
  useEffect(() => {
    if (toast.stays) return
    const timer = setTimeout(onGone, toast.undo ? shownForUndo : shownFor)
    return () => clearTimeout(timer)
  }, [toast])
  return (
    <div className="toast" data-tone={toast.tone} data-stays={toast.stays ? '' : undefined}>
      <p>
        {toast.from ? <strong>{toast.from}</strong> : null}
        {toast.text.slice(0, toast.stays ? 700 : 300)}
        {toast.stays ? <small>{toast.stays.note}</small> : null}
      </p>
      {toast.stays?.actions.map(({ label, run }) => (
        <button
          key={label}
          type="button"
          className="ui-button"
          onClick={() => {
            run()
            onGone()
          }}
        >
          {label}
        </button>
      ))}
      {toast.undo ? (
        <button
          type="button"
          className="ui-button"
          onClick={() => {
            toast.undo?.()
            onGone()
          }}
        >
          Undo
        </button>
      ) : null}
      <button type="button" className="ui-icon-button" aria-label="Dismiss" onClick={onGone}>
        <X size={15} strokeWidth={1.5} aria-hidden="true" />
      </button>
    </div>
  )
}
