import type { Json } from '../../schema/json/json.ts'

/** What a record may hold: plain JSON, or the bytes of an attachment. */
export type Stored = Json | Blob

export type Write = { readonly put: string; readonly value: Stored } | { readonly remove: string }

export interface WriteOptions {
  /** The writes happen only if this record is acceptable, looked at in the same transaction; else `conflict`. */
  readonly guard?: { readonly key: string; readonly accepts: (current: Stored | undefined) => boolean }
  /** Resolve only once the device says that the bytes are on it. */
  readonly strict?: boolean
}

/**
 * The little that the stores above need of a device: records under text keys.
 *
 * - `write` does all of its writes or none of them.
 * - `keys` gives the keys that begin with `prefix`, ascending by code unit.
 * - Everything that fails rejects with a `StorageFailure`.
 */
export interface RecordStore {
  readonly kind: 'memory' | 'disk'
  get(key: string): Promise<Stored | undefined>
  keys(prefix: string): Promise<readonly string[]>
  write(writes: readonly Write[], options?: WriteOptions): Promise<void>
  close(): void
}

/**
 * - `quota` the device is full · `conflict` the guard did not accept, another tab writes
 * - `closed` the connection went away, a second try may work · `unavailable` there is no storage · `unknown`
 */
export type StorageFault = 'quota' | 'conflict' | 'closed' | 'unavailable' | 'unknown'

export class StorageFailure extends Error {
  readonly code: StorageFault
  constructor(code: StorageFault, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StorageFailure'
    this.code = code
  }
}

const faultsByName: ReadonlyMap<string, StorageFault> = new Map([
  ['QuotaExceededError', 'quota'],
  ['InvalidStateError', 'closed'],
  ['AbortError', 'closed'],
  ['SecurityError', 'unavailable'],
  ['NotAllowedError', 'unavailable'],
])

const messages: Readonly<Record<StorageFault, string>> = {
  quota: 'This device has no room left for the browser’s data.',
  conflict: 'This app is open in another tab, which is the one that saves.',
  closed: 'The browser closed its storage.',
  unavailable: 'The browser does not let this page keep anything.',
  unknown: 'The browser could not write to its storage.',
}

/** Whatever a device threw, as one of the known faults. Engines abort with a null error too. */
export function toStorageFailure(cause: unknown): StorageFailure {
  if (cause instanceof StorageFailure) return cause
  const name = cause instanceof Error || cause instanceof DOMException ? cause.name : ''
  const code = faultsByName.get(name) ?? (cause == null ? 'closed' : 'unknown')
  return new StorageFailure(code, messages[code], { cause })
}

export function failWith(code: StorageFault): StorageFailure {
  return new StorageFailure(code, messages[code])
}
