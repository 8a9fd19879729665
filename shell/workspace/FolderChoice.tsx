import { type ReactNode, useEffect, useId, useState } from 'react'
import { nameKey } from '../../schema/workspace/path.ts'
import { readFolderRef, writeFolderRef } from './folder-ref.ts'
import { type Places, usePlaces } from './use-places.ts'
import './FolderChoice.css'

export interface FolderChoiceProps {
  /** The app's own name for it: what stands in the capability. */
  readonly folder: string
  /** What was picked, or null where nothing was. */
  readonly choice: string | null
  readonly onPick: (choice: string) => void
}

/** Which folder stands behind the name that an app uses: the pick is the grant. */
export function FolderChoice({ folder, choice, onPick }: FolderChoiceProps): ReactNode {
  const id = useId()
  const places = usePlaces()
  const ref = readFolderRef(choice, folder)
  const alike = places?.own.find(name => nameKey(name) === nameKey(folder)) ?? null
  const picked = choice === null && alike !== null ? `browser:${alike}` : writeFolderRef(ref)
  const own = places?.own ?? []
  // What is shown as picked is what is used, also where the person leaves it at that.
  useEffect(() => {
    if (choice === null && alike !== null && alike !== folder) onPick(`browser:${alike}`)
  })
  const isNew = alike === null
  const missing = places !== null && ref.place === 'machine' && !places.connected.some(each => each.id === ref.id)
  return (
    <div className="folder-pick">
      <label htmlFor={id}>Which folder is “{folder}”</label>
      <select
        id={id}
        className="ui-select"
        value={picked}
        disabled={places === null}
        aria-describedby={`${id}-has`}
        onChange={event => onPick(event.target.value)}
      >
        <optgroup label="In this browser">
          {isNew ? <option value={`browser:${folder}`}>{folder} (a new one)</option> : null}
          {own.map(name => (
            <option key={name} value={`browser:${name}`}>
              {name}
            </option>
          ))}
        </optgroup>
        {places && (places.connected.length > 0 || missing) ? (
          <optgroup label="On this machine">
            {missing ? <option value={picked}>A folder that is not connected any more</option> : null}
            {places.connected.map(({ id: of, name, path }) => (
              <option key={of} value={`machine:${of}`}>
                {name} · {path}
              </option>
            ))}
          </optgroup>
        ) : null}
      </select>
      <p className="ui-note" id={`${id}-has`} role="status">
        {places === null ? (
          ''
        ) : missing ? (
          'Choose another, or connect it again in Files.'
        ) : (
          <FolderContent places={places} picked={picked} isNew={isNew && picked === `browser:${folder}`} />
        )}
      </p>
    </div>
  )
}

/** What the app would find there: a person sees what they hand over. */
function FolderContent({ places, picked, isNew }: { readonly places: Places; readonly picked: string; readonly isNew: boolean }): ReactNode {
  const [said, setSaid] = useState('')
  useEffect(() => {
    let shown = true
    setSaid('')
    if (isNew) return
    places.workspace
      .open(readFolderRef(picked, ''), null)
      .list('', false)
      .then(
        entries =>
          entries.length === 0
            ? 'It is empty.'
            : `In it: ${entries
                .slice(0, 3)
                .map(({ name }) => name)
                .join(', ')}${entries.length > 3 ? ` and ${entries.length - 3} more` : ''}.`,
        cause => (cause instanceof Error ? cause.message : ''),
      )
      .then(words => {
        if (shown) setSaid(words)
      })
    return () => {
      shown = false
    }
  }, [places, picked, isNew])
  return isNew ? 'It is made for the app, and begins empty.' : said
}

/** What was picked, in words for a list of grants. */
export function folderWords(choice: string | undefined): string {
  return choice === undefined ? '' : choice.startsWith('browser:') ? ` as the folder “${choice.slice(8)}”` : ' as a folder of this machine'
}
