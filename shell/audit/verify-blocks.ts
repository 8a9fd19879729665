import type { Json } from '../../schema/json/json.ts'
import type { Digest } from '../storage/log-record.ts'
import { type AuditHead, type AuditRecord, hashedText, NO_HASH, readBlock, recordsOf } from './audit-record.ts'

/** Where the chain does not hold, and why, in words. */
export interface AuditBreak {
  /** The number of the block. */
  readonly seq: number
  readonly why: string
}

export interface AuditReading {
  /** Oldest first. Those after a break may not be what was written. */
  readonly records: readonly AuditRecord[]
  readonly breaks: readonly AuditBreak[]
  /** When the oldest that is kept was written; null where there is none. */
  readonly since: number | null
}

/** Reads blocks in the order of their numbers, and says where the chain does not hold. It never throws. */
export async function verifyBlocks(stored: readonly Json[], head: AuditHead | null, digest: Digest): Promise<AuditReading> {
  const records: AuditRecord[] = []
  const breaks: AuditBreak[] = []
  let prev: string | null = null
  let seq: number | null = null
  let first: { readonly seq: number; readonly prev: string } | null = null
  for (const each of stored) {
    const block = readBlock(each)
    const expected: number = seq === null ? 1 : seq + 1
    if (!block) {
      breaks.push({ seq: expected, why: 'it cannot be read' })
      seq = expected
      prev = null
      continue
    }
    if (seq === null) first = block
    else if (block.seq !== expected) breaks.push({ seq: expected, why: block.seq === expected + 1 ? 'it is missing' : `${block.seq - expected} are missing` })
    else if (prev !== null && block.prev !== prev) breaks.push({ seq: block.seq, why: 'it does not follow the one before' })
    const right = (await digest(hashedText(block))) === block.hash
    if (!right) breaks.push({ seq: block.seq, why: 'it was changed' })
    if (right) records.push(...recordsOf(block))
    seq = block.seq
    prev = block.hash
  }
  const start = records.findLast(({ kind }) => kind === 'forgotten')
  const began = start ? { seq: Number(start.detail) + 1, prev: start.what } : { seq: 1, prev: NO_HASH }
  if (first && (first.seq !== began.seq || first.prev !== began.prev)) breaks.unshift({ seq: began.seq, why: 'the beginning is missing' })
  if (head && (head.seq !== (seq ?? 0) || (prev !== null && head.hash !== prev))) breaks.push({ seq: head.seq, why: 'the end is missing' })
  if (!head && seq !== null) breaks.push({ seq, why: 'what says where it ends is missing' })
  return { records, breaks, since: records[0]?.at ?? null }
}
