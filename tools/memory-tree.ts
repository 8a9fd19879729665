import { LIMITS } from '../schema/limits.ts'
import { type FileEntry, FileFailure, type FileTree, failures, isInside, isRecased, namesOf } from '../schema/workspace/file-tree.ts'
import { nameKey } from '../schema/workspace/path.ts'
import { searchFiles } from '../schema/workspace/search-files.ts'

/** A folder of the workspace in memory, for tests of what stands upon one. */
export function createMemoryTree(): FileTree {
  /** Path → bytes; null is a folder. */
  const entries = new Map<string, { readonly bytes: Uint8Array<ArrayBuffer> | null; readonly at: number }>()
  const waiting = new Set<() => void>()
  let count = 0

  const below = (path: string) => [...entries].filter(([key]) => path === '' || key === path || key.startsWith(`${path}/`))
  const put = (names: readonly string[], bytes: Uint8Array<ArrayBuffer> | null) => {
    for (const [at, name] of names.entries()) {
      const parent = names.slice(0, at).join('/')
      const path = names.slice(0, at + 1).join('/')
      for (const { name: there } of within(parent, false))
        if (there !== name && nameKey(there) === nameKey(name)) throw failures.clash(names.slice(0, at + 1), there)
      if (at < names.length - 1 && entries.get(path)?.bytes) throw failures.notAFolder(names.slice(0, at + 1))
      if (at < names.length - 1 && !entries.has(path)) entries.set(path, { bytes: null, at: 0 })
    }
    entries.set(names.join('/'), { bytes, at: ++count })
    for (const look of [...waiting]) look()
  }
  const gone = (path: string) => {
    count++
    for (const [key] of below(path)) entries.delete(key)
    for (const look of [...waiting]) look()
  }
  const toEntry = (path: string): FileEntry => {
    const { bytes = null, at = 0 } = entries.get(path) ?? {}
    return { name: path.slice(path.lastIndexOf('/') + 1), path, kind: bytes ? 'file' : 'folder', size: bytes?.byteLength ?? 0, modified: bytes ? at : null }
  }
  const within = (path: string, deep: boolean): FileEntry[] =>
    below(path)
      .map(([key]) => key)
      .filter(key => key !== path && (deep || !key.slice(path === '' ? 0 : path.length + 1).includes('/')))
      .sort()
      .map(toEntry)
  const need = (names: readonly string[]) => {
    const entry = entries.get(names.join('/'))
    for (let at = 1; at < names.length; at++) if (entries.get(names.slice(0, at).join('/'))?.bytes) throw failures.notAFolder(names.slice(0, at))
    if (!entry) throw failures.notFound(names)
    return entry
  }
  const transfer = (path: string, to: string, over: boolean, keep: boolean) => {
    const [from, target] = [namesOf(path, { empty: false }), namesOf(to, { empty: false })]
    const source = need(from)
    const recased = !keep && isRecased(from, target)
    if (isInside(from, target) && (source.bytes === null || from.length === target.length)) throw failures.intoItself(from)
    const there = entries.get(target.join('/'))
    if (there && (!over || there.bytes === null || source.bytes === null)) throw failures.exists(target)
    const moved = below(from.join('/'))
    if (recased) gone(from.join('/'))
    for (const [key, { bytes }] of moved) put([...target, ...key.split('/').slice(from.length)], bytes)
    if (!keep && !recased) gone(from.join('/'))
  }
  const tree: FileTree = {
    async list(path, deep) {
      const names = namesOf(path, { empty: true })
      if (names.length > 0 && need(names).bytes) throw failures.notAFolder(names)
      return within(names.join('/'), deep)
    },
    async stat(path) {
      const names = namesOf(path, { empty: false })
      for (let at = 1; at < names.length; at++) if (entries.get(names.slice(0, at).join('/'))?.bytes) throw failures.notAFolder(names.slice(0, at))
      return entries.has(names.join('/')) ? toEntry(names.join('/')) : null
    },
    async read(path, most) {
      const names = namesOf(path, { empty: false })
      const { bytes } = need(names)
      if (bytes === null) throw failures.notAFile(names)
      if (bytes.byteLength > most) throw failures.tooLarge(names, most)
      return bytes
    },
    async write(path, bytes) {
      const names = namesOf(path, { empty: false })
      if (bytes.byteLength > LIMITS.fileBytes) throw failures.tooLarge(names, LIMITS.fileBytes)
      if (entries.get(names.join('/'))?.bytes === null) throw failures.notAFile(names)
      put(names, bytes)
    },
    async append(path, bytes) {
      const old = entries.get(namesOf(path, { empty: false }).join('/'))?.bytes ?? new Uint8Array(0)
      const whole = new Uint8Array(old.byteLength + bytes.byteLength)
      whole.set(old)
      whole.set(bytes, old.byteLength)
      await tree.write(path, whole)
    },
    async makeFolder(path) {
      const names = namesOf(path, { empty: false })
      if (entries.get(names.join('/'))?.bytes) throw failures.exists(names)
      if (!entries.has(names.join('/'))) put(names, null)
    },
    move: async (path, to, over) => transfer(path, to, over, false),
    copy: async (path, to, over) => transfer(path, to, over, true),
    async remove(path) {
      const names = namesOf(path, { empty: false })
      need(names)
      gone(names.join('/'))
    },
    search: async (path, query) => searchFiles(tree, await tree.list(path, true), query),
    version: async () => `${count}`,
    watch: (_path, since, signal) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (`${count}` === since) return
          waiting.delete(look)
          resolve({ version: `${count}`, at: count })
        }
        if (signal.aborted) return reject(signal.reason)
        signal.addEventListener('abort', () => {
          waiting.delete(look)
          reject(signal.reason instanceof Error ? signal.reason : new FileFailure('stopped', 'It was stopped.'))
        })
        waiting.add(look)
        look()
      }),
    room: async () => ({ used: within('', true).reduce((sum, { size }) => sum + size, 0), most: LIMITS.folderBytes }),
  }
  return tree
}
