/** From an author's text to JSON: what can mean one thing only is read as that (B5), all else is refused with its reason. */
import type { Fix, Issue } from '../issue.ts'
import type { JsonFault } from '../json/fault.ts'
import type { Json } from '../json/json.ts'
import { createLines, type Lines } from '../json/lines.ts'
import { parseJson } from '../json/parse-json.ts'
import { formatPointer } from '../json/pointer.ts'
import { extractDocument } from '../json/reply-filter.ts'
import { faultCode, pathTo, type Scan, type Slip, scanJson } from '../json/scan.ts'
import { applyTextEdits, createOffsetMap } from '../json/text-edits.ts'

export interface ReadText {
  /** Undefined where the text cannot be read: then one of the issues is an error. */
  readonly value: Json | undefined
  /** The text that was read, its slips put right: pointers lead into it. */
  readonly text: string
  readonly issues: readonly Issue[]
  /** An issue with a place in `text`, with its place in the text as it was written. */
  readonly toWritten: (issue: Issue) => Issue
}

/** A text that cannot be read. */
export interface Unreadable {
  readonly written: string
  /** Of `written`. */
  readonly scan: Scan
  /** `written` with the slips put right that come before the fault. */
  readonly text: string
  /** What the parser says of `text`. */
  readonly fault: JsonFault
  /** The structure is sound there: the fault is inside of a number or text, or a key that stands twice. */
  readonly isInside: boolean
  /** From an offset in `text` to the one in `written`. */
  readonly toWritten: (offset: number) => number
}

export interface SyntaxFault {
  readonly code: string
  readonly message: string
  /** JSON Pointer. */
  readonly at: string
  /** In `written`. */
  readonly offset: number
  readonly fix?: Fix
}

/**
 * @param trusted false for what came from elsewhere: nothing of it is put right, so what would be a note is an error
 * @param explain says more of a fault than the parser does
 */
export function readText(written: string, trusted: boolean, explain: (unreadable: Unreadable) => SyntaxFault = explainBriefly): ReadText {
  const asItIs = (issue: Issue): Issue => issue
  const { value, fault } = parseJson(written)
  if (fault === null) return { value, text: written, issues: [], toWritten: asItIs }
  const lines = createLines(written)
  if (fault.code === 'too-deep') {
    const { code, message, line, column, pointer } = fault
    return { value: undefined, text: written, issues: [{ code, severity: 'error', at: pointer, line, column, message }], toWritten: asItIs }
  }
  const scan = scanDocument(written)
  const slips = scan.slips.filter(slip => scan.stop === null || slip.offset < scan.stop.start)
  const text = applyTextEdits(written, slips)
  const read = parseJson(text)
  const toWritten = createOffsetMap(slips)
  const linesOfText = createLines(text)
  const placed: Omit<ReadText, 'value' | 'issues'> = {
    text,
    toWritten: issue => ({ ...issue, ...lines.place(toWritten(linesOfText.offset(issue.line, issue.column))) }),
  }
  const found = slips.slice(0, MOST).map(slip => slipIssue(slip, lines, trusted))
  if (read.fault === null) return { ...placed, value: trusted ? read.value : undefined, issues: found }
  // A number in the last place before the stop may be part of what is broken there: 09:00".
  const isInside = scan.stop === null || (read.fault.code !== 'duplicate-key' && toWritten(read.fault.offset) < (scan.tokens.at(-1)?.start ?? 0))
  const { code, message, at, offset, fix } = explain({ written, scan, text, fault: read.fault, isInside, toWritten })
  return { ...placed, value: undefined, issues: [...found, { code, severity: 'error', at, ...lines.place(offset), message, ...(fix && { fix }) }] }
}

function explainBriefly({ scan, fault, isInside, toWritten }: Unreadable): SyntaxFault {
  const stop = isInside ? null : scan.stop
  return { code: stop === null ? fault.code : faultCode(stop), message: fault.message, at: fault.pointer, offset: stop?.start ?? toWritten(fault.offset) }
}

/** Slips beyond this many are put right without a word. */
const MOST = 100

/** The scan of the document in a text; what stands before it is a slip like what stands after it. */
export function scanDocument(written: string): Scan {
  const start = startOf(written)
  if (start === 0) return scanJson(written)
  const scan = scanJson(written, { kind: 'odd', start, end: start, expected: 'value', frame: null, member: null })
  const before: Slip = {
    code: 'text-around',
    offset: 0,
    delete: start,
    insert: '',
    reason: 'What stands before the document is no part of it',
    at: null,
    frame: null,
  }
  return { ...scan, slips: [before, ...scan.slips] }
}

function startOf(written: string): number {
  if (/^[\s\uFEFF]*[{["]/.test(written)) return 0
  const { text } = extractDocument(written)
  return text === '' ? 0 : Math.max(0, written.indexOf(text))
}

function slipIssue(slip: Slip, lines: Lines, trusted: boolean): Issue {
  const { code, offset, insert, reason } = slip
  const isLeftOut = insert.trim() === '' && code !== 'odd-space'
  const shown = isLeftOut ? '' : insert === ' ' ? 'a plain space' : insert.length > 40 ? `${insert.slice(0, 40).toWellFormed()}…` : insert
  const remedy = isLeftOut ? 'remove it' : `write ${shown}`
  return {
    code,
    severity: trusted ? 'note' : 'error',
    at: formatPointer(pathTo(slip.frame, slip.at)),
    ...lines.place(offset),
    message: trusted ? `${reason}; it was ${isLeftOut ? 'left out' : `read as ${shown}`}.` : `${reason}: ${remedy}.`,
    fix: { title: isLeftOut ? 'Remove it' : `Write ${shown}`, edits: [{ offset, delete: slip.delete, insert }] },
  }
}
