import type { Issue } from '../schema/issue.ts'

/** Columns of the source line that are shown around the place. */
const WIDTH = 100

/** One issue as a compiler prints it: place, message, the source line with a caret, and what to do. */
export function formatIssue(issue: Issue, file: string, text: string): string {
  const lines = [`${printable(file)}:${issue.line}:${issue.column}: ${issue.severity} ${issue.code}: ${printable(issue.message)}`]
  const source = text.split('\n', issue.line)[issue.line - 1]
  if (source !== undefined) {
    const { shown, caret } = cropLine(source.replace(/\r$/, ''), issue.column - 1)
    const number = String(issue.line)
    lines.push(` ${number} | ${shown}`, ` ${' '.repeat(number.length)} | ${' '.repeat(caret)}^`)
  }
  const indent = ' '.repeat(String(issue.line).length + 2)
  if (issue.suggestion !== undefined) lines.push(`${indent}Did you mean ${printable(issue.suggestion)}?`)
  if (issue.fix !== undefined) lines.push(`${indent}Fix: ${printable(issue.fix.title)}`)
  return `${lines.join('\n')}\n`
}

/** `2 errors, 1 note` */
export function countIssues(issues: readonly Issue[]): string {
  const errors = issues.filter(issue => issue.severity === 'error').length
  const notes = issues.length - errors
  const parts = [...(errors > 0 ? [plural(errors, 'error')] : []), ...(notes > 0 ? [plural(notes, 'note')] : [])]
  return parts.length === 0 ? 'no errors' : parts.join(', ')
}

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`

function cropLine(line: string, column: number): { shown: string; caret: number } {
  const from = line.length <= WIDTH ? 0 : Math.max(0, Math.min(column - WIDTH / 2, line.length - WIDTH))
  const before = from > 0 ? '… ' : ''
  const after = from + WIDTH < line.length ? ' …' : ''
  return { shown: before + printable(line.slice(from, from + WIDTH)) + after, caret: before.length + column - from }
}

/** Text of a document must not steer the terminal (S50): what is invisible or a control shows as a dot, unit for unit. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, hidden => '·'.repeat(hidden.length))
}
