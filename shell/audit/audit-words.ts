import { capabilityWords } from '../../schema/capability-words.ts'
import { isLevel } from '../permissions/level-names.ts'
import { levels } from '../permissions/levels.ts'
import { type Outcome, outcomeOf } from './audit-filter.ts'
import type { AuditKind, AuditRecord } from './audit-record.ts'

export const kindWords: Readonly<Record<AuditKind, string>> = {
  call: 'Calls',
  grant: 'Allowed',
  refuse: 'Not allowed',
  'taken-back': 'Taken back',
  ended: 'Ended by itself',
  level: 'Trust changed',
  forgotten: 'Oldest dropped',
  lost: 'Not written',
}

export const outcomeWords: Readonly<Record<Outcome, string>> = { done: 'Went well', refused: 'Refused', failed: 'Failed' }

/** What happened, in one line. */
export function whatWords(record: AuditRecord): string {
  const { kind, what, capability, detail, count } = record
  const title = capability === null ? '' : capabilityWords(capability).title
  switch (kind) {
    case 'call':
      return capability === null ? what : `${what} · ${capability}`
    case 'grant':
      return `Allowed: ${title}${detail === null ? '' : detail === 'closed' ? ' (until its window is closed)' : ` (${detail})`}`
    case 'refuse':
      return `Not allowed: ${title}`
    case 'taken-back':
      return `Taken back: ${title}`
    case 'ended':
      return `Its time was over: ${title}`
    case 'level':
      return `Trust: ${isLevel(detail) ? levels[detail].title : (detail ?? '')}`
    case 'forgotten':
      return `The oldest ${count.toLocaleString()} entries were dropped to make room.`
    case 'lost':
      return `${count.toLocaleString()} entries could not be written: the device refused.`
  }
}

/** How it went; the code of what failed stands beside it. */
export function howWords(record: AuditRecord): string {
  const outcome = outcomeOf(record)
  if (record.kind !== 'call') return ''
  return record.code === null ? outcomeWords[outcome] : `${outcomeWords[outcome]}: ${record.code}`
}
