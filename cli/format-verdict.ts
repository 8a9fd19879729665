import type { TestVerdict } from '../engine/react/test-run/test-verdict.ts'
import { plural } from './format-issue.ts'
import { type Paint, printable } from './paint.ts'
import { nameOf } from './read-text.ts'

/** Below this a test's own time is not worth a word, ms. */
const NOTABLE_MS = 300

/** One test, as a line; and, where it failed, the step, what it expected and what was seen. */
export function formatVerdict({ name, passed, failure, virtualMs, realMs }: TestVerdict, paint: Paint): string {
  const times = [virtualMs > 0 ? `${shortTime(virtualMs)} of its clock` : '', realMs >= NOTABLE_MS ? `${shortTime(realMs)}` : ''].filter(Boolean).join(', in ')
  const line = `  ${passed ? paint.green('✓') : paint.red('✗')} ${passed ? printable(name) : paint.red(printable(name))}${times ? paint.dim(`  ${times}`) : ''}\n`
  if (!failure) return line
  const row = (label: string, text: string) => `      ${paint.dim(label.padEnd(9))} ${printable(text)}\n`
  const step = failure.step ? row(`step ${failure.step.number}`, JSON.stringify(failure.step.written)) : ''
  return line + step + row('expected', failure.expected) + row('seen', failure.seen)
}

/** How it went, over all files; one without tests is named. */
export function summaryOf(tested: readonly { readonly file: string; readonly tests: readonly TestVerdict[] | null }[], paint: Paint): string {
  const without = tested.filter(({ tests }) => tests?.length === 0).map(({ file }) => `${printable(nameOf(file))} has no tests.\n`)
  const faulty = tested.filter(({ tests }) => tests === null).length
  const verdicts = tested.flatMap(({ tests }) => tests ?? [])
  const failed = verdicts.filter(({ passed }) => !passed).length
  const time = verdicts.reduce((sum, { realMs }) => sum + realMs, 0)
  const parts = [
    ...(failed > 0 ? [paint.red(`${failed} failed`)] : []),
    ...(verdicts.length > 0 ? [`${failed === 0 ? paint.green(`${verdicts.length} passed`) : `${verdicts.length - failed} passed`}`] : []),
    ...(faulty > 0 ? [paint.red(`${plural(faulty, 'file')} with errors`)] : []),
  ]
  return (
    without.join('') +
    (parts.length === 0 ? '' : `${verdicts.length > 0 ? '\n' : ''}${parts.join(', ')}${verdicts.length > 0 ? paint.dim(`  in ${shortTime(time)}`) : ''}\n`)
  )
}

/** `80 ms`, `1.2 s`, `25 min`, `3 h`. */
export function shortTime(ms: number): string {
  const shown = (value: number) => String(Math.round(value * 10) / 10)
  if (ms < 1000) return `${Math.round(ms)} ms`
  if (ms < 60_000) return `${shown(ms / 1000)} s`
  if (ms < 3_600_000) return `${shown(ms / 60_000)} min`
  return `${shown(ms / 3_600_000)} h`
}
