import { type ReactNode, useState } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import { cleanText } from '../../schema/identity/clean-text.ts'
import { useDesk } from '../desktop/desk-context.ts'
import { HashPicture } from '../desktop/HashPicture.tsx'
import { usageWords } from '../model/usage-words.ts'
import { toFailure } from '../services/page-failure.ts'
import type { Session } from '../session/session.ts'
import type { Lineage } from '../storage/installed-app.ts'
import { MakeAgain } from './MakeAgain.tsx'
import { VersionComparison } from './VersionComparison.tsx'

/** The versions of an app (B93), newest first: what made each, and the way to it. */
export function Versions({ session, name }: { readonly session: Session; readonly name: string }): ReactNode {
  const desk = useDesk()
  const installed = useSignalValue(session.installed)
  const { phase, readOnly } = useSignalValue(session.state)
  const [compared, setCompared] = useState<string | null>(null)
  if (!installed) return <p className="ui-note">It is not on this desktop yet.</p>
  const use = (hash: string) =>
    session.versions.use(hash).then(
      () => desk.say({ from: name, text: 'This version runs now, with what you entered.', tone: 'info', undo: null }),
      cause => desk.say({ from: name, text: toFailure(cause).message, tone: 'bad', undo: null }),
    )
  const branch = (hash: string) =>
    desk.branchApp(installed.instance, hash).then(
      () => desk.closePanel(),
      cause => desk.say({ from: name, text: toFailure(cause).message, tone: 'bad', undo: null }),
    )
  return (
    <>
      <MakeAgain app={installed} />
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
                {lineage.usage ? ` · ${usageWords(lineage.usage)}` : ''}
                {lineage.checks ? ` · ${lineage.checks.passed} of ${lineage.checks.total} checks passed` : ''}
                {hash === installed.hash ? ' · this version' : ''}
              </span>
              <span className="ui-mono">{hash}</span>
              <p className="details-actions">
                {hash !== installed.hash && phase === 'running' && !readOnly ? (
                  <button type="button" className="ui-button" onClick={() => void use(hash)}>
                    Use this version
                  </button>
                ) : null}
                {hash === installed.hash ? null : (
                  <button type="button" className="ui-button" aria-expanded={compared === hash} onClick={() => setCompared(compared === hash ? null : hash)}>
                    Compare
                  </button>
                )}
                <button type="button" className="ui-button" onClick={() => void branch(hash)}>
                  Make an app of its own
                </button>
              </p>
              {compared === hash ? <VersionComparison app={installed} hash={hash} /> : null}
            </div>
          </li>
        ))}
      </ol>
    </>
  )
}

function whatMadeIt({ prompt, edit, changes = [] }: Lineage): string {
  if (edit && prompt !== null) return cleanText(prompt).text
  if (edit) return cleanText(typeof edit.say === 'string' ? edit.say : changes.join(' · ') || 'An edit').text
  return prompt ?? 'No request: it came as it is'
}
