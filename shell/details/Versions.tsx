import type { ReactNode } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import { cleanText } from '../../schema/identity/clean-text.ts'
import { useDesk } from '../desktop/desk-context.ts'
import { HashPicture } from '../desktop/HashPicture.tsx'
import { toFailure } from '../services/page-failure.ts'
import type { Session } from '../session/session.ts'
import type { Lineage } from '../storage/installed-app.ts'

/** The versions of an app (B93), newest first: what made each, and the way to it. */
export function Versions({ session, name }: { readonly session: Session; readonly name: string }): ReactNode {
  const desk = useDesk()
  const installed = useSignalValue(session.installed)
  const { phase, readOnly } = useSignalValue(session.state)
  if (!installed) return <p className="ui-note">It is not on this desktop yet.</p>
  const use = (hash: string) =>
    session.versions.use(hash).then(
      () => desk.say({ from: name, text: 'This version runs now, with what you entered.', tone: 'info', undo: null }),
      cause => desk.say({ from: name, text: toFailure(cause).message, tone: 'bad', undo: null }),
    )
  return (
    <ol className="details-versions">
      {installed.versions.toReversed().map(({ hash, at, lineage }) => (
        <li key={hash} aria-current={hash === installed.hash ? 'true' : undefined}>
          <HashPicture hash={hash} size={26} />
          <div>
            <strong>{whatMadeIt(lineage)}</strong>
            <span>
              {new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })}
              {lineage.label ? ` · ${lineage.label}` : ''}
              {lineage.edit ? ' · changed by an edit' : ''}
              {hash === installed.hash ? ' · this version' : ''}
            </span>
            <span className="ui-mono">{hash}</span>
            {hash !== installed.hash && phase === 'running' && !readOnly ? (
              <p className="details-actions">
                <button type="button" className="ui-button" onClick={() => void use(hash)}>
                  Use this version
                </button>
              </p>
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  )
}

function whatMadeIt({ prompt, edit, changes = [] }: Lineage): string {
  if (edit) return cleanText(typeof edit.say === 'string' ? edit.say : changes.join(' · ') || 'An edit').text
  return prompt ?? 'No request: it came as it is'
}
