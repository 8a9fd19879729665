import type { JsonObject } from '../../schema/json/json.ts'
import { formatCsv } from '../../tools/csv.ts'
import type { AuditRecord } from './audit-record.ts'
import type { AuditReading } from './verify-blocks.ts'

const columns = ['at', 'until', 'count', 'app', 'name', 'kind', 'what', 'capability', 'code', 'detail']

const toRow = (record: AuditRecord): JsonObject => ({ ...record, at: new Date(record.at).toISOString(), until: new Date(record.until).toISOString() })

/** The records as a table for a spreadsheet, in which nothing is a formula (S52). */
export const auditToCsv = (records: readonly AuditRecord[]): string => formatCsv(records.map(toRow), columns)

/** The same as JSON, with what was found about the chain. */
export const auditToJson = (records: readonly AuditRecord[], { breaks }: AuditReading, at: Date): string =>
  JSON.stringify({ cyanotype: 'audit', version: 1, at: at.toISOString(), breaks, records: records.map(toRow) }, null, 1)
