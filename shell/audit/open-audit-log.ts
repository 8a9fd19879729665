import type { Clock } from '../../engine/ports.ts'
import { sha256Hex } from '../services/digest.ts'
import type { RecordStore } from '../storage/record-store.ts'
import { type AuditLog, createAuditLog } from './audit-log.ts'

/** The log of this desktop: whichever tab writes, the others wait for it. */
export function openAuditLog(records: RecordStore, clock: Clock): AuditLog {
  const { locks } = navigator as { readonly locks?: LockManager }
  return createAuditLog(records, {
    digest: sha256Hex,
    clock,
    // Without locks the guard of the write itself finds that another tab was faster.
    alone: work => (locks ? locks.request('cyanotype:audit', work) : work()),
  })
}
