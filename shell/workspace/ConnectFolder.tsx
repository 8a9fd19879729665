import { ArrowUp, Folder } from 'lucide-react'
import { type ReactNode, useCallback, useEffect, useId, useRef, useState } from 'react'
import type { ConnectedFolder, MachineFolder } from '../../schema/protocol/files.ts'
import { toFailure } from '../services/page-failure.ts'
import type { Workspace } from './workspace.ts'

export interface ConnectFolderProps {
  readonly workspace: Workspace
  /** Null where the person changed their mind. */
  readonly onDone: (folder: ConnectedFolder | null) => void
}

/** A folder of this machine, written or picked from the gateway's own listing. No app has it until it is allowed to. */
export function ConnectFolder({ workspace, onDone }: ConnectFolderProps): ReactNode {
  const id = useId()
  const [shown, setShown] = useState<MachineFolder | null>(null)
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  /** Only the last look counts, in whatever order they are answered. */
  const turn = useRef(0)
  const look = useCallback(
    async (path: string | null, written: string) => {
      const mine = ++turn.current
      try {
        const found = await workspace.look(path)
        if (mine !== turn.current) return
        setShown(found)
        // What the person writes meanwhile stays as they write it.
        setText(now => (now === written ? found.path : now))
        setProblem(null)
      } catch (cause) {
        if (mine === turn.current) setProblem(toFailure(cause).message)
      }
    },
    [workspace],
  )
  useEffect(() => void look(null, ''), [look])
  const connect = async () => {
    try {
      onDone(await workspace.connect(text))
    } catch (cause) {
      setProblem(toFailure(cause).message)
    }
  }
  const fault = shown !== null && text === shown.path ? shown.fault : null
  return (
    <section className="files-connect" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>Connect a folder of this machine</h3>
      <p className="ui-note">
        Its files stay where they are. Apps see it only where you choose it for them, hidden files and links never, and they write nothing that could be run.
      </p>
      <form
        onSubmit={event => {
          event.preventDefault()
          void look(text, text)
        }}
      >
        <label htmlFor={id}>Its path</label>
        <input id={id} className="ui-input" spellCheck={false} autoComplete="off" value={text} onChange={event => setText(event.target.value)} />
        <button type="submit" className="ui-button">
          Look
        </button>
      </form>
      {(problem ?? fault?.message) ? (
        <p className="files-problem" role="status">
          {problem ?? fault?.message}
        </p>
      ) : null}
      <ul className="files-list">
        {shown?.parent ? (
          <li>
            <button type="button" className="files-open" onClick={() => void look(shown.parent, text)}>
              <ArrowUp size={16} strokeWidth={1.5} aria-hidden="true" />
              <span>The folder above</span>
            </button>
          </li>
        ) : null}
        {shown?.folders.map(({ name, path }) => (
          <li key={path}>
            <button type="button" className="files-open" onClick={() => void look(path, text)}>
              <Folder size={16} strokeWidth={1.5} aria-hidden="true" />
              <span>{name}</span>
            </button>
          </li>
        ))}
      </ul>
      {shown?.more ? <p className="ui-note">There are more. Write the path of the one that you mean.</p> : null}
      <footer>
        <button type="button" className="ui-button" data-kind="quiet" onClick={() => onDone(null)}>
          Cancel
        </button>
        <button
          type="button"
          className="ui-button"
          data-kind="primary"
          aria-disabled={text.trim() === '' || fault !== null ? true : undefined}
          onClick={() => void (fault === null && connect())}
        >
          Connect this folder
        </button>
      </footer>
    </section>
  )
}
