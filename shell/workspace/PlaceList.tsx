import { Folder, HardDrive, Plus } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import type { Room } from '../../schema/workspace/file-tree.ts'
import { useDesk } from '../desktop/desk-context.ts'
import { toFailure } from '../services/page-failure.ts'
import { sizeWords } from './file-words.ts'
import type { FolderRef } from './folder-ref.ts'
import { NameField } from './NameField.tsx'
import type { Places } from './use-places.ts'

export interface PlaceListProps {
  readonly places: Places
  /** As `writeFolderRef` writes it. */
  readonly picked: string
  readonly onPick: (ref: FolderRef) => void
  readonly onConnect: () => void
}

/** The folders to choose from: those of the browser, and those of the machine. */
export function PlaceList({ places, picked, onPick, onConnect }: PlaceListProps): ReactNode {
  const { services } = useDesk()
  const gateway = useSignalValue(services.gateway.present)
  return (
    <nav className="files-places" aria-label="Folders">
      <h3>In this browser</h3>
      <ul>
        {places.own.map(name => (
          <li key={name}>
            <button type="button" aria-current={picked === `browser:${name}`} onClick={() => onPick({ place: 'browser', name })}>
              <Folder size={16} strokeWidth={1.5} aria-hidden="true" />
              <span>{name}</span>
            </button>
          </li>
        ))}
      </ul>
      <NewFolder places={places} onMade={name => onPick({ place: 'browser', name })} />
      <h3>On this machine</h3>
      <ul>
        {places.connected.map(({ id, name, path }) => (
          <li key={id}>
            <button type="button" aria-current={picked === `machine:${id}`} title={path} onClick={() => onPick({ place: 'machine', id })}>
              <HardDrive size={16} strokeWidth={1.5} aria-hidden="true" />
              <span>{name}</span>
            </button>
          </li>
        ))}
      </ul>
      {gateway ? (
        <button type="button" className="files-add" onClick={onConnect}>
          <Plus size={16} strokeWidth={1.5} aria-hidden="true" />
          Connect a folder…
        </button>
      ) : (
        <p className="ui-note">Folders of this machine need Cyanotype’s own server: npm start.</p>
      )}
      <RoomBar places={places} />
    </nav>
  )
}

function NewFolder({ places, onMade }: { readonly places: Places; readonly onMade: (name: string) => void }): ReactNode {
  const [naming, setNaming] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const make = async (name: string) => {
    try {
      await places.workspace.makeFolder(name)
      setProblem(null)
      onMade(name)
    } catch (cause) {
      setProblem(toFailure(cause).message)
    }
  }
  return (
    <>
      {naming ? (
        <NameField
          label="Name of the new folder"
          value=""
          done="Make"
          onName={name => {
            setNaming(false)
            if (name !== null) void make(name)
          }}
        />
      ) : (
        <button type="button" className="files-add" onClick={() => setNaming(true)}>
          <Plus size={16} strokeWidth={1.5} aria-hidden="true" />
          New folder…
        </button>
      )}
      {problem ? (
        <p className="files-problem" role="alert">
          {problem}
        </p>
      ) : null}
    </>
  )
}

/** What all folders of the browser take together. */
function RoomBar({ places }: { readonly places: Places }): ReactNode {
  const [room, setRoom] = useState<Room | null>(null)
  useEffect(() => {
    const ends = new AbortController()
    const { workspace } = places
    const follow = async () => {
      while (!ends.signal.aborted) {
        const version = workspace.changes.version()
        setRoom(await workspace.room())
        await workspace.changes.next('', version, ends.signal)
      }
    }
    follow().catch(() => {
      // Where the browser keeps no files there is no room to show; the panel says so above.
    })
    return () => ends.abort()
  }, [places])
  if (room === null) return null
  const words = `${sizeWords(room.used)} of ${sizeWords(room.most)} used`
  return (
    <div className="files-room">
      <meter aria-label="Room used in this browser" min={0} max={room.most} value={room.used} />
      <p className="ui-note">{words}</p>
    </div>
  )
}
