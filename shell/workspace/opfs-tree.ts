import { LIMITS } from '../../schema/limits.ts'
import { type FileEntry, FileFailure, type FileTree, failures, isInside, isRecased, namesOf } from '../../schema/workspace/file-tree.ts'
import { nameKey } from '../../schema/workspace/path.ts'
import { searchFiles } from '../../schema/workspace/search-files.ts'
import type { FileChanges } from './file-changes.ts'

/** What all folders of the browser's own storage share. */
export interface OpfsWorkspace {
  /** The folder that holds them all. Rejects where the browser gives none. */
  root(): Promise<FileSystemDirectoryHandle>
  readonly changes: FileChanges
  /** One change at a time over all tabs; who reads goes between two. */
  locked<T>(mode: 'shared' | 'exclusive', run: () => Promise<T>): Promise<T>
  /** Bytes of all files, as far as is known. */
  readonly usage: { bytes: number | null }
  readonly now: () => number
  /** The most bytes of all files. */
  readonly most?: number
}

type Found =
  | { readonly kind: 'file'; readonly parent: FileSystemDirectoryHandle; readonly handle: FileSystemFileHandle; readonly file: File }
  | { readonly kind: 'folder'; readonly parent: FileSystemDirectoryHandle; readonly handle: FileSystemDirectoryHandle }

/** One folder of the browser's own storage (the origin private file system), made where it is missing. */
export function createOpfsTree(workspace: OpfsWorkspace, folder: string): FileTree {
  const { changes, usage, most = LIMITS.folderBytes } = workspace
  const own = async () => (await workspace.root()).getDirectoryHandle(folder, { create: true })
  const reading = <T>(run: () => Promise<T>): Promise<T> => said(() => workspace.locked('shared', run))
  const changing = <T>(run: () => Promise<T>, ...paths: string[]): Promise<T> =>
    said(async () => {
      const result = await workspace.locked('exclusive', run)
      for (const path of paths) changes.tell(`${folder}/${path}`)
      return result
    })

  const folderAt = async (names: readonly string[]): Promise<FileSystemDirectoryHandle | null> => {
    let at = await own()
    for (const [index, name] of names.entries()) {
      const next = await entryIn(at, name)
      if (next === null) return null
      if (next.kind === 'file') throw failures.notAFolder(names.slice(0, index + 1))
      at = next.handle
    }
    return at
  }
  const find = async (names: readonly string[]): Promise<Found | null> => {
    const parent = await folderAt(names.slice(0, -1))
    return parent && entryIn(parent, names.at(-1) ?? '')
  }
  const require = async (names: readonly string[]): Promise<Found> => {
    const found = await find(names)
    if (found === null) throw failures.notFound(names)
    return found
  }
  /** The folder where something of these names is put, made where it is missing. */
  const placeFor = async (names: readonly string[]): Promise<FileSystemDirectoryHandle> => {
    let at = await own()
    for (const [index, name] of names.entries()) {
      const key = nameKey(name)
      for await (const there of keysOf(at)) if (there !== name && nameKey(there) === key) throw failures.clash(names.slice(0, index + 1), there)
      if (index === names.length - 1) break
      const next = await entryIn(at, name)
      if (next?.kind === 'file') throw failures.notAFolder(names.slice(0, index + 1))
      at = await at.getDirectoryHandle(name, { create: true })
    }
    return at
  }

  const total = async (): Promise<number> => {
    usage.bytes ??= (await entriesOf(await workspace.root(), '', true, Number.POSITIVE_INFINITY)).reduce((sum, { size }) => sum + size, 0)
    return usage.bytes
  }
  const requireRoom = async (grown: number): Promise<void> => {
    if (grown > 0 && (await total()) + grown > most)
      throw new FileFailure(
        'quota',
        `The workspace in this browser is full: all files together have at most ${Math.round(most / 1_000_000)} MB. The old file is unchanged; remove some in Files.`,
      )
  }
  const count = (grown: number) => {
    if (usage.bytes !== null) usage.bytes = Math.max(0, usage.bytes + grown)
  }

  const put = (path: string, bytes: Uint8Array<ArrayBuffer>, keep: boolean): Promise<void> =>
    changing(async () => {
      const names = namesOf(path, { empty: false })
      const before = await find(names)
      if (before?.kind === 'folder') throw failures.notAFile(names)
      const old = before?.file.size ?? 0
      const size = bytes.byteLength + (keep ? old : 0)
      if (size > LIMITS.fileBytes) throw failures.tooLarge(names, LIMITS.fileBytes)
      await requireRoom(size - old)
      await writeWhole(await placeFor(names), names.at(-1) ?? '', keep && before ? new Blob([before.file, bytes]) : new Blob([bytes]), before === null)
      count(size - old)
    }, path)

  /** Where to put what is moved or copied; refuses what must not be replaced. */
  const targetFor = async (
    source: Found,
    from: readonly string[],
    to: readonly string[],
    over: boolean,
  ): Promise<{ parent: FileSystemDirectoryHandle; old: number | null }> => {
    if (isInside(from, to) && (source.kind === 'folder' || to.length === from.length)) throw failures.intoItself(from)
    const there = await find(to)
    if (there && (!over || there.kind === 'folder' || source.kind === 'folder')) throw failures.exists(to)
    return { parent: await placeFor(to), old: there?.kind === 'file' ? there.file.size : null }
  }
  const copyTo = async (source: Found, parent: FileSystemDirectoryHandle, name: string, isNew: boolean): Promise<void> => {
    if (source.kind === 'file') return writeWhole(parent, name, source.file, isNew)
    const target = await parent.getDirectoryHandle(name, { create: true })
    try {
      for await (const each of keysOf(source.handle)) {
        const inner = await entryIn(source.handle, each)
        if (inner) await copyTo(inner, target, each, true)
      }
    } catch (cause) {
      await parent.removeEntry(name, { recursive: true })
      throw cause
    }
  }
  const sizeOf = async (found: Found): Promise<number> =>
    found.kind === 'file' ? found.file.size : (await entriesOf(found.handle, '', true, Number.POSITIVE_INFINITY)).reduce((sum, { size }) => sum + size, 0)

  const list = async (names: readonly string[], deep: boolean): Promise<readonly FileEntry[]> => {
    const handle = await folderAt(names)
    if (handle === null) throw failures.notFound(names)
    return entriesOf(handle, names.map(name => `${name}/`).join(''), deep, LIMITS.listElements)
  }
  const readFile = async (path: string, limit: number) => {
    const names = namesOf(path, { empty: false })
    const found = await require(names)
    if (found.kind === 'folder') throw failures.notAFile(names)
    if (found.file.size > limit) throw failures.tooLarge(names, limit)
    return new Uint8Array(await found.file.arrayBuffer())
  }

  return {
    list: (path, deep) => reading(() => list(namesOf(path, { empty: true }), deep)),
    stat: path =>
      reading(async () => {
        const names = namesOf(path, { empty: false })
        const found = await find(names)
        return found && toEntry(found, names.at(-1) ?? '', names.join('/'))
      }),
    read: (path, limit) => reading(() => readFile(path, limit)),
    write: (path, bytes) => put(path, bytes, false),
    append: (path, bytes) => put(path, bytes, true),
    makeFolder: path =>
      changing(async () => {
        const names = namesOf(path, { empty: false })
        const there = await find(names)
        if (there?.kind === 'file') throw failures.exists(names)
        if (there === null) await (await placeFor(names)).getDirectoryHandle(names.at(-1) ?? '', { create: true })
      }, path),
    move: (path, to, over) =>
      changing(
        async () => {
          const from = namesOf(path, { empty: false })
          const target = namesOf(to, { empty: false })
          const source = await require(from)
          // Under the one name and then under the other: between the two, and after a crash, it is there twice.
          const recased = isRecased(from, target)
          const { parent, old } = recased ? { parent: source.parent, old: null } : await targetFor(source, from, target, over)
          await copyTo(source, parent, target.at(-1) ?? '', old === null)
          await source.parent.removeEntry(from.at(-1) ?? '', { recursive: true })
          count(-(old ?? 0))
        },
        path,
        to,
      ),
    copy: (path, to, over) =>
      changing(async () => {
        const from = namesOf(path, { empty: false })
        const target = namesOf(to, { empty: false })
        const source = await require(from)
        const size = await sizeOf(source)
        const { parent, old } = await targetFor(source, from, target, over)
        await requireRoom(size - (old ?? 0))
        await copyTo(source, parent, target.at(-1) ?? '', old === null)
        count(size - (old ?? 0))
      }, to),
    remove: path =>
      changing(async () => {
        const names = namesOf(path, { empty: false })
        const found = await require(names)
        const size = await sizeOf(found)
        await found.parent.removeEntry(names.at(-1) ?? '', { recursive: true })
        count(-size)
      }, path),
    search: (path, query) => reading(async () => searchFiles({ read: readFile }, await list(namesOf(path, { empty: true }), true), query)),
    version: path =>
      said(async () => {
        namesOf(path, { empty: true })
        return changes.version()
      }),
    async watch(path, since, signal) {
      const names = namesOf(path, { empty: true })
      const version = await changes.next([folder, ...names].join('/'), since, signal)
      return { version, at: workspace.now() }
    },
    room: () => reading(async () => ({ used: await total(), most })),
  }
}

/** What the browser threw, in words that are ours. */
async function said<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (cause) {
    const name = cause instanceof Error && !(cause instanceof FileFailure) ? cause.name : ''
    if (name === 'QuotaExceededError')
      throw new FileFailure('quota', 'This device has no room left for the browser’s data. The old file is unchanged.', { cause })
    if (name === 'NotFoundError' || name === 'NotReadableError')
      throw new FileFailure('not-found', 'It went away meanwhile. Look again what is there.', { cause })
    if (name === 'NoModificationAllowedError' || name === 'InvalidStateError')
      throw new FileFailure('not-written', 'The browser did not write it: something else uses this file. Try again.', { cause })
    if (name === 'SecurityError' || name === 'NotAllowedError')
      throw new FileFailure('unavailable', 'The browser does not let this page keep files. Allow it to store data, or connect a folder of this machine.', {
        cause,
      })
    throw cause
  }
}

/** The browser writes beside the file and puts that in its place when it is closed: at no moment is there half a file. */
async function writeWhole(parent: FileSystemDirectoryHandle, name: string, bytes: Blob, isNew: boolean): Promise<void> {
  const handle = await parent.getFileHandle(name, { create: true })
  try {
    const writable = await handle.createWritable()
    try {
      await writable.write(bytes)
      await writable.close()
    } catch (cause) {
      await writable.abort().catch(() => undefined)
      throw cause
    }
  } catch (cause) {
    // The empty file that stood for it until then.
    if (isNew) await parent.removeEntry(name).catch(() => undefined)
    throw cause
  }
}

async function entryIn(parent: FileSystemDirectoryHandle, name: string): Promise<Found | null> {
  try {
    const handle = await parent.getFileHandle(name)
    return { kind: 'file', parent, handle, file: await handle.getFile() }
  } catch (cause) {
    const fault = cause instanceof Error ? cause.name : ''
    if (fault === 'NotFoundError') return null
    if (fault !== 'TypeMismatchError') throw cause
    return { kind: 'folder', parent, handle: await parent.getDirectoryHandle(name) }
  }
}

/** The library's types do not know yet that a folder can be gone through. */
function keysOf(folder: FileSystemDirectoryHandle): AsyncIterable<string> {
  return (folder as FileSystemDirectoryHandle & { keys(): AsyncIterable<string> }).keys()
}

async function entriesOf(folder: FileSystemDirectoryHandle, before: string, deep: boolean, limit: number): Promise<FileEntry[]> {
  const found: FileEntry[] = []
  const walk = async (at: FileSystemDirectoryHandle, prefix: string): Promise<void> => {
    for await (const name of keysOf(at)) {
      const entry = await entryIn(at, name)
      if (entry === null) continue
      const path = prefix + name
      found.push(toEntry(entry, name, path))
      if (found.length > limit) throw failures.tooMany(limit)
      if (deep && entry.kind === 'folder') await walk(entry.handle, `${path}/`)
    }
  }
  await walk(folder, before)
  return found.sort((a, b) => (a.path < b.path ? -1 : 1))
}

function toEntry(found: Found, name: string, path: string): FileEntry {
  return found.kind === 'file'
    ? { name, path, kind: 'file', size: found.file.size, modified: found.file.lastModified }
    : { name, path, kind: 'folder', size: 0, modified: null }
}
