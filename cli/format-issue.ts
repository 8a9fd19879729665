import { applyFixToText } from '../schema/check/apply-fix-to-text.ts'
import type { Fix, Issue } from '../schema/issue.ts'
import { diffLines } from './line-diff.ts'
import { type Paint, plain, printable } from './paint.ts'
import { spanLength } from './source-span.ts'

/** Columns of a source line that are shown around the place. */
const WIDTH = 110
/** Lines of a fix that are shown on each side. */
const FIX_LINES = 4

/** One issue as a compiler prints it: place, what is wrong, the source lines with what is meant underlined, and what to do; with `showsFix` as a difference of the text. */
export function formatIssue(issue: Issue, file: string, text: string, paint: Paint = plain, showsFix = true): string {
  const color = issue.severity === 'error' ? paint.red : paint.yellow
  const place = `${printable(file)}:${issue.line}:${issue.column}:`
  const lines = [
    `${paint.bold(place)} ${color(paint.bold(`${issue.severity} ${issue.code}`))}: ${paint.bold(printable(text === '' ? issue.message : withoutExcerpt(issue.message)))}`,
  ]
  const gutter = String(issue.line + FIX_LINES).length
  const row = (sign: string, number: number | null, shown: string): string =>
    ` ${paint.blue(`${String(number ?? '').padStart(gutter)} |`)}${sign === '' && shown === '' ? '' : ` ${sign}${shown}`}`
  lines.push(...sourceLines(issue, text, row, color))
  const help = helpLines(issue, showsFix ? text : '', row, paint)
  if (help.length > 0) lines.push(row('', null, ''), ...help)
  return `${lines.join('\n')}\n`
}

/** A message quotes the piece of a formula that it speaks of; here that is underlined. */
const withoutExcerpt = (message: string): string => message.replace(/ \(In: [^\n]*\)$/, '')

type Row = (sign: string, number: number | null, shown: string) => string

/** The line at fault with the one before it, and the fault underlined. */
function sourceLines(issue: Issue, text: string, row: Row, color: (text: string) => string): string[] {
  const source = text.split('\n', issue.line).map(line => line.replace(/\r$/, ''))
  const line = source[issue.line - 1]
  if (line === undefined || text === '') return []
  const before = source[issue.line - 2]
  const { shown, caret, length } = cropLine(line, issue.column - 1, spanLength(line, issue.column - 1))
  return [
    ...(before !== undefined && before.trim() !== '' ? [row('', issue.line - 1, cropLine(before, 0, 1).shown)] : []),
    row('', issue.line, shown),
    row('', null, `${' '.repeat(caret)}${color('^'.repeat(length))}`),
  ]
}

/** What to do, as a small difference of the text where a fix can be shown so. */
function helpLines(issue: Issue, text: string, row: Row, paint: Paint): string[] {
  const head = (words: string): string => `   ${paint.green('help')}: ${printable(words)}`
  if (issue.fix === undefined) return issue.suggestion === undefined || issue.message.includes('id you mean') ? [] : [head(`Did you mean ${issue.suggestion}?`)]
  const after = text === '' ? null : fixedText(text, issue.fix)
  if (after === null || after === text) return [head(`${issue.fix.title}.`)]
  const { from, removed, added } = diffLines(text, after)
  const shown = (lines: readonly string[], other: readonly string[], sign: string, paintLine: (text: string) => string): string[] => [
    ...lines.slice(0, FIX_LINES).map((line, index) => row('', from + index, paintLine(`${sign} ${cropAround(line, other[index])}`))),
    ...(lines.length > FIX_LINES ? [row('', null, paint.dim(`${sign} … ${lines.length - FIX_LINES} more lines`))] : []),
  ]
  return [head(issue.fix.title), ...shown(removed, added, '-', paint.red), ...shown(added, removed, '+', paint.green)]
}

/** The text with the fix applied; null where it speaks of the document with other slips already put right. */
function fixedText(text: string, fix: Fix): string | null {
  try {
    return applyFixToText(text, fix)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** A line cropped to where it begins to differ from another. */
function cropAround(line: string, other: string | undefined): string {
  let same = 0
  while (other !== undefined && same < line.length && line[same] === other[same]) same += 1
  return cropLine(line, same, 1).shown
}

function cropLine(line: string, column: number, length: number): { shown: string; caret: number; length: number } {
  const from = line.length <= WIDTH ? 0 : Math.max(0, Math.min(column - Math.floor(WIDTH / 2), line.length - WIDTH))
  const before = from > 0 ? '… ' : ''
  const after = from + WIDTH < line.length ? ' …' : ''
  return {
    shown: before + printable(line.slice(from, from + WIDTH)) + after,
    caret: before.length + column - from,
    length: Math.max(1, Math.min(length, from + WIDTH - column)),
  }
}

/** `2 errors, 1 note` */
export function countIssues(issues: readonly Issue[]): string {
  const errors = issues.filter(issue => issue.severity === 'error').length
  const notes = issues.length - errors
  const parts = [...(errors > 0 ? [plural(errors, 'error')] : []), ...(notes > 0 ? [plural(notes, 'note')] : [])]
  return parts.length === 0 ? 'no errors' : parts.join(', ')
}

export const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`
