import { createContext } from 'react'
import type { AttachmentRecord } from '../../engine/ports.ts'

/** Where a FileField keeps the bytes of its files; the engine gives its `Attachments` port. */
export interface AttachmentStore {
  /** Stores the bytes and gives the record that the state keeps; rejects with a `Failure` where it cannot. */
  put(file: File): Promise<AttachmentRecord>
  /** An address that an image may show, or null while it loads or where it is missing. */
  url(ref: string): string | null
  /** Resolves when `url(ref)` may have changed. */
  load?(ref: string): Promise<void>
}

/** Null where files cannot be kept: a FileField is then disabled and says so. */
export const AttachmentContext = createContext<AttachmentStore | null>(null)

export type { AttachmentRecord }
