/**
 * The records of one app's state: a chain of operations and, now and then, the whole.
 *
 * Each operation carries its place (`seq`, from 1), the seal of the one before it and its own seal
 * over all of this, so that a flipped byte, a torn write, a gap or two interleaved writers are seen.
 * Bodies are kept as text: what was sealed is byte for byte what is read back.
 */
import type { StatePatch } from '../../engine/contracts.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import type { Stored } from './record-store.ts'

/** SHA-256, lower-case hex. */
export type Digest = (text: string) => Promise<string>

export interface OpRecord {
  readonly seq: number
  readonly prev: string
  /** JSON of the patches. */
  readonly body: string
  readonly sha256: string
}

export interface SnapshotRecord {
  /** The last operation that it contains; 0 for none. */
  readonly seq: number
  /** The seal of that operation. */
  readonly chain: string
  /** JSON of the state. */
  readonly body: string
  readonly sha256: string
}

/** The one small record that says who writes and how far it got. */
export interface HeadRecord {
  /** Counts up each time that a tab becomes the writer; an older writer's next write is refused. */
  readonly writer: number
  readonly seq: number
  readonly chain: string
  /** The snapshot that was read back and found good. */
  readonly snapshot: number
}

export const emptyChain = ''

export const keysOf = (instance: string) => ({
  head: `head/${instance}`,
  logs: `log/${instance}/`,
  log: (seq: number) => `log/${instance}/${pad(seq)}`,
  snapshots: `snapshot/${instance}/`,
  snapshot: (seq: number) => `snapshot/${instance}/${pad(seq)}`,
  asides: `aside/${instance}/`,
  aside: (name: string) => `aside/${instance}/${name}`,
})

const pad = (seq: number) => String(seq).padStart(12, '0')

/** The number at the end of a log's or a snapshot's key. */
export const seqOfKey = (key: string) => Number(key.slice(key.lastIndexOf('/') + 1))

export async function sealOp(seq: number, prev: string, patches: readonly StatePatch[], digest: Digest): Promise<OpRecord> {
  const body = JSON.stringify(patches)
  return { seq, prev, body, sha256: await digest(`op\n${seq}\n${prev}\n${body}`) }
}

export async function sealSnapshot(seq: number, chain: string, state: JsonObject, digest: Digest): Promise<SnapshotRecord> {
  const body = JSON.stringify(state)
  return { seq, chain, body, sha256: await digest(`snapshot\n${seq}\n${chain}\n${body}`) }
}

/** The patches of a record that stands at `seq` after `prev`, or null if it is not what was sealed there. */
export async function openOp(stored: Stored | undefined, seq: number, prev: string, digest: Digest): Promise<readonly StatePatch[] | null> {
  const record = asRecord(stored)
  if (record?.seq !== seq || record.prev !== prev || typeof record.body !== 'string') return null
  if ((await digest(`op\n${seq}\n${prev}\n${record.body}`)) !== record.sha256) return null
  return JSON.parse(record.body) as StatePatch[]
}

/** The snapshot's place and state, or null if it is not what was sealed. */
export async function openSnapshot(
  stored: Stored | undefined,
  digest: Digest,
): Promise<{ readonly seq: number; readonly chain: string; readonly state: JsonObject } | null> {
  const record = asRecord(stored)
  if (!record || typeof record.seq !== 'number' || typeof record.chain !== 'string' || typeof record.body !== 'string') return null
  if ((await digest(`snapshot\n${record.seq}\n${record.chain}\n${record.body}`)) !== record.sha256) return null
  return { seq: record.seq, chain: record.chain, state: JSON.parse(record.body) as JsonObject }
}

export function toHead(stored: Stored | undefined): HeadRecord | null {
  const record = asRecord(stored)
  if (!record) return null
  const { writer, seq, chain, snapshot } = record
  if (typeof writer !== 'number' || typeof seq !== 'number' || typeof chain !== 'string' || typeof snapshot !== 'number') return null
  return { writer, seq, chain, snapshot }
}

function asRecord(stored: Stored | undefined): { readonly [key: string]: Json } | null {
  return typeof stored === 'object' && stored !== null && !Array.isArray(stored) && !(stored instanceof Blob) ? (stored as JsonObject) : null
}
