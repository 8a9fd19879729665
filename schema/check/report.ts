/** Collects what the passes find; the lines and columns are looked up once, at the end. */
import type { Fix, Issue } from '../issue.ts'
import type { Json, Path } from '../json/json.ts'
import { createLocator } from '../json/locate.ts'
import { formatPointer } from '../json/pointer.ts'
import { prettyDocument } from '../json/pretty-text.ts'
import type { Advice } from './advice.ts'
import { placeInString, type Within } from './place-in-string.ts'

export type Finding = Omit<Issue, 'line' | 'column'> & {
  readonly within?: Within
  /** Where it stands in the text, where that is another pointer than `at`. */
  readonly place?: string
}

export interface Extra {
  readonly suggestion?: string | undefined
  readonly fix?: Fix | undefined
  /** Where in the text that stands there. */
  readonly within?: Within | undefined
}

export interface Report {
  error(code: string, at: Path, message: string, extra?: Extra): void
  note(code: string, at: Path, message: string, extra?: Extra): void
  /** Adds findings of another report. */
  take(findings: readonly Finding[]): void
  readonly findings: readonly Finding[]
  readonly hasErrors: boolean
  /** Whoever reports may ask it what was meant; null where nobody wants to know. */
  readonly advice: Advice | null
}

/** Findings beyond this many say nothing new: one more tells that there are more. */
const MOST = 500

/** Thrown by a report that stops when it is full: nothing that is still to be found would be told. */
export class ReportIsFull extends Error {}

/** @param options.stopsWhenFull whether the finding beyond the last that is kept throws `ReportIsFull` */
export function createReport(options: { readonly stopsWhenFull?: boolean; readonly advice?: Advice | null } = {}): Report {
  const findings: Finding[] = []
  let errors = 0
  const add = (finding: Finding): void => {
    if (finding.severity === 'error') errors += 1
    if (findings.length < MOST) findings.push(finding)
    else if (findings.length === MOST) {
      findings.push({ code: 'too-many-issues', severity: 'error', at: '', message: `There are more than ${MOST} issues: mend these first.` })
      if (options.stopsWhenFull) throw new ReportIsFull()
    }
  }
  const make = (severity: 'error' | 'note', code: string, at: Path, message: string, extra: Extra = {}): void =>
    add({
      code,
      severity,
      at: formatPointer(at),
      message,
      ...(extra.suggestion !== undefined && { suggestion: extra.suggestion }),
      ...(extra.fix !== undefined && { fix: extra.fix }),
      ...(extra.within !== undefined && { within: extra.within }),
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
    advice: options.advice ?? null,
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
    .map(({ within, place: written, ...finding }) => {
      const value = locate(written ?? finding.at, { key: ofKeys.has(finding.code) })
      const place = within === undefined ? value : placeInString(text, value, within)
      return { issue: { ...finding, line: place.line, column: place.column }, offset: place.offset }
    })
    .sort((a, b) => a.offset - b.offset)
    .map(({ issue }) => issue)
}

/** The text in which places are named for a value that never was one. */
export function textOf(value: Json): string {
  return prettyDocument(value)
}
