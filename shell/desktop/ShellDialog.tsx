import { X } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import './ShellDialog.css'

export interface ShellDialogProps {
  readonly title: string
  /** Escape, the close button, or a press beside it. */
  readonly onClose: () => void
  readonly size?: 's' | 'm' | 'l'
  /** Without a close button: the answer is one of the buttons inside. */
  readonly asks?: boolean
  /** What stands in the title's place, where the plain title is not enough; the name stays `title`. */
  readonly heading?: ReactNode
  readonly children: ReactNode
}

/**
 * A dialog of the desktop itself, in the browser's top layer: no app can draw above it, and everything
 * below it is inert meanwhile (S16).
 */
export function ShellDialog({ title, onClose, size = 'm', asks = false, heading, children }: ShellDialogProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const element = dialog.current
    if (!element) return
    element.showModal()
    // The browser would take the first button; each dialog names what its person goes on with.
    element.querySelector<HTMLElement>('[data-focus-first]')?.focus()
    return () => element.close()
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a press beside the dialog is a convenience; Escape and the button do the same by key.
    <dialog
      ref={dialog}
      className="ui-dialog"
      data-size={size}
      aria-labelledby={titleId}
      onCancel={event => {
        event.preventDefault()
        onClose()
      }}
      onClick={event => {
        if (event.target === dialog.current && !asks) onClose()
      }}
    >
      <div className="ui-dialog-sheet">
        <header className="ui-dialog-head">
          {heading ?? null}
          <h2 id={titleId} className={heading ? 'ui-hidden' : undefined}>
            {title}
          </h2>
          {!asks && (
            <button type="button" className="ui-icon-button" aria-label="Close" onClick={onClose}>
              <X size={18} strokeWidth={1.5} aria-hidden="true" />
            </button>
          )}
        </header>
        {children}
      </div>
    </dialog>
  )
}
