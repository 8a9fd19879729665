import { failWith, type RecordStore, type Stored, type Write, type WriteOptions } from './record-store.ts'

/** Records that live as long as the page: where the browser denies storage, and in tests. */
export function createMemoryRecords(initial: Iterable<readonly [string, Stored]> = []): RecordStore & { readonly entries: Map<string, Stored> } {
  const entries = new Map<string, Stored>(initial)
  const copy = <T extends Stored | undefined>(value: T): T => (value instanceof Blob ? value : (structuredClone(value) as T))
  return {
    kind: 'memory',
    entries,
    get: async key => copy(entries.get(key)),
    keys: async prefix => [...entries.keys()].filter(key => key.startsWith(prefix)).sort(),
    async write(writes: readonly Write[], options: WriteOptions = {}) {
      const { guard } = options
      if (guard && !guard.accepts(copy(entries.get(guard.key)))) throw failWith('conflict')
      for (const write of writes) {
        if ('put' in write) entries.set(write.put, copy(write.value))
        else entries.delete(write.remove)
      }
    },
    close() {},
  }
}
