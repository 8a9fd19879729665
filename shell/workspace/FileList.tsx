import { Download, File as FileMark, Folder, Pencil, Trash2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { LIMITS } from '../../schema/limits.ts'
import type { FileEntry, FileTree } from '../../schema/workspace/file-tree.ts'
import { toFailure } from '../services/page-failure.ts'
import { saveFile } from '../services/save-file.ts'
import { dateWords, sizeWords } from './file-words.ts'
import { NameField } from './NameField.tsx'

export interface FileListProps {
  readonly entries: readonly FileEntry[]
  readonly tree: FileTree
  readonly onFolder: (path: string) => void
  readonly onOpen: (path: string) => void
  readonly onRename: (path: string, name: string) => Promise<void>
  readonly onRemove: (path: string) => Promise<void>
  readonly onProblem: (text: string) => void
}

const mark = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const

/** What is in one folder, folders first. */
export function FileList({ entries, tree, onFolder, onOpen, onRename, onRemove, onProblem }: FileListProps): ReactNode {
  const [renaming, setRenaming] = useState<string | null>(null)
  const save = async ({ path, name }: FileEntry) => {
    try {
      saveFile(name, new Blob([await tree.read(path, LIMITS.attachmentBytes)]))
    } catch (cause) {
      onProblem(toFailure(cause).message)
    }
  }
  return (
    <ul className="files-list">
      {entries.map(entry => {
        const { name, path, kind, size, modified } = entry
        return (
          <li key={path}>
            {renaming === path ? (
              <NameField
                label={`New name of ${name}`}
                value={name}
                done="Rename"
                onName={next => {
                  setRenaming(null)
                  if (next !== null && next !== name) void onRename(path, next)
                }}
              />
            ) : (
              <>
                <button type="button" className="files-open" onClick={() => (kind === 'folder' ? onFolder(path) : onOpen(path))}>
                  {kind === 'folder' ? <Folder {...mark} /> : <FileMark {...mark} />}
                  <span>{name}</span>
                </button>
                <span className="files-facts">{kind === 'file' ? `${sizeWords(size)}${modified === null ? '' : ` · ${dateWords(modified)}`}` : ''}</span>
                {kind === 'file' ? (
                  <button
                    type="button"
                    className="ui-icon-button"
                    aria-label={`Save ${name} to the device`}
                    title="Save to the device"
                    onClick={() => void save(entry)}
                  >
                    <Download {...mark} />
                  </button>
                ) : null}
                <button type="button" className="ui-icon-button" aria-label={`Rename ${name}`} title="Rename" onClick={() => setRenaming(path)}>
                  <Pencil {...mark} />
                </button>
                <button type="button" className="ui-icon-button" aria-label={`Remove ${name}`} title="Remove" onClick={() => void onRemove(path)}>
                  <Trash2 {...mark} />
                </button>
              </>
            )}
          </li>
        )
      })}
    </ul>
  )
}
