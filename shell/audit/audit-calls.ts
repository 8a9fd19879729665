import type { AppObserver } from '../../engine/ports.ts'
import type { AuditNote } from './audit-record.ts'

export interface AuditCallsOptions {
  readonly instance: string
  readonly name: () => string
  readonly now: () => number
  readonly note: (note: AuditNote) => void
}

/** The same observer, and each call of a tool is noted for the log of what apps did: its name and scope, and how it went. */
export function auditCalls(observe: AppObserver, { instance, name, now, note }: AuditCallsOptions): AppObserver {
  const { call } = observe
  return Object.assign(observe, {
    call(cause: number, tool: string, outcome: Parameters<AppObserver['call']>[2]) {
      call(cause, tool, outcome)
      note({ at: now(), app: instance, name: name(), kind: 'call', what: tool, capability: outcome.capability ?? null, code: outcome.code, detail: null })
    },
  })
}
