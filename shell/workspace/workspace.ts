import type { ConnectedFolder, MachineFolder } from '../../schema/protocol/files.ts'
import { FileFailure, type FileTree, type Room } from '../../schema/workspace/file-tree.ts'
import { folderFault, nameKey } from '../../schema/workspace/path.ts'
import type { Gateway } from '../services/gateway.ts'
import { createFileChanges, type FileChanges } from './file-changes.ts'
import type { FolderRef } from './folder-ref.ts'
import { createMachineTree, type FileCaller } from './machine-tree.ts'
import { createOpfsTree, type OpfsWorkspace } from './opfs-tree.ts'

/** The files of this desktop: folders of the browser's own storage, and connected ones of the machine. */
export interface Workspace {
  /** Names of the browser's own folders. Rejects with a `FileFailure` where the browser keeps no files. */
  folders(): Promise<readonly string[]>
  /** What the gateway has connected; none where there is no gateway. */
  connected(): Promise<readonly ConnectedFolder[]>
  /** The folders in one of the machine, to pick from; the person's own where `path` is null. */
  look(path: string | null): Promise<MachineFolder>
  connect(path: string): Promise<ConnectedFolder>
  disconnect(id: string): Promise<void>
  open(ref: FolderRef, caller: FileCaller): FileTree
  makeFolder(name: string): Promise<void>
  /** A folder of the browser with all that is in it. */
  removeFolder(name: string): Promise<void>
  /** Of all folders of the browser together. */
  room(): Promise<Room>
  readonly changes: FileChanges
}

const HOLDER = 'workspace'

/** One for each page: all of it goes through one lock and one record of changes. */
export function openWorkspace(gateway: Gateway, now: () => number): Workspace {
  const changes = createFileChanges(typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('cyanotype:files'))
  const opfs: OpfsWorkspace = { root, changes, locked: createLock(), usage: { bytes: null }, now }
  changes.onOther(() => {
    opfs.usage.bytes = null
  })
  const named = (name: string) => {
    const why = folderFault(name.normalize('NFC'))
    if (why !== null) throw new FileFailure('bad-path', `“${name.slice(0, 80)}” cannot be the name of a folder: ${why}.`)
    return name.normalize('NFC')
  }
  const names = async (): Promise<string[]> => {
    const found: string[] = []
    for await (const name of (await root()).keys()) found.push(name)
    return found.sort((a, b) => a.localeCompare(b))
  }
  const post = async <T>(path: string, body: object): Promise<T> => (await (await gateway.post(path, body)).json()) as T

  return {
    changes,
    folders: () => opfs.locked('shared', names),
    async connected() {
      if (!(await gateway.probe())) return []
      return (await post<{ folders: readonly ConnectedFolder[] }>('api/folders/list', {})).folders
    },
    look: path => post('api/folders/look', { path }),
    async connect(path) {
      const folder = await post<ConnectedFolder>('api/folders/connect', { path })
      changes.tell('')
      return folder
    },
    async disconnect(id) {
      await post('api/folders/disconnect', { id })
      changes.tell('')
    },
    open: (ref, caller) => (ref.place === 'browser' ? createOpfsTree(opfs, ref.name) : createMachineTree(gateway, ref.id, caller)),
    async makeFolder(name) {
      const own = named(name)
      await opfs.locked('exclusive', async () => {
        const there = (await names()).find(other => nameKey(other) === nameKey(own))
        if (there !== undefined) throw new FileFailure('exists', `There is a folder “${there}” already. Choose another name.`)
        await (await root()).getDirectoryHandle(own, { create: true })
      })
      changes.tell(own)
    },
    async removeFolder(name) {
      await opfs.locked('exclusive', async () => (await root()).removeEntry(named(name), { recursive: true }))
      opfs.usage.bytes = null
      changes.tell(name)
    },
    room: () => createOpfsTree(opfs, HOLDER).room(),
  }
}

type Holder = FileSystemDirectoryHandle & { keys(): AsyncIterable<string> }

async function root(): Promise<Holder> {
  const storage = typeof navigator === 'undefined' ? undefined : navigator.storage
  if (!storage?.getDirectory)
    throw new FileFailure('unavailable', 'This browser keeps no files for pages. Connect a folder of this machine, or use a newer browser.')
  try {
    return (await (await storage.getDirectory()).getDirectoryHandle(HOLDER, { create: true })) as Holder
  } catch (cause) {
    throw new FileFailure('unavailable', 'The browser does not let this page keep files. Allow it to store data, or connect a folder of this machine.', {
      cause,
    })
  }
}

/** One change at a time over all tabs of this browser; where it has no locks, of this page. */
function createLock(): OpfsWorkspace['locked'] {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(mode: 'shared' | 'exclusive', run: () => Promise<T>): Promise<T> => {
    const locks = (navigator.locks as LockManager | undefined) ?? null
    if (locks) return locks.request('cyanotype:files', { mode }, run) as Promise<T>
    const turn = last.then(run, run)
    last = turn.catch(() => undefined)
    return turn
  }
}
