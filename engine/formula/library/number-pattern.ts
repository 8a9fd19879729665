/** Number patterns: `0.00`, `#,##0`, `0 %`, with any text before and after. */
import { numberFormat } from './intl.ts'

const CORE = /[#0][#0,]*(?:\.[#0]*)?/

export function isNumberPattern(pattern: string): boolean {
  return CORE.test(pattern.replace(/'[^']*'/g, ''))
}

/** Zeros are digits that are always written, `#` those that may be, a comma groups by thousands, a % counts in hundredths. */
export function formatNumberPattern(language: string, x: number, pattern: string): string {
  const core = CORE.exec(pattern)?.[0] ?? '0'
  const at = pattern.indexOf(core)
  const [whole = '', fraction = ''] = core.split('.')
  const zeros = (text: string) => text.split('0').length - 1
  const before = pattern.slice(0, at).replaceAll("'", '')
  const after = pattern.slice(at + core.length).replaceAll("'", '')
  const written = numberFormat(language, {
    minimumIntegerDigits: Math.min(21, Math.max(1, zeros(whole))),
    minimumFractionDigits: Math.min(20, zeros(fraction)),
    maximumFractionDigits: Math.min(20, fraction.length),
    useGrouping: whole.includes(','),
  }).format(after.includes('%') ? x * 100 : x)
  // The sign stands before what precedes the number: -$5, not $-5.
  return /^[-−]/.test(written) && before !== '' ? written[0] + before + written.slice(1) + after : before + written + after
}
