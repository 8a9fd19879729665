import type { ReactNode } from 'react'
import { YourMark } from '../mark/YourMark.tsx'

interface AskFootProps {
  /** It has been in sight for long enough, and what is to be picked is picked. */
  readonly ready: boolean
  readonly no?: string | undefined
  readonly yes?: string | undefined
  readonly onNo: () => void
  readonly onYes: () => void
}

/** The end of each of the desktop's own questions: the no has the focus, and a yes counts once it is ready, from one press and no held key (S18). */
export function AskFoot({ ready, no = "Don't allow", yes = 'Allow', onNo, onYes }: AskFootProps): ReactNode {
  return (
    <footer className="ui-dialog-foot">
      <YourMark />
      <button type="button" data-focus-first className="ui-button" onClick={onNo}>
        {no}
      </button>
      <button
        type="button"
        className="ui-button"
        data-kind="primary"
        aria-disabled={ready ? undefined : true}
        onKeyDown={event => {
          if (event.repeat) event.preventDefault()
        }}
        onClick={event => {
          if (ready && event.detail <= 1) onYes()
        }}
      >
        {yes}
      </button>
    </footer>
  )
}
