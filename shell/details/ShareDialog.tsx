import { signal } from '@preact/signals-core'
import { type ReactNode, useEffect, useState } from 'react'
import { QrPicture } from '../../components/QrCode/QrPicture.tsx'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import { encodeLink } from '../../schema/index.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import { useDesk } from '../desktop/desk-context.ts'
import { ShellDialog } from '../desktop/ShellDialog.tsx'
import { toFailure } from '../services/page-failure.ts'
import { saveTextFile } from '../services/save-file.ts'
import type { Session } from '../session/session.ts'
import { useAppName } from '../session/use-session.ts'
import { documentText } from './document-text.ts'
import './ShareDialog.css'

const nothing = signal(null)

interface Shared {
  readonly url: string
  readonly bytes: number
  readonly fitsQr: boolean
}

/** A link that carries the whole app, and a QR code of it where it fits (B91). */
export function ShareDialog({ session }: { readonly session: Session }): ReactNode {
  const desk = useDesk()
  const name = useAppName(session)
  const app = useSignalValue(session.app)
  const document = useSignalValue<JsonObject | null>(app?.document ?? nothing)
  const [shared, setShared] = useState<Shared | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [copied, setCopied] = useState(false)

  useEffect(() => {
    if (!document) return
    const base = location.href.replace(/#.*$/, '')
    encodeLink(document, base).then(
      ({ fragment, bytes, fitsQr }) => setShared({ url: base + fragment, bytes, fitsQr }),
      cause => setProblem(toFailure(cause).message),
    )
  }, [document])

  return (
    <ShellDialog title={`Share ${name}`} onClose={() => desk.closePanel()}>
      <div className="ui-dialog-body share">
        {problem ? <p role="alert">{problem}</p> : null}
        {shared ? (
          <>
            <div className="share-link">
              <input className="ui-input ui-mono" readOnly aria-label="Link" value={shared.url} onFocus={event => event.target.select()} />
              <button
                type="button"
                className="ui-button"
                data-kind="primary"
                onClick={() =>
                  navigator.clipboard.writeText(shared.url).then(
                    () => setCopied(true),
                    () => setProblem('The browser did not let it be copied. Select the link and copy it by hand.'),
                  )
                }
              >
                {copied ? 'Copied' : 'Copy link'}
              </button>
            </div>
            <p className="ui-note" role="status">
              {shared.url.length.toLocaleString()} characters. The app itself is in the link: it needs no server, and carries none of your data. Whoever opens
              it sees what the app is and what it asks for before anything runs.
            </p>
            {shared.fitsQr ? (
              <QrPicture className="qr-code" text={shared.url} label={`QR code of the link to ${name}`} />
            ) : (
              <p className="ui-note">The link is too long for a QR code. Send the link or the file.</p>
            )}
            <p>
              <button
                type="button"
                className="ui-button"
                onClick={() => document && documentText(document).then(text => saveTextFile(`${name}.json`, 'application/json', text))}
              >
                Save as a file
              </button>
            </p>
          </>
        ) : problem ? null : (
          <p className="ui-note" role="status">
            Making the link…
          </p>
        )}
      </div>
    </ShellDialog>
  )
}
