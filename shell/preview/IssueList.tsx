import { Wrench } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import type { Issue } from '../../schema/issue.ts'
import { toFailure } from '../services/page-failure.ts'
import type { Connection } from './connection.ts'
import type { Preview } from './preview.ts'
import { sourceLine } from './source-line.ts'

/** So many are shown; the others wait until these are mended. */
const MOST = 50

/** What is found in the file, each at its place, with its fix to press. */
export function IssueList({ preview, connection }: { readonly preview: Preview; readonly connection: Connection }): ReactNode {
  const file = useSignalValue(preview.file)
  const issues = useSignalValue(preview.issues)
  const [refused, setRefused] = useState<{ readonly version: string; readonly message: string } | null>(null)
  if (file?.kind !== 'text' || issues.length === 0) return null
  const { version, text } = file
  const fix = (issue: number) => {
    setRefused(null)
    connection.fix({ version, issue }).catch((cause: unknown) => setRefused({ version, message: toFailure(cause).message }))
  }
  return (
    <section className="preview-part" aria-labelledby="issues">
      <h2 id="issues">Found in the file</h2>
      {refused?.version === version ? (
        <p className="preview-refused" role="alert">
          {refused.message}
        </p>
      ) : null}
      <ul className="preview-issues">
        {issues.slice(0, MOST).map((issue, at) => (
          <IssueItem key={`${issue.code} ${issue.line}:${issue.column} ${issue.message}`} issue={issue} text={text} onFix={() => fix(at)} />
        ))}
      </ul>
      {issues.length > MOST ? <p className="ui-note">And {issues.length - MOST} more.</p> : null}
    </section>
  )
}

function IssueItem({ issue, text, onFix }: { readonly issue: Issue; readonly text: string; readonly onFix: () => void }): ReactNode {
  const { severity, line, column, message, suggestion, fix } = issue
  const source = sourceLine(text, line, column)
  return (
    <li data-severity={severity}>
      <p className="preview-issue-place">
        <strong>{severity === 'error' ? 'Error' : 'Note'}</strong>
        <span className="ui-mono">
          {line}:{column}
        </span>
      </p>
      <p>{message}</p>
      {source ? (
        <pre className="preview-source" aria-hidden="true">
          {source.shown}
          {'\n'}
          <b>{`${' '.repeat(source.caret)}^`}</b>
        </pre>
      ) : null}
      {suggestion !== undefined && !message.includes(suggestion) ? <p>Did you mean {suggestion}?</p> : null}
      {fix ? (
        <button type="button" className="ui-button" aria-label={`Fix: ${fix.title}`} onClick={onFix}>
          <Wrench size={14} strokeWidth={1.5} aria-hidden="true" />
          {fix.title}
        </button>
      ) : null}
    </li>
  )
}
