/** A folder of the browser's own storage in memory, for tests: what of `FileSystemDirectoryHandle` is used here. */
export interface FakeDirectory {
  readonly handle: FileSystemDirectoryHandle
  /** Called before each change; what it throws is what the browser would. */
  fault: (at: 'create' | 'write' | 'close' | 'remove') => void
}

type Entries = Map<string, { readonly bytes: Blob; readonly at: number } | Entries>

export function createFakeDirectory(): FakeDirectory {
  const root: Entries = new Map()
  let time = 1_000_000
  const fake: { -readonly [K in keyof FakeDirectory]: FakeDirectory[K] } = { handle: directory(root), fault: () => {} }

  function directory(entries: Entries): FileSystemDirectoryHandle {
    const found = (name: string) => {
      if (name === '' || name === '.' || name === '..' || name.includes('/')) throw new TypeError('Name is not allowed.')
      return entries.get(name)
    }
    const handle = {
      kind: 'directory',
      async getFileHandle(name: string, { create = false } = {}) {
        const entry = found(name)
        if (entry instanceof Map) throw new DOMException('', 'TypeMismatchError')
        if (!entry && !create) throw new DOMException('', 'NotFoundError')
        if (!entry) {
          fake.fault('create')
          entries.set(name, { bytes: new Blob([]), at: ++time })
        }
        return file(entries, name)
      },
      async getDirectoryHandle(name: string, { create = false } = {}) {
        const entry = found(name)
        if (entry && !(entry instanceof Map)) throw new DOMException('', 'TypeMismatchError')
        if (!entry && !create) throw new DOMException('', 'NotFoundError')
        if (!entry) fake.fault('create')
        const inner = entry ?? new Map()
        entries.set(name, inner)
        return directory(inner)
      },
      async removeEntry(name: string, { recursive = false } = {}) {
        const entry = found(name)
        if (!entry) throw new DOMException('', 'NotFoundError')
        fake.fault('remove')
        if (entry instanceof Map && entry.size > 0 && !recursive) throw new DOMException('', 'InvalidModificationError')
        entries.delete(name)
      },
      async *keys() {
        yield* [...entries.keys()]
      },
    }
    return handle as unknown as FileSystemDirectoryHandle
  }

  function file(entries: Entries, name: string): FileSystemFileHandle {
    const handle = {
      kind: 'file',
      async getFile() {
        const entry = entries.get(name)
        if (!entry || entry instanceof Map) throw new DOMException('', 'NotFoundError')
        return new File([entry.bytes], name, { lastModified: entry.at })
      },
      async createWritable() {
        let written = new Blob([])
        return {
          async write(bytes: Blob) {
            fake.fault('write')
            written = new Blob([written, bytes])
          },
          async close() {
            fake.fault('close')
            entries.set(name, { bytes: written, at: ++time })
          },
          async abort() {},
        }
      },
    }
    return handle as unknown as FileSystemFileHandle
  }
  return fake
}
