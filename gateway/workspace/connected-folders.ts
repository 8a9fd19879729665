import { randomUUID } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { access, constants, lstat, readdir, realpath } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path'
import type { Failure } from '../../schema/issue.ts'
import type { ConnectedFolder, MachineFolder } from '../../schema/protocol/files.ts'
import type { FileTree } from '../../schema/workspace/file-tree.ts'
import { folderFault, nameKey } from '../../schema/workspace/path.ts'
import type { Clock } from '../clock.ts'
import { GatewayFailure, quote } from '../failure.ts'
import { createDiskTree } from './disk-tree.ts'

/** The folders of this machine that the person connected. */
export interface ConnectedFolders {
  list(): readonly ConnectedFolder[]
  /** What a person picks from: the folders in one, their own home where `path` is null. */
  look(path: string | null): Promise<MachineFolder>
  /** Rejects with a `GatewayFailure` that says why a folder cannot be connected. */
  connect(path: string, name: string | null): Promise<ConnectedFolder>
  /** Nothing on the disk changes; calls under way end. */
  disconnect(id: string): void
  /** The tree of a connected folder, and what is aborted when it is disconnected. Throws `no-folder`. */
  open(id: string): { readonly tree: FileTree; readonly signal: AbortSignal }
  /** What was wrong with the file when it was read. */
  readonly warnings: readonly string[]
}

interface Open {
  readonly folder: ConnectedFolder
  readonly tree: FileTree
  readonly ends: AbortController
}

/** Where no folder of a person's is. */
const SYSTEM = ['/proc', '/sys', '/dev', '/run/user', '/run/systemd', '/boot', '/etc', '/bin', '/sbin', '/usr', '/lib']
const MOST_SHOWN = 500

/** `home` is the folder of the settings: it, and what holds it, cannot be connected, since the keys are there. */
export function createConnectedFolders(home: string, clock: Clock): ConnectedFolders {
  const file = join(home, 'folders.json')
  const warnings: string[] = []
  const openById = new Map<string, Open>()
  const add = (folder: ConnectedFolder) => openById.set(folder.id, { folder, tree: createDiskTree({ root: folder.path, clock }), ends: new AbortController() })
  for (const folder of readStored(file, message => warnings.push(message))) add(folder)

  const save = () => writeStored(home, file, folders.list())
  const noFolder = () =>
    new GatewayFailure(
      'no-folder',
      'The folder of this machine that this app used is not connected any more. Connect it in Files, or choose another in the app’s details.',
      {
        status: 404,
      },
    )

  const folders: ConnectedFolders = {
    warnings,
    list: () => [...openById.values()].map(({ folder }) => folder),
    async look(path) {
      const real = await realFolder(path ?? homedir())
      const names = await readdir(real, { withFileTypes: true }).catch(cause => {
        throw cannotRead(real, cause)
      })
      const shown = names
        .filter(entry => entry.isDirectory() && !entry.name.startsWith('.'))
        .map(({ name }) => name)
        .sort((a, b) => a.localeCompare(b))
      const fault = await faultOf(real, home)
      return {
        path: real,
        parent: dirname(real) === real ? null : dirname(real),
        folders: shown.slice(0, MOST_SHOWN).map(name => ({ name: quote(name, 120), path: join(real, name) })),
        more: shown.length > MOST_SHOWN,
        fault,
      }
    },
    async connect(path, wanted) {
      const real = await realFolder(path)
      const fault = await faultOf(real, home)
      if (fault) throw new GatewayFailure(fault.code, fault.message)
      const known = folders.list().find(other => other.path === real)
      if (known) return known
      const name = wanted?.trim().normalize('NFC') || nameFor(real)
      const why = folderFault(name)
      if (why !== null) throw new GatewayFailure('folder-name', `“${quote(name, 80)}” cannot be its name here: ${why}. Give it another.`)
      if (folders.list().some(other => nameKey(other.name) === nameKey(name)))
        throw new GatewayFailure('folder-name', `A connected folder is called “${name}” already. Give this one another name.`)
      const folder = { id: randomUUID(), name, path: real }
      add(folder)
      try {
        save()
      } catch (error) {
        openById.delete(folder.id)
        throw error
      }
      return folder
    },
    disconnect(id) {
      const found = openById.get(id)
      if (!found) return
      openById.delete(id)
      found.ends.abort(noFolder())
      save()
    },
    open(id) {
      const found = openById.get(id)
      if (!found) throw noFolder()
      return { tree: found.tree, signal: found.ends.signal }
    },
  }
  return folders
}

/** The folder's own name, as far as it is one that paths take. */
function nameFor(real: string): string {
  const name = basename(real)
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M} ._()&+-]+/gu, ' ')
    .replace(/^[.\s]+/, '')
    .slice(0, 40)
    .replace(/[.\s]+$/, '')
  return folderFault(name) === null ? name : 'Folder'
}

async function realFolder(path: string): Promise<string> {
  const text = path.trim().replace(/^~(?=$|[/\\])/, homedir())
  if (!isAbsolute(text) || text.includes('\0')) throw new GatewayFailure('folder', 'Write the whole path of the folder, as in /home/me/Notes or ~/Notes.')
  const real = await realpath(text).catch(cause => {
    throw cannotRead(text, cause)
  })
  if (!(await lstat(real)).isDirectory()) throw new GatewayFailure('folder', `“${quote(text, 200)}” is a file, not a folder.`)
  return real
}

function cannotRead(path: string, cause: unknown): GatewayFailure {
  const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT'
  return new GatewayFailure(
    'folder',
    `The folder “${quote(path, 200)}” ${missing ? 'does not exist. Check how it is written.' : 'cannot be opened on this machine.'}`,
    {
      status: missing ? 404 : 400,
      cause,
    },
  )
}

/** Why a real folder cannot be connected, or null. */
async function faultOf(real: string, home: string): Promise<Failure | null> {
  const own = await realpath(home).catch(() => home)
  if (dirname(real) === real) return { code: 'folder', message: 'The whole disk cannot be connected. Choose a folder in it.' }
  if (holds(real, own) || holds(own, real))
    return { code: 'folder', message: 'Cyanotype keeps its settings and keys in this folder. Choose another, or one in it that has nothing of them.' }
  if (SYSTEM.some(system => holds(system, real))) return { code: 'folder', message: 'This folder belongs to the system. Choose one with files of your own.' }
  if (real.split(sep).some(name => name.startsWith('.')))
    return { code: 'folder', message: 'Hidden folders hold settings of programs and cannot be connected. Choose another.' }
  return access(real, constants.R_OK | constants.W_OK).then(
    () => null,
    () => ({ code: 'folder', message: 'You cannot write in this folder. Choose one of your own.' }),
  )
}

/** `inner` is `outer` or lies in it; both are real paths. */
function holds(outer: string, inner: string): boolean {
  const way = relative(outer, inner)
  return way === '' || (!way.startsWith('..') && !isAbsolute(way))
}

function readStored(file: string, warn: (message: string) => void): readonly ConnectedFolder[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') warn(`The connected folders in ${file} cannot be read. Check who may read that file.`)
    return []
  }
  try {
    const value = JSON.parse(text) as { folders?: unknown }
    const isText = (one: unknown): one is string => typeof one === 'string'
    const records = (Array.isArray(value.folders) ? value.folders : []).filter(one => typeof one === 'object' && one !== null) as Record<string, unknown>[]
    chmodSync(file, 0o600)
    return records.flatMap(({ id, name, path }) =>
      isText(id) && isText(name) && folderFault(name) === null && isText(path) && isAbsolute(path) ? [{ id, name, path }] : [],
    )
  } catch (error) {
    const aside = `${file}.unreadable`
    renameSync(file, aside)
    warn(`The connected folders could not be read and were put aside as ${aside}: ${error instanceof Error ? error.message : String(error)}`)
    return []
  }
}

function writeStored(home: string, file: string, folders: readonly ConnectedFolder[]): void {
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 })
    const temporary = `${file}.${process.pid}.new`
    writeFileSync(temporary, `${JSON.stringify({ folders }, null, 2)}\n`, { mode: 0o600 })
    renameSync(temporary, file)
  } catch (error) {
    throw new GatewayFailure('settings-not-saved', `The connected folders could not be saved in ${home}. Check that this folder can be written to.`, {
      status: 500,
      cause: error,
    })
  }
}
