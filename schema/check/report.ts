/** Collects what the passes find; the lines and columns are looked up once, at the end. */
import type { Fix, Issue } from '../issue.ts'
import type { Json, Path } from '../json/json.ts'
import { createLocator } from '../json/locate.ts'
import { formatPointer } from '../json/pointer.ts'
import { prettyText } from '../json/pretty-text.ts'

export type Finding = Omit<Issue, 'line' | 'column'>

export interface Extra {
  readonly suggestion?: string | undefined
  readonly fix?: Fix | undefined
}

export interface Report {
  error(code: string, at: Path, message: string, extra?: Extra): void
  note(code: string, at: Path, message: string, extra?: Extra): void
  /** Adds findings of another report. */
  take(findings: readonly Finding[]): void
  readonly findings: readonly Finding[]
  readonly hasErrors: boolean
}

/** Findings beyond this many say nothing new: one more tells that there are more. */
const MOST = 500

export function createReport(): Report {
  const findings: Finding[] = []
  let errors = 0
  const add = (finding: Finding): void => {
    if (finding.severity === 'error') errors += 1
    if (findings.length < MOST) findings.push(finding)
    else if (findings.length === MOST)
      findings.push({ code: 'too-many-issues', severity: 'error', at: '', message: `There are more than ${MOST} issues: mend these first.` })
  }
  const make = (severity: 'error' | 'note', code: string, at: Path, message: string, extra: Extra = {}): void =>
    add({
      code,
      severity,
      at: formatPointer(at),
      message,
      ...(extra.suggestion !== undefined && { suggestion: extra.suggestion }),
      ...(extra.fix !== undefined && { fix: extra.fix }),
    })
  return {
    error: (code, at, message, extra) => make('error', code, at, message, extra),
    note: (code, at, message, extra) => make('note', code, at, message, extra),
    take: found => found.forEach(add),
    get findings() {
      return findings
    },
    get hasErrors() {
      return errors > 0
    },
  }
}

/** Codes that speak of a key rather than of the value under it. */
const ofKeys: ReadonlySet<string> = new Set([
  'unknown-section',
  'unknown-property',
  'unknown-argument',
  'unknown-key',
  'bad-name',
  'reserved-name',
  'name-clash',
  'renamed',
])

/** The findings with their places in `text`; errors first where they stand, in the order of the text. */
export function placeFindings(findings: readonly Finding[], text: string): Issue[] {
  if (findings.length === 0) return []
  const locate = createLocator(text)
  return findings
    .map(finding => {
      const place = locate(finding.at, { key: ofKeys.has(finding.code) })
      return { issue: { ...finding, line: place.line, column: place.column }, offset: place.offset }
    })
    .sort((a, b) => a.offset - b.offset)
    .map(({ issue }) => issue)
}

/** The text in which places are named for a value that never was one. */
export function textOf(value: Json): string {
  return prettyText(value)
}
