import type { Clock } from '../../engine/ports.ts'
import type { Json } from '../../schema/json/json.ts'
import type { Digest } from '../storage/log-record.ts'
import { type RecordStore, StorageFailure, type Write } from '../storage/record-store.ts'
import { type AuditBlock, type AuditHead, type AuditNote, type AuditRecord, hashedText, NO_HASH, readBlock, readHead, recordsOf } from './audit-record.ts'
import { type AuditReading, verifyBlocks } from './verify-blocks.ts'

/**
 * What apps did and what they were allowed, kept in this browser: blocks of records, each with the hash of the one before,
 * so that a gap or a change shows. Laws: a note is written once; what is the same within one batch is one record with its
 * number; there are never more than `most` records, and where the oldest are dropped a record says so; one tab writes at a
 * time, whichever it is.
 */
export interface AuditLog {
  note(note: AuditNote): void
  /** Writes what waits. Rejects where the device refuses; it is kept then, and tried again. */
  flush(): Promise<void>
  /** Everything that is kept, and whether it is whole. */
  read(): Promise<AuditReading>
}

export interface AuditLogOptions {
  readonly digest: Digest
  readonly clock: Clock
  /** Runs `work` while no other tab runs it. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>
  readonly most?: number
}

export const AUDIT_PREFIX = 'audit/'
const HEAD = 'audit-head'
/** Records are written so long after the first of them, ms. */
const DELAY = 2000
/** What waits for a device that refuses. */
const MOST_WAITING = 2000
const MOST = 20_000
/** Of `most`, what is left when the oldest are dropped. */
const LEFT = 0.9
const TRIES = 3

const keyOf = (seq: number) => AUDIT_PREFIX + String(seq).padStart(10, '0')
/** None of these has a line break but a detail, which stands last. */
const keyOfNote = ({ app, kind, what, capability, code, detail }: AuditNote) => `${app}\n${kind}\n${what}\n${capability}\n${code}\n${detail}`

/** A record that goes on: the same thing again makes no object. */
type Waiting = { -readonly [K in keyof AuditRecord]: AuditRecord[K] }

export function createAuditLog(records: RecordStore, { digest, clock, alone, most = MOST }: AuditLogOptions): AuditLog {
  let waiting = new Map<string, Waiting>()
  let lost = 0
  let cancel: (() => void) | null = null
  let writing: Promise<void> = Promise.resolve()

  function add(record: AuditRecord): void {
    const key = keyOfNote(record)
    const before = waiting.get(key)
    if (before)
      waiting.set(key, { ...before, count: before.count + record.count, until: Math.max(before.until, record.until), at: Math.min(before.at, record.at) })
    else if (waiting.size < MOST_WAITING) waiting.set(key, record)
    else lost += record.count
    cancel ??= clock.after(DELAY, () => {
      cancel = null
      // What could not be written waits for the next note.
      log.flush().catch(() => undefined)
    })
  }

  async function write(): Promise<void> {
    if (waiting.size === 0) return
    const batch = waiting
    waiting = new Map()
    const now = clock.now()
    const list = [...batch.values(), ...(lost > 0 ? [desktopNote('lost', '', null, now, lost)] : [])]
    try {
      await alone(() => append(list))
      lost = 0
    } catch (cause) {
      const since = waiting
      waiting = batch
      for (const record of since.values()) add(record)
      throw cause
    }
  }

  async function append(list: readonly AuditRecord[]): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const head = readHead(await records.get(HEAD)) ?? { seq: 0, hash: NO_HASH, count: 0 }
      const { removes, dropped, last } = await oldest(head.count + list.length - most)
      const text = JSON.stringify(last ? [...list, desktopNote('forgotten', last.hash, String(last.seq), clock.now(), dropped)] : list)
      const unsigned = { seq: head.seq + 1, prev: head.hash, text }
      const block: AuditBlock = { ...unsigned, hash: await digest(hashedText(unsigned)) }
      const next: AuditHead = { seq: block.seq, hash: block.hash, count: head.count - dropped + list.length + (last ? 1 : 0) }
      try {
        await records.write([{ put: keyOf(block.seq), value: { ...block } }, { put: HEAD, value: { ...next } }, ...removes], {
          guard: { key: HEAD, accepts: current => (readHead(current)?.hash ?? NO_HASH) === head.hash },
        })
        return
      } catch (cause) {
        // A tab without locks was faster.
        if (attempt === TRIES || !(cause instanceof StorageFailure) || cause.code !== 'conflict') throw cause
      }
    }
  }

  /** The blocks to drop so that there is room for `excess` records more, and some to spare. */
  async function oldest(excess: number): Promise<{ readonly removes: Write[]; readonly dropped: number; readonly last: AuditBlock | null }> {
    const removes: Write[] = []
    let dropped = 0
    let last: AuditBlock | null = null
    if (excess <= 0) return { removes, dropped, last }
    for (const key of await records.keys(AUDIT_PREFIX)) {
      if (dropped >= excess + most * (1 - LEFT)) break
      const block = readBlock(await records.get(key))
      removes.push({ remove: key })
      // What is damaged is dropped too: that it was there still shows, since nothing stands for its hash.
      if (!block) continue
      dropped += countOf(block)
      last = block
    }
    return { removes, dropped, last }
  }

  const log: AuditLog = {
    note(note) {
      const before = waiting.get(keyOfNote(note))
      if (!before) return add({ ...note, count: 1, until: note.at })
      before.count += 1
      if (note.at > before.until) before.until = note.at
    },
    flush() {
      cancel?.()
      cancel = null
      writing = writing.catch(() => undefined).then(write)
      return writing
    },
    async read() {
      await log.flush().catch(() => undefined)
      const stored = await Promise.all((await records.keys(AUDIT_PREFIX)).map(key => records.get(key)))
      return verifyBlocks(stored as readonly Json[], readHead(await records.get(HEAD)), digest)
    },
  }
  return log
}

function countOf(block: AuditBlock): number {
  try {
    return recordsOf(block).length
  } catch {
    // A damaged block counts as none; dropping it goes on.
    return 0
  }
}

const desktopNote = (kind: 'lost' | 'forgotten', what: string, detail: string | null, at: number, count: number): AuditRecord => ({
  at,
  until: at,
  app: '',
  name: '',
  kind,
  what,
  capability: null,
  code: null,
  detail,
  count,
})
