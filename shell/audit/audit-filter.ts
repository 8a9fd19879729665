import type { AuditKind, AuditRecord } from './audit-record.ts'

export type Outcome = 'done' | 'refused' | 'failed'

/** Left out, or empty, is all of them. */
export interface AuditFilter {
  readonly app: string
  readonly kind: AuditKind | ''
  readonly outcome: Outcome | ''
  /** Not older than this many ms; 0 is whatever its age. */
  readonly within: number
}

export const everything: AuditFilter = { app: '', kind: '', outcome: '', within: 0 }

/** Failures that are a no, and not a mishap. */
const refusals: ReadonlySet<string> = new Set(['denied', 'needs-press', 'not-picked', 'unknown-tool', 'bad-arguments', 'bad-address', 'budget', 'too-many'])

export function outcomeOf({ kind, code }: Pick<AuditRecord, 'kind' | 'code'>): Outcome {
  if (kind === 'refuse' || kind === 'taken-back' || kind === 'ended' || (code !== null && refusals.has(code))) return 'refused'
  return code === null && kind !== 'lost' ? 'done' : 'failed'
}

export function fits(record: AuditRecord, { app, kind, outcome, within }: AuditFilter, now: number): boolean {
  return (
    (app === '' || record.app === app) &&
    (kind === '' || record.kind === kind) &&
    (outcome === '' || outcomeOf(record) === outcome) &&
    (within === 0 || record.until >= now - within)
  )
}
