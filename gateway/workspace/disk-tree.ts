import { createHash } from 'node:crypto'
import { copyFile, type FileHandle, mkdir, rename, rm, statfs } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { LIMITS } from '../../schema/limits.ts'
import { type FileEntry, FileFailure, type FileTree, failures, isInside, isRecased, namesOf } from '../../schema/workspace/file-tree.ts'
import { searchFiles } from '../../schema/workspace/search-files.ts'
import { type Clock, wait } from '../clock.ts'
import { checkReal, type DiskEntry, entriesOf, folderAt, held, lookUp, openSame, toFileFailure } from './disk-entry.ts'
import { makeFolders, removeStale, syncFolder, temporaryIn, writeWhole } from './write-file.ts'

export interface DiskTreeOptions {
  /** A real path: `realpath` gives it as it is. */
  readonly root: string
  readonly clock: Clock
  /** How many bytes apps may add until the gateway is started again. */
  readonly most?: number
}

/** What a disk keeps free of us. */
const RESERVE_BYTES = 100_000_000
/** How often a folder that is watched is looked at, ms. */
const LOOK_MS = 700

/** A folder of this machine as a place for workspace files; nothing outside of it is read or written. */
/** How often a file is looked at anew while others put another in its place. */
const MOST_LOOKS = 20

export function createDiskTree({ root, clock, most = LIMITS.folderBytes }: DiskTreeOptions): FileTree {
  let added = 0
  let last: Promise<unknown> = Promise.resolve()

  /** One change after the other. */
  const changing = <T>(run: () => Promise<T>): Promise<T> => {
    const turn = last.then(run, run).catch(error => {
      throw toFileFailure(error)
    })
    last = turn.catch(() => undefined)
    return turn
  }
  const reading = async <T>(run: () => Promise<T>): Promise<T> => {
    try {
      return await run()
    } catch (error) {
      throw toFileFailure(error)
    }
  }

  /** What stands at these names; the root is no entry. */
  const entryAt = async (names: readonly string[]): Promise<DiskEntry | null> => {
    const folder = await folderAt(root, names.slice(0, -1))
    return folder === null ? null : (await lookUp(folder, names.at(-1) ?? '')).entry
  }
  const requireEntry = async (names: readonly string[]): Promise<DiskEntry> => {
    const entry = await entryAt(names)
    if (entry === null) throw failures.notFound(names)
    return entry
  }

  /** The folder where something new is put, made where it is missing, and what has that name there now. */
  const placeFor = async (names: readonly string[]): Promise<{ readonly folder: string; readonly entry: DiskEntry | null }> => {
    let have = names.length - 1
    let folder = await folderAt(root, names.slice(0, have))
    while (folder === null) folder = await folderAt(root, names.slice(0, --have))
    const name = names[have] ?? ''
    const { entry, clash } = await lookUp(folder, name)
    if (clash !== null) throw failures.clash(names.slice(0, have + 1), clash)
    const missing = names.slice(have, -1)
    return missing.length > 0 ? { folder: await makeFolders(folder, missing), entry: null } : { folder, entry }
  }

  const requireRoom = async (bytes: number): Promise<void> => {
    if (added + bytes > most)
      throw new FileFailure(
        'quota',
        `Apps have added ${megabytes(most)} to this folder since Cyanotype was started, the most that they may. Start it again to let them add more.`,
      )
    const { bavail, bsize } = await statfs(root)
    if (bytes > 0 && bavail * bsize - bytes < RESERVE_BYTES) throw new FileFailure('quota', 'The disk is nearly full. The file is as it was.')
  }

  /** A file that is written again and again is looked at as often: what is read is one of its versions, whole. */
  const openNow = async (entry: DiskEntry, names: readonly string[]): Promise<FileHandle> => {
    let looked = entry
    for (let look = 0; look < MOST_LOOKS; look++) {
      if (!looked.stats.isFile()) throw failures.notAFile(names)
      const handle = await openSame(looked)
      if (handle !== null) return handle
      looked = await requireEntry(names)
    }
    throw new FileFailure('unavailable', `“${names.at(-1)}” is being written all the time. Try again.`)
  }

  const readAll = async (entry: DiskEntry, names: readonly string[], limit: number): Promise<Uint8Array<ArrayBuffer>> => {
    const handle = await openNow(entry, names)
    try {
      if ((await handle.stat()).size > limit) throw failures.tooLarge(names, limit)
      const bytes = await handle.readFile()
      if (bytes.byteLength > limit) throw failures.tooLarge(names, limit)
      return new Uint8Array(bytes)
    } finally {
      await handle.close()
    }
  }

  const list = async (names: readonly string[], deep: boolean, limit: number): Promise<FileEntry[]> => {
    const folder = await folderAt(root, names)
    if (folder === null) throw failures.notFound(names)
    const found: FileEntry[] = []
    const walk = async (at: string, before: string, depth: number): Promise<void> => {
      for (const entry of await entriesOf(at)) {
        const path = before + entry.name
        found.push(toEntry(entry, path))
        if (found.length > limit) throw failures.tooMany(limit)
        // What lies deeper has no path.
        if (deep && entry.stats.isDirectory() && depth < 11) await walk(entry.file, `${path}/`, depth + 1)
      }
    }
    await walk(folder, names.map(name => `${name}/`).join(''), names.length)
    return found.sort((a, b) => (a.path < b.path ? -1 : 1))
  }

  const put = (path: string, bytes: Uint8Array<ArrayBuffer>, keep: boolean): Promise<void> =>
    changing(async () => {
      const names = namesOf(path, { empty: false })
      if (bytes.byteLength > LIMITS.fileBytes) throw failures.tooLarge(names, LIMITS.fileBytes)
      const before = await entryAt(names)
      if (before && !before.stats.isFile()) throw failures.notAFile(names)
      const old = before && keep ? await readAll(before, names, LIMITS.fileBytes) : new Uint8Array(0)
      const size = old.byteLength + bytes.byteLength
      if (size > LIMITS.fileBytes) throw failures.tooLarge(names, LIMITS.fileBytes)
      const grown = size - (before?.stats.size ?? 0)
      await requireRoom(Math.max(0, grown))
      const { folder } = await placeFor(names)
      await removeStale(folder, clock.now())
      const whole = new Uint8Array(size)
      whole.set(old)
      whole.set(bytes, old.byteLength)
      await writeWhole(folder, before?.file ?? join(folder, names.at(-1) ?? ''), whole, before?.stats.mode ?? null)
      added = Math.max(0, added + grown)
    })

  /** Where a file or folder is moved or copied to; refuses what must not be replaced. */
  const targetOf = async (source: DiskEntry, from: readonly string[], to: readonly string[], over: boolean): Promise<string> => {
    if (isInside(from, to) && (source.stats.isDirectory() || to.length === from.length)) throw failures.intoItself(from)
    const there = await entryAt(to)
    if (there && (!over || there.stats.isDirectory() || source.stats.isDirectory())) throw failures.exists(to)
    const { folder } = await placeFor(to)
    await checkReal(folder)
    return there?.file ?? join(folder, to.at(-1) ?? '')
  }

  const copyAll = async (from: string, to: string): Promise<number> => {
    await mkdir(to, { mode: 0o700 })
    let bytes = 0
    for (const { file, stats } of await entriesOf(from)) {
      if (stats.isDirectory()) bytes += await copyAll(file, join(to, basename(file)))
      else {
        await copyFile(file, join(to, basename(file)))
        bytes += stats.size
      }
    }
    return bytes
  }

  const tree: FileTree = {
    list: (path, deep) => reading(() => list(namesOf(path, { empty: true }), deep, LIMITS.listElements)),
    stat: path =>
      reading(async () => {
        const names = namesOf(path, { empty: false })
        const entry = await entryAt(names)
        return entry && toEntry(entry, names.join('/'))
      }),
    read: (path, limit) =>
      reading(async () => {
        const names = namesOf(path, { empty: false })
        return readAll(await requireEntry(names), names, limit)
      }),
    write: (path, bytes) => put(path, bytes, false),
    append: (path, bytes) => put(path, bytes, true),
    makeFolder: path =>
      changing(async () => {
        const names = namesOf(path, { empty: false })
        const { folder, entry } = await placeFor(names)
        if (entry?.stats.isDirectory()) return
        if (entry) throw failures.exists(names)
        await makeFolders(folder, names.slice(-1))
      }),
    move: (path, to, over) =>
      changing(async () => {
        const from = namesOf(path, { empty: false })
        const target = namesOf(to, { empty: false })
        const source = await requireEntry(from)
        // The same name in another case: it is there, and is what is renamed.
        const recased = isRecased(from, target)
        const file = recased ? join(dirname(source.file), target.at(-1) ?? '') : await targetOf(source, from, target, over)
        await held(dirname(source.file), from => held(dirname(file), to => rename(join(from, basename(source.file)), join(to, basename(file)))))
        await syncFolder(dirname(file))
      }),
    copy: (path, to, over) =>
      changing(async () => {
        const from = namesOf(path, { empty: false })
        const target = namesOf(to, { empty: false })
        const source = await requireEntry(from)
        const size = source.stats.isFile() ? source.stats.size : (await list(from, true, LIMITS.listElements)).reduce((sum, entry) => sum + entry.size, 0)
        await requireRoom(size)
        const file = await targetOf(source, from, target, over)
        const folder = dirname(file)
        if (source.stats.isFile()) await writeWhole(folder, file, await readAll(source, from, LIMITS.fileBytes), null)
        else {
          const temporary = temporaryIn(folder)
          try {
            await copyAll(source.file, temporary)
            await rename(temporary, file)
          } catch (error) {
            await rm(temporary, { recursive: true, force: true })
            throw error
          }
        }
        added += size
      }),
    remove: path =>
      changing(async () => {
        const names = namesOf(path, { empty: false })
        const entry = await requireEntry(names)
        const freed = entry.stats.isFile() ? entry.stats.size : 0
        // Node's `rm` takes links away and does not follow them.
        await held(dirname(entry.file), at => rm(join(at, basename(entry.file)), { recursive: true }))
        added = Math.max(0, added - freed)
      }),
    search: (path, query) => reading(async () => searchFiles(tree, await list(namesOf(path, { empty: true }), true, LIMITS.listElements), query)),
    version: path => reading(() => versionOf(namesOf(path, { empty: true }))),
    async watch(path, since, signal) {
      for (;;) {
        signal.throwIfAborted()
        const version = await tree.version(path)
        if (version !== since) return { version, at: clock.now() }
        await wait(clock, LOOK_MS, signal)
      }
    },
    room: async () => ({ used: added, most }),
  }

  /** Another text for another content, as far as sizes and times tell. */
  async function versionOf(names: readonly string[]): Promise<string> {
    const entry = names.length > 0 ? await entryAt(names) : null
    if (names.length > 0 && entry === null) return 'none'
    const entries = entry?.stats.isFile() ? [toEntry(entry, names.join('/'))] : await list(names, true, LIMITS.listElements)
    return createHash('sha256').update(JSON.stringify(entries)).digest('base64url').slice(0, 22)
  }
  return tree
}

function toEntry({ name, stats }: DiskEntry, path: string): FileEntry {
  const isFile = stats.isFile()
  return { name, path, kind: isFile ? 'file' : 'folder', size: isFile ? stats.size : 0, modified: isFile ? Math.round(stats.mtimeMs) : null }
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000).toLocaleString('en')} MB`
}
