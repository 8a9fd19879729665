import type { ReactNode } from 'react'
import type { ConfirmQuestion } from '../session/session.ts'
import { wordsOfApp } from './app-name.ts'
import { useDesk } from './desk-context.ts'
import { ShellDialog } from './ShellDialog.tsx'

export interface ConfirmDialogProps {
  readonly name: string
  readonly question: ConfirmQuestion
  readonly onAnswer: (yes: boolean) => void
}

/** Words that only the desktop asks with (S62). */
const ownWords = /^\s*(allow|don[’']?t allow)\b/i

/** What an app asks with `confirm`: under its own name, with buttons that cannot be taken for the desktop's. */
export function ConfirmDialog({ name, question, onAnswer }: ConfirmDialogProps): ReactNode {
  const desk = useDesk()
  const answer = (yes: boolean) => {
    onAnswer(yes)
    desk.closePanel()
  }
  const word = (text: string | undefined, otherwise: string) => (text && !ownWords.test(text) ? text.slice(0, 40) : otherwise)
  const title = question.title && !ownWords.test(question.title) ? `${name}: ${wordsOfApp(question.title)}` : `${name} asks`
  return (
    <ShellDialog title={title} size="s" asks onClose={() => answer(false)}>
      <div className="ui-dialog-body">
        <p>{wordsOfApp(question.text)}</p>
      </div>
      <footer className="ui-dialog-foot">
        <button type="button" className="ui-button" data-focus-first onClick={() => answer(false)}>
          {word(question.no, 'Cancel')}
        </button>
        <button type="button" className="ui-button" data-kind={question.tone === 'bad' ? 'bad' : 'primary'} onClick={() => answer(true)}>
          {word(question.yes, 'Yes')}
        </button>
      </footer>
    </ShellDialog>
  )
}
