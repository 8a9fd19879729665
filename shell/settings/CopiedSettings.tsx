import { signal } from '@preact/signals-core'
import { Copy, Trash2 } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import { cleanText } from '../../schema/identity/clean-text.ts'
import type { Copied } from '../../tools/ports.ts'
import { useDesk } from '../desktop/desk-context.ts'
import { toFailure } from '../services/page-failure.ts'
import './CopiedSettings.css'

const none = signal<readonly Copied[]>([])

/** What apps of this desktop copied, for the person to copy once more, or to clear. */
export function CopiedSettings(): ReactNode {
  const desk = useDesk()
  const platform = useSignalValue(desk.platform)
  const texts = useSignalValue(platform?.copied.shown ?? none)
  const [said, setSaid] = useState<string | null>(null)
  const attempt = (run: Promise<unknown> | undefined, done: string | null = null) => {
    run?.then(
      () => setSaid(done),
      cause => setSaid(toFailure(cause).message),
    )
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when it is looked at
  useEffect(() => attempt(platform?.copied.read()), [platform])
  return (
    <div className="copied">
      <p className="ui-note">
        The texts that your apps put on the clipboard, kept on this device for a day. An app sees this list only if you allow it. What you copy elsewhere is not
        in it.
      </p>
      {texts.length === 0 ? (
        <p className="ui-note">Nothing was copied.</p>
      ) : (
        <>
          <ul>
            {texts.map(copied => (
              <li key={`${copied.at} ${copied.app} ${copied.text}`}>
                <span className="copied-text">{cleanText(copied.text).text.slice(0, 300)}</span>
                <span className="capability-why">
                  {copied.app} · {new Date(copied.at).toLocaleString(undefined, { dateStyle: 'short', timeStyle: 'short' })}
                </span>
                <button
                  type="button"
                  className="ui-icon-button"
                  aria-label={`Copy “${cleanText(copied.text).text.slice(0, 40)}” again`}
                  onClick={() => attempt(navigator.clipboard.writeText(copied.text), 'Copied.')}
                >
                  <Copy size={15} strokeWidth={1.5} aria-hidden="true" />
                </button>
                <button
                  type="button"
                  className="ui-icon-button"
                  aria-label={`Forget “${cleanText(copied.text).text.slice(0, 40)}”`}
                  onClick={() => attempt(platform?.copied.remove(copied))}
                >
                  <Trash2 size={15} strokeWidth={1.5} aria-hidden="true" />
                </button>
              </li>
            ))}
          </ul>
          <button type="button" className="ui-button" onClick={() => attempt(platform?.copied.clear(), 'The list is empty.')}>
            Clear the list
          </button>
        </>
      )}
      <p className="ui-note" role="status">
        {said}
      </p>
    </div>
  )
}
