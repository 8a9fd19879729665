import { X } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import '../desktop/Toasts.css'
import type { Preview, ShownToast } from './preview.ts'

/** How long a message stays, ms; longer where it can be undone. As on the desktop. */
const SHOWN_MS = 5000
const SHOWN_WITH_UNDO_MS = 9000

/** What the app says in passing. */
export function ToastList({ preview }: { readonly preview: Preview }): ReactNode {
  const toasts = useSignalValue(preview.toasts)
  return (
    <div className="toasts" role="status" aria-live="polite">
      {toasts.map(toast => (
        <ToastView key={toast.id} toast={toast} onGone={() => preview.dismiss(toast.id)} />
      ))}
    </div>
  )
}

function ToastView({ toast, onGone }: { readonly toast: ShownToast; readonly onGone: () => void }): ReactNode {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the time runs once per message
  useEffect(() => {
    const timer = setTimeout(onGone, toast.undo ? SHOWN_WITH_UNDO_MS : SHOWN_MS)
    return () => clearTimeout(timer)
  }, [toast])
  return (
    <div className="toast" data-tone={toast.tone}>
      <p>{toast.text.slice(0, 300)}</p>
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
