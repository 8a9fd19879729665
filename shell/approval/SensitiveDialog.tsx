import type { ReactNode } from 'react'
import { useDesk } from '../desktop/desk-context.ts'
import { ShellDialog } from '../desktop/ShellDialog.tsx'
import { capabilityWords } from './capability-words.ts'
import { useSeenFor } from './use-seen-for.ts'

export interface SensitiveDialogProps {
  readonly name: string
  readonly capability: string
  readonly onAnswer: (yes: boolean) => void
}

/** Asked at each use of a sensitive capability. */
export function SensitiveDialog({ name, capability, onAnswer }: SensitiveDialogProps): ReactNode {
  const desk = useDesk()
  const seen = useSeenFor(700)
  const answer = (yes: boolean) => {
    onAnswer(yes)
    desk.closePanel()
  }
  const { title } = capabilityWords(capability)
  return (
    <ShellDialog title={`Allow ${name} once?`} size="s" asks onClose={() => answer(false)}>
      <div className="ui-dialog-body">
        <p>{title}. You will be asked again the next time.</p>
      </div>
      <footer className="ui-dialog-foot">
        <button type="button" data-focus-first className="ui-button" onClick={() => answer(false)}>
          Don't allow
        </button>
        <button
          type="button"
          className="ui-button"
          data-kind="primary"
          aria-disabled={seen ? undefined : true}
          onClick={event => {
            if (seen && event.detail <= 1) answer(true)
          }}
        >
          Allow once
        </button>
      </footer>
    </ShellDialog>
  )
}
