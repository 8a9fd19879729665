/**
 * What an app says beside its view, for its tests: toasts, which stay as long as on the desktop and whose Undo can be
 * pressed, and questions, which the next step answers.
 */
import { signal } from '@preact/signals-core'
import type { ReactNode } from 'react'
import type { Runtime } from '../../app/runtime.ts'
import type { Toast } from '../../contracts.ts'
import type { Clock } from '../../ports.ts'
import { useSignalValue } from '../use-signal-value.ts'
import { sameLabel } from './find.ts'

const SHOWN_MS = 5000
const SHOWN_WITH_UNDO_MS = 9000

type Question = Parameters<Parameters<Runtime['setConfirm']>[0]>[0]

export interface Asides {
  /** Drawn beside the app. */
  readonly element: ReactNode
  listenTo(app: Runtime): void
  /** The open question's words, or null. */
  question(): string | null
  /** Answers the open question if `label` is one of its buttons. */
  press(label: string): boolean
  /** A step that is not about the open question takes it as answered with yes. False where none is open. */
  sayYes(): boolean
}

export function createAsides(clock: Clock): Asides {
  const toasts = signal<readonly Toast[]>([])
  let open: { readonly question: Question; readonly answer: (yes: boolean) => void } | null = null

  const take = (toast: Toast) => {
    toasts.value = toasts.peek().filter(other => other !== toast)
  }
  const answer = (yes: boolean) => {
    open?.answer(yes)
    open = null
  }

  function Toasts(): ReactNode {
    return (
      <div role="status">
        {useSignalValue(toasts).map((toast, at) => (
          <div key={at}>
            <p>{toast.text}</p>
            {toast.undo ? (
              <button
                type="button"
                onClick={() => {
                  toast.undo?.()
                  take(toast)
                }}
              >
                Undo
              </button>
            ) : null}
          </div>
        ))}
      </div>
    )
  }

  return {
    element: <Toasts key="toasts" />,
    listenTo(app) {
      toasts.value = []
      answer(false)
      app.onToast(toast => {
        toasts.value = [...toasts.peek(), toast]
        clock.after(toast.undo ? SHOWN_WITH_UNDO_MS : SHOWN_MS, () => take(toast))
      })
      app.setConfirm(
        question =>
          new Promise(resolve => {
            answer(false)
            open = { question, answer: resolve }
          }),
      )
    },
    question: () => (open ? [open.question.title, open.question.text, open.question.yes ?? 'Yes', open.question.no ?? 'Cancel'].join(' ') : null),
    press(label) {
      if (!open) return false
      const { yes = 'Yes', no = 'Cancel' } = open.question
      if (sameLabel(label, yes)) answer(true)
      else if (sameLabel(label, no)) answer(false)
      else return false
      return true
    },
    sayYes() {
      if (!open) return false
      answer(true)
      return true
    },
  }
}
