import { ChevronRight, FolderPlus, Trash2, Upload } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import { kindOf, scopeOf } from '../../schema/capability-name.ts'
import type { FileTree } from '../../schema/workspace/file-tree.ts'
import { appNameForPeople } from '../desktop/app-name.ts'
import { useDesk } from '../desktop/desk-context.ts'
import { toFailure } from '../services/page-failure.ts'
import { holds, type InstalledApp } from '../storage/installed-app.ts'
import { type FolderRef, readFolderRef, writeFolderRef } from './folder-ref.ts'
import { NameField } from './NameField.tsx'
import type { Workspace } from './workspace.ts'

export interface FolderHeadProps {
  readonly folder: FolderRef
  readonly title: string
  readonly path: string
  readonly tree: FileTree
  readonly workspace: Workspace
  readonly onGo: (path: string) => void
  readonly onImport: () => void
  readonly onFolder: (name: string) => Promise<void>
  /** The folder with all that is in it. */
  readonly onRemove: () => Promise<void>
}

/** Where in the folder one is, what can be done with it, and which apps may use it. */
export function FolderHead({ folder, title, path, workspace, onGo, onImport, onFolder, onRemove }: FolderHeadProps): ReactNode {
  const desk = useDesk()
  const apps = useSignalValue(desk.apps)
  const [naming, setNaming] = useState(false)
  const names = path === '' ? [] : path.split('/')
  const users = usersOf(apps, folder)
  const disconnect = async () => {
    if (folder.place !== 'machine') return
    try {
      await workspace.disconnect(folder.id)
    } catch (cause) {
      desk.say({ from: null, text: toFailure(cause).message, tone: 'bad', undo: null })
    }
  }
  return (
    <div className="files-head">
      <ol className="files-way" aria-label="Where this is">
        {[title, ...names].map((name, at) => (
          <li key={`${at} ${name}`}>
            {at > 0 ? <ChevronRight size={14} strokeWidth={1.5} aria-hidden="true" /> : null}
            {at === names.length ? (
              <strong aria-current="page">{name}</strong>
            ) : (
              <button type="button" onClick={() => onGo(names.slice(0, at).join('/'))}>
                {name}
              </button>
            )}
          </li>
        ))}
      </ol>
      <div className="files-actions">
        <button type="button" className="ui-button" onClick={onImport}>
          <Upload size={16} strokeWidth={1.5} aria-hidden="true" />
          Import…
        </button>
        <button type="button" className="ui-button" onClick={() => setNaming(true)}>
          <FolderPlus size={16} strokeWidth={1.5} aria-hidden="true" />
          Folder in it…
        </button>
        {path !== '' ? null : folder.place === 'machine' ? (
          <button type="button" className="ui-button" data-kind="quiet" onClick={() => void disconnect()}>
            Disconnect
          </button>
        ) : (
          <button type="button" className="ui-button" data-kind="quiet" onClick={() => void onRemove()}>
            <Trash2 size={16} strokeWidth={1.5} aria-hidden="true" />
            Empty and remove
          </button>
        )}
      </div>
      {naming ? (
        <NameField
          label="Name of the new folder"
          value=""
          done="Make"
          onName={name => {
            setNaming(false)
            if (name !== null) void onFolder(name)
          }}
        />
      ) : null}
      <p className="ui-note">
        {users.length === 0
          ? 'No app may use this folder.'
          : `Used by ${users.map(({ name }) => appNameForPeople(name)).join(', ')}. What each may do is in Settings.`}
      </p>
    </div>
  )
}

/** The apps that have a live yes for this folder, under whatever name. */
function usersOf(apps: readonly InstalledApp[], folder: FolderRef): readonly InstalledApp[] {
  const wanted = writeFolderRef(folder)
  return apps.filter(({ grants }) =>
    grants.some(
      grant =>
        kindOf(grant.capability) === 'fs' && holds(grant, Date.now()) && writeFolderRef(readFolderRef(grant.choice, scopeOf(grant.capability))) === wanted,
    ),
  )
}
