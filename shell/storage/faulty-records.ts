import { createMemoryRecords } from './memory-records.ts'
import { failWith, type RecordStore, type StorageFault } from './record-store.ts'

/**
 * What happens at the chosen write of a test:
 * - a `StorageFault` rejects and nothing was written
 * - `lying` everything was written, and it rejects all the same
 * - `crash` nothing was written and nothing ever answers again
 * - `crash-after` everything was written and nothing ever answers again
 */
export type InjectedFault = StorageFault | 'lying' | 'crash' | 'crash-after'

/** Memory records that go wrong at given writes (counted from 1); `entries` is what is on the disk. */
export function createFaultyRecords(
  faultAt: (write: number) => InjectedFault | null,
  initial?: Iterable<readonly [string, never]>,
): RecordStore & { readonly entries: ReturnType<typeof createMemoryRecords>['entries']; readonly writes: () => number; readonly crashed: () => boolean } {
  const inner = createMemoryRecords(initial)
  let writes = 0
  let crashed = false
  const never = () => new Promise<never>(() => {})
  return {
    kind: 'disk',
    entries: inner.entries,
    writes: () => writes,
    crashed: () => crashed,
    get: key => (crashed ? never() : inner.get(key)),
    keys: prefix => (crashed ? never() : inner.keys(prefix)),
    async write(list, options) {
      if (crashed) return never()
      const fault = faultAt(++writes)
      if (fault === null) return inner.write(list, options)
      if (fault === 'lying' || fault === 'crash-after') await inner.write(list, options)
      if (fault === 'lying') throw failWith('closed')
      if (fault === 'crash' || fault === 'crash-after') {
        crashed = true
        return never()
      }
      throw failWith(fault)
    },
    close() {},
  }
}
