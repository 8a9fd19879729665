import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import { LIMITS } from '../../schema/limits.ts'
import type { FileTree } from '../../schema/workspace/file-tree.ts'
import { nameFault } from '../../schema/workspace/path.ts'
import { toFailure } from '../services/page-failure.ts'
import { FileList } from './FileList.tsx'
import { FileText } from './FileText.tsx'
import { FolderHead } from './FolderHead.tsx'
import { joined, lastName, parentOf, sizeWords } from './file-words.ts'
import type { FolderRef } from './folder-ref.ts'
import { takeOut } from './take-out.ts'
import { useFolder } from './use-folder.ts'
import type { Workspace } from './workspace.ts'

export interface FolderViewProps {
  readonly folder: FolderRef
  readonly title: string
  readonly tree: FileTree
  readonly workspace: Workspace
}

/** What was done last, and how it is taken back. */
interface Said {
  readonly text: string
  readonly tone: 'info' | 'bad'
  readonly action?: { readonly label: string; readonly run: () => Promise<void> }
}

/** One folder: its files, what a person does with them, and which apps work on it. */
export function FolderView({ folder, title, tree, workspace }: FolderViewProps): ReactNode {
  const [path, setPath] = useState('')
  const [open, setOpen] = useState<string | null>(null)
  const [said, setSaid] = useState<Said | null>(null)
  const [over, setOver] = useState(false)
  const listing = useFolder(tree, path)
  const picker = useRef<HTMLInputElement>(null)

  /** Does it, and says what became of it; nothing fails in silence. */
  const attempt = async (run: () => Promise<Said | null>) => {
    try {
      setSaid(await run())
    } catch (cause) {
      setSaid({ text: toFailure(cause).message, tone: 'bad' })
    }
  }
  const remove = (target: string, sure: boolean): Promise<void> =>
    attempt(async () => {
      const name = target === '' ? title : lastName(target)
      const { undo, removed } = await takeOut(tree, target, sure)
      if (!removed)
        return {
          text: `“${name}” is too large to be put back once it is removed.`,
          tone: 'bad',
          action: { label: 'Remove it for good', run: () => remove(target, true) },
        }
      if (target === '' && folder.place === 'browser') await workspace.removeFolder(folder.name)
      return {
        text: `“${name}” was removed.`,
        tone: 'info',
        ...(undo && { action: { label: 'Undo', run: () => attempt(() => undo().then(() => ({ text: `“${name}” is back.`, tone: 'info' }) as const)) } }),
      }
    })
  const take = (files: readonly File[]) =>
    attempt(async () => {
      const there = new Set((await tree.list(path, false)).map(({ name }) => name))
      const done: string[] = []
      const refused: string[] = []
      for (const file of files) {
        const name = freeName(file.name.normalize('NFC'), there)
        try {
          const why = nameFault(name)
          if (why !== null) throw new RangeError(`${why}. Rename it on the device first.`)
          if (file.size > LIMITS.fileBytes) throw new RangeError(`it is larger than ${sizeWords(LIMITS.fileBytes)}.`)
          await tree.write(joined(path, name), new Uint8Array(await file.arrayBuffer()))
          there.add(name)
          done.push(name)
        } catch (cause) {
          refused.push(`“${file.name}” was not taken: ${cause instanceof Error ? cause.message : String(cause)}`)
        }
      }
      // What was brought here is to stay: the browser is asked not to clear it by itself.
      if (done.length > 0) void navigator.storage?.persist?.().catch(() => undefined)
      const words = done.length === 0 ? '' : done.length === 1 ? `“${done[0]}” is here.` : `${done.length} files are here.`
      return { text: [words, ...refused].filter(Boolean).join(' '), tone: refused.length > 0 ? 'bad' : 'info' }
    })
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const files = [...event.dataTransfer.files]
    if (files.length > 0) void take(files)
  }

  if (open !== null) return <FileText tree={tree} path={open} onClose={() => setOpen(null)} />
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: files may be dropped here; the button does the same
    <div
      className="files-folder"
      data-over={over ? '' : undefined}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <FolderHead
        folder={folder}
        title={title}
        path={path}
        tree={tree}
        workspace={workspace}
        onGo={setPath}
        onImport={() => picker.current?.click()}
        onFolder={name => attempt(() => tree.makeFolder(joined(path, name)).then(() => null))}
        onRemove={() => remove('', false)}
      />
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label="Files to import"
        onChange={event => {
          const files = [...(event.target.files ?? [])]
          event.target.value = ''
          if (files.length > 0) void take(files)
        }}
      />
      <p className="files-said" role="status" data-tone={said?.tone}>
        {said ? <span>{said.text}</span> : null}
        {said?.action ? (
          <button type="button" className="ui-button" onClick={() => void said.action?.run()}>
            {said.action.label}
          </button>
        ) : null}
      </p>
      {listing?.problem ? (
        <p className="files-problem" role="alert">
          {listing.problem}
        </p>
      ) : null}
      {listing === null ? (
        <p className="ui-note">Looking…</p>
      ) : listing.entries.length === 0 && listing.problem === null ? (
        <p className="files-empty">Nothing is in this folder. Drop files here, or press Import.</p>
      ) : (
        <FileList
          entries={listing.entries}
          tree={tree}
          onFolder={setPath}
          onOpen={setOpen}
          onRename={(from, name) =>
            attempt(() => tree.move(from, joined(parentOf(from), name), false).then(() => ({ text: `It is called “${name}” now.`, tone: 'info' }) as const))
          }
          onRemove={target => remove(target, false)}
          onProblem={text => setSaid({ text, tone: 'bad' })}
        />
      )}
    </div>
  )
}

/** `plan.md`, and where that is taken `plan 2.md`. */
function freeName(name: string, there: ReadonlySet<string>): string {
  if (!there.has(name)) return name
  const dot = name.lastIndexOf('.')
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
  for (let at = 2; ; at++) if (!there.has(`${stem} ${at}${ending}`)) return `${stem} ${at}${ending}`
}
