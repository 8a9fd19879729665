import { type IDBPDatabase, openDB } from 'idb'
import { failWith, type RecordStore, StorageFailure, type Stored, toStorageFailure } from './record-store.ts'

const storeName = 'records'

/**
 * Records in IndexedDB, one object store with text keys. A connection that the browser closed is
 * opened again, once, for the call that met it.
 *
 * Rejects with `unavailable` where the browser has no IndexedDB for this page or denies it.
 */
export async function openIdbRecords(name: string, onOutdated: () => void): Promise<RecordStore> {
  let connection: Promise<IDBPDatabase> | null = null

  const open = (): Promise<IDBPDatabase> => {
    connection ??= openDB(name, 1, {
      upgrade: database => void database.createObjectStore(storeName),
      blocking: (_current, _blocked, event) => {
        // A newer version of the page wants the store: it goes first, this tab says that it is outdated.
        ;(event.target as IDBDatabase).close()
        connection = null
        onOutdated()
      },
      terminated: () => {
        connection = null
      },
    })
    return connection
  }

  const reopening = async <T>(run: (database: IDBPDatabase) => Promise<T>): Promise<T> => {
    try {
      return await run(await open())
    } catch (cause) {
      const failure = toStorageFailure(cause)
      if (failure.code !== 'closed') throw failure
      connection = null
      try {
        return await run(await open())
      } catch (again) {
        throw toStorageFailure(again)
      }
    }
  }

  try {
    await open()
  } catch (cause) {
    throw new StorageFailure('unavailable', failWith('unavailable').message, { cause })
  }

  return {
    kind: 'disk',
    get: key => reopening(database => database.get(storeName, key) as Promise<Stored | undefined>),
    keys: prefix => reopening(async database => (await database.getAllKeys(storeName, IDBKeyRange.bound(prefix, `${prefix}\uffff`))) as string[]),
    write: (writes, options = {}) =>
      reopening(async database => {
        const transaction = database.transaction(storeName, 'readwrite', { durability: options.strict ? 'strict' : 'relaxed' })
        // Handled here so that an abort is reported once, by the await below.
        const done = transaction.done.catch(cause => Promise.reject(toStorageFailure(cause ?? transaction.error)))
        done.catch(() => undefined)
        try {
          const { guard } = options
          if (guard && !guard.accepts((await transaction.store.get(guard.key)) as Stored | undefined)) throw failWith('conflict')
          for (const write of writes) {
            // Not awaited one by one: a failing request aborts the transaction, and `done` says so.
            const request = 'put' in write ? transaction.store.put(write.value, write.put) : transaction.store.delete(write.remove)
            request.catch(() => undefined)
          }
          // Said at once, so that it is kept also where the page is left before the requests have answered.
          transaction.commit()
        } catch (cause) {
          try {
            transaction.abort()
          } catch {
            // Already over: the cause below tells why.
          }
          throw toStorageFailure(cause)
        }
        await done
      }),
    close() {
      connection?.then(
        database => database.close(),
        () => undefined,
      )
      connection = null
    },
  }
}
