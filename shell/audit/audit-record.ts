import { isRecord } from '../../schema/check/kinds.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'

/**
 * What a record tells of:
 *
 * - `call`        a tool of the registry was called: `what` is its name, `capability` what it needed, `code` why it failed
 * - `grant`       the person allowed a capability; `detail` until when
 * - `refuse`      they did not allow it
 * - `taken-back`  they took a yes back
 * - `ended`       its time was over
 * - `level`       they chose how much an app, or all of them, are trusted: `detail` is the level
 * - `forgotten`   the oldest blocks were dropped to make room: `what` is the hash of the last of them, `detail` its number, `count` how many records went
 * - `lost`        so many records could not be written, because the device refused for too long
 */
export type AuditKind = 'call' | 'grant' | 'refuse' | 'taken-back' | 'ended' | 'level' | 'forgotten' | 'lost'

/** One thing that happened. It says names and scopes, never what a person entered. */
export interface AuditNote {
  /** Milliseconds since 1970. */
  readonly at: number
  /** The app's instance; empty for the desktop itself. */
  readonly app: string
  /** What the app was called then: it may be gone when this is read. */
  readonly name: string
  readonly kind: AuditKind
  readonly what: string
  readonly capability: string | null
  /** Why it did not go well; null where it did. */
  readonly code: string | null
  readonly detail: string | null
}

/** The same thing, `count` times from `at` to `until`. */
export interface AuditRecord extends AuditNote {
  readonly count: number
  readonly until: number
}

/** Some records that were written together. `hash` is SHA-256 over the number, the hash of the block before, and the text. */
export interface AuditBlock {
  readonly seq: number
  readonly prev: string
  /** The records, as JSON. */
  readonly text: string
  readonly hash: string
}

/** What is known of the newest block, and how many records there are. */
export interface AuditHead {
  readonly seq: number
  readonly hash: string
  readonly count: number
}

/** Before the first block. */
export const NO_HASH = '0'.repeat(64)

export const hashedText = ({ seq, prev, text }: Omit<AuditBlock, 'hash'>): string => `${seq}\n${prev}\n${text}`

/** A block as it was read back, or null where it is none. */
export function readBlock(stored: unknown): AuditBlock | null {
  if (!isRecord(stored as Json | undefined)) return null
  const { seq, prev, text, hash } = stored as JsonObject
  return typeof seq === 'number' && typeof prev === 'string' && typeof text === 'string' && typeof hash === 'string' ? { seq, prev, text, hash } : null
}

export function readHead(stored: unknown): AuditHead | null {
  if (!isRecord(stored as Json | undefined)) return null
  const { seq, hash, count } = stored as JsonObject
  return typeof seq === 'number' && typeof hash === 'string' && typeof count === 'number' ? { seq, hash, count } : null
}

/** The records of a block whose hash is right: what was written is what is read. */
export const recordsOf = ({ text }: Pick<AuditBlock, 'text'>): readonly AuditRecord[] => JSON.parse(text) as AuditRecord[]
