/** How names of workspace paths are found on a disk, and that they stand where they seem to. */
import { constants, type Stats } from 'node:fs'
import { type FileHandle, lstat, open, readdir, readlink, realpath } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { FileFailure, failures } from '../../schema/workspace/file-tree.ts'
import { nameFault, nameKey } from '../../schema/workspace/path.ts'

export interface DiskEntry {
  /** As the path has it, composed. */
  readonly name: string
  readonly file: string
  readonly stats: Stats
}

/** Begins with a point: no path names it. */
export const TEMPORARY = '.cyanotype-'
/** What a write that never ended left behind is taken away after this long, ms. */
export const STALE_MS = 3_600_000

/** `root` is a real path. Throws where it is not that any more: taken away, or a link now. */
export async function checkRoot(root: string): Promise<void> {
  const real = await realpath(root).catch(() => null)
  if (real !== root || !(await lstat(root)).isDirectory())
    throw new FileFailure('unavailable', 'The folder that was connected is not there any more. Connect it again in Files, where it is now.')
}

/** Files and folders of one folder; what is hidden, a link or a device is left out. */
export function entriesOf(folder: string): Promise<readonly DiskEntry[]> {
  return held(folder, async at => {
    const found = await Promise.all((await readdir(at)).map(async given => (nameFault(given.normalize('NFC')) === null ? entryIn(folder, at, given) : null)))
    return found.filter(entry => entry !== null)
  })
}

/** What stands under `name` in a folder: an entry, or the name of what keeps its place taken. */
export function lookUp(folder: string, name: string): Promise<{ readonly entry: DiskEntry | null; readonly clash: string | null }> {
  const key = nameKey(name)
  return held(folder, async at => {
    const alike = (await readdir(at)).filter(given => nameKey(given) === key)
    const given = alike.find(each => each === name) ?? alike.find(each => each.normalize('NFC') === name)
    if (given === undefined) return { entry: null, clash: alike[0] ?? null }
    const entry = await entryIn(folder, at, given)
    return { entry, clash: entry === null ? given : null }
  })
}

/** Null for a link, a device, and what went away between the two looks. */
async function entryIn(folder: string, at: string, given: string): Promise<DiskEntry | null> {
  const stats = await lstat(join(at, given)).catch(() => null)
  return stats && (stats.isFile() || stats.isDirectory()) ? { name: given.normalize('NFC'), file: join(folder, given), stats } : null
}

/** Where Linux says what a handle is open on: there no folder can be swapped for another between a look and what follows it. */
const HANDLES = '/proc/self/fd'

/** Runs with a path to this very folder, whatever is put in its place meanwhile; where the system has no such path, with its own. */
export async function held<T>(folder: string, run: (at: string) => Promise<T>): Promise<T> {
  const handle = process.platform === 'linux' ? await open(folder, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW) : null
  try {
    const link = handle && (await placeOf(handle))
    if (handle === null || link === null) {
      await checkReal(folder)
      return await run(folder)
    }
    if (link !== folder) throw changed()
    return await run(`${HANDLES}/${handle.fd}`)
  } finally {
    await handle?.close()
  }
}

/** The real path of what a handle is open on; null where the system does not tell. */
async function placeOf(handle: FileHandle): Promise<string | null> {
  return process.platform === 'linux' ? readlink(`${HANDLES}/${handle.fd}`).catch(() => null) : null
}

/** Whether a handle is open on what stands at this real path, and not on what was there for a moment. */
async function standsAt(handle: FileHandle, file: string): Promise<boolean> {
  const place = await placeOf(handle)
  if (place !== null) return place === file
  await checkReal(dirname(file))
  return true
}

/** The real folder of these names, or null where one of them is missing. Throws `not-a-folder`. */
export async function folderAt(root: string, names: readonly string[]): Promise<string | null> {
  await checkRoot(root)
  let folder = root
  for (const [at, name] of names.entries()) {
    const { entry } = await lookUp(folder, name)
    if (entry === null) return null
    if (!entry.stats.isDirectory()) throw failures.notAFolder(names.slice(0, at + 1))
    folder = entry.file
  }
  await checkReal(folder)
  return folder
}

/** No step on the way became a link since it was looked at. */
export async function checkReal(path: string): Promise<void> {
  if ((await realpath(path).catch(() => null)) !== path) throw changed()
}

function changed(): FileFailure {
  return new FileFailure('unavailable', 'The folder was changed while this was done. Try again.')
}

/** Opens what was looked at and nothing else: no link; null where another file has taken its place, as with each write. */
export async function openSame(entry: DiskEntry): Promise<FileHandle | null> {
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
  const handle = await held(dirname(entry.file), at => open(join(at, basename(entry.file)), flags))
  try {
    const stats = await handle.stat()
    const isSame = stats.isFile() && stats.ino === entry.stats.ino && stats.dev === entry.stats.dev
    if (!isSame || !(await standsAt(handle, entry.file))) {
      await handle.close()
      return null
    }
    return handle
  } catch (error) {
    await handle.close()
    throw error
  }
}

const words: ReadonlyMap<string, readonly ['quota' | 'not-written' | 'not-found', string]> = new Map([
  ['ENOSPC', ['quota', 'The disk is full. The file is as it was.']],
  ['EDQUOT', ['quota', 'There is no room left for you on this disk. The file is as it was.']],
  ['EFBIG', ['quota', 'The disk takes no file of this size. The file is as it was.']],
  ['EACCES', ['not-written', 'The system does not allow this in that folder.']],
  ['EPERM', ['not-written', 'The system does not allow this in that folder.']],
  ['EROFS', ['not-written', 'The disk can only be read.']],
  ['ENOENT', ['not-found', 'It went away meanwhile.']],
  ['ENOTDIR', ['not-found', 'It went away meanwhile.']],
  ['ELOOP', ['not-found', 'It is a link, which apps do not follow.']],
  ['ENAMETOOLONG', ['not-written', 'The path is too long for this disk.']],
])

/** What a disk said, in words that are ours; anything else is a fault and is thrown on. */
export function toFileFailure(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  const said = words.get(code)
  return said && !(error instanceof FileFailure) ? new FileFailure(said[0], said[1], { cause: error }) : error
}
