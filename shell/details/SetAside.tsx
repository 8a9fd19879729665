import { type ReactNode, useId, useState } from 'react'
import { fittingEntries } from '../../engine/migrate/fitting-entries.ts'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import { prettyText } from '../../schema/json/pretty-text.ts'
import { useDesk } from '../desktop/desk-context.ts'
import { toFailure } from '../services/page-failure.ts'
import { saveTextFile } from '../services/save-file.ts'
import type { Session } from '../session/session.ts'
import type { StoredAside } from '../storage/installed-app.ts'
import { readableText } from './readable-text.ts'
import './SetAside.css'

/** Lines of a value that are shown; a file has all of it. */
const mostLines = 14

/** What changes of the app set aside (B81): to look at, to keep as a file, to put back. */
export function SetAside({ session, document, name }: { readonly session: Session; readonly document: JsonObject | null; readonly name: string }): ReactNode {
  const items = useSignalValue(session.versions.aside)
  if (items.length === 0)
    return <p className="ui-note">Nothing is set aside. Where a change of the app leaves no place for what you entered, it is kept here.</p>
  return (
    <>
      <p className="ui-note">Changes of the app left no place for these. They are kept until you put them back.</p>
      <ul className="set-aside">
        {items.map(item => (
          <Item key={item.id} item={item} session={session} document={document} appName={name} />
        ))}
      </ul>
    </>
  )
}

interface ItemProps {
  readonly item: StoredAside
  readonly session: Session
  readonly document: JsonObject | null
  readonly appName: string
}

function Item({ item, session, document, appName }: ItemProps): ReactNode {
  const desk = useDesk()
  const selectId = useId()
  const places = document ? fittingEntries(document, item.value, item.name) : []
  const [chosen, setChosen] = useState<string | null>(null)
  const place = places.find(({ name }) => name === chosen)?.name ?? places[0]?.name
  const text = readableText(item.value)
  const lines = text.split('\n')
  const say = (words: string, tone = 'info') => desk.say({ from: null, text: words, tone, undo: null })
  return (
    <li>
      <h3>{item.name}</h3>
      <p className="ui-note">{new Date(item.at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })}</p>
      <pre>{lines.length > mostLines ? `${lines.slice(0, mostLines).join('\n')}\n… ${lines.length - mostLines} more lines` : text}</pre>
      <p className="details-actions">
        {places.length > 1 ? (
          <>
            <label htmlFor={selectId} className="ui-note">
              Put into
            </label>
            <select id={selectId} className="ui-input" value={place} onChange={event => setChosen(event.target.value)}>
              {places.map(({ name }) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </>
        ) : null}
        {place === undefined ? null : (
          <button
            type="button"
            className="ui-button"
            onClick={() =>
              session.versions.restoreAside(item.id, place).then(
                swapped => say(`It is back in “${place}”.${swapped ? ' What was entered there meanwhile is set aside instead.' : ''}`),
                cause => say(toFailure(cause).message, 'bad'),
              )
            }
          >
            {places.length > 1 ? 'Put it there' : `Put back into “${place}”`}
          </button>
        )}
        <button
          type="button"
          className="ui-button"
          onClick={() =>
            navigator.clipboard.writeText(text).then(
              () => say('It was copied.'),
              () => say('The browser did not let it be copied. Use Save as a file.', 'warn'),
            )
          }
        >
          Copy as text
        </button>
        <button type="button" className="ui-button" onClick={() => saveTextFile(`${appName} ${item.name}.json`, 'application/json', prettyText(item.value))}>
          Save as a file
        </button>
      </p>
      {place === undefined ? <p className="ui-note">No entry of the app can hold it as it is.</p> : null}
    </li>
  )
}
