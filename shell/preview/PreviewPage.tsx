import type { ReactNode } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import { ToastList } from '../desktop/ToastList.tsx'
import type { Listener } from '../services/listening.ts'
import { AppPane } from './AppPane.tsx'
import type { Connection } from './connection.ts'
import { IssueList } from './IssueList.tsx'
import { PermissionList } from './PermissionList.tsx'
import type { Preview } from './preview.ts'
import { QuestionDialog } from './QuestionDialog.tsx'
import { TestList } from './TestList.tsx'
import './Preview.css'

export interface PreviewPageProps {
  readonly preview: Preview
  readonly connection: Connection
  readonly listener: Listener
}

/** The page of `cyanotype dev`: the app of a file, and beside it what is to be said about the file. */
export function PreviewPage({ preview, connection, listener }: PreviewPageProps): ReactNode {
  const question = useSignalValue(preview.question)
  const toasts = useSignalValue(preview.toasts)
  return (
    <div className="preview desk">
      <main className="preview-stage">
        <AppPane preview={preview} listener={listener} />
        <ToastList toasts={toasts} onGone={id => preview.dismiss(id)} />
      </main>
      <aside className="preview-side" aria-label="About the file">
        <FileHead preview={preview} connection={connection} />
        <IssueList preview={preview} connection={connection} />
        <TestList preview={preview} />
        <PermissionList preview={preview} />
      </aside>
      {question ? <QuestionDialog preview={preview} question={question} /> : null}
    </div>
  )
}

/** The file's name, and how it stands with it, in words that a screen reader hears change. */
function FileHead({ preview, connection }: { readonly preview: Preview; readonly connection: Connection }): ReactNode {
  const file = useSignalValue(preview.file)
  const issues = useSignalValue(preview.issues)
  const shown = useSignalValue(preview.shown)
  const status = useSignalValue(connection.status)
  const errors = issues.filter(({ severity }) => severity === 'error').length
  const behind = shown !== null && (errors > 0 || file?.kind === 'unreadable')
  return (
    <header className="preview-file">
      <h1>{file?.name ?? 'Waiting for the file…'}</h1>
      <p role="status" data-tone={errors > 0 || file?.kind === 'unreadable' ? 'bad' : 'good'}>
        {file === null ? '' : file.kind === 'unreadable' ? file.message : errors > 0 ? (errors === 1 ? '1 error' : `${errors} errors`) : 'No errors'}
        {behind ? <span>. The app is the one of the last good save.</span> : null}
      </p>
      {status === 'away' ? (
        <p className="preview-away" role="alert">
          “cyanotype dev” does not answer. The app goes on; saves are shown again once it is started.
        </p>
      ) : null}
    </header>
  )
}
