import type { OwnChecks } from './own-checks.ts'

/** How far an app's own tests are, in one line: `5 of 5 checks passed`. */
export function checksWords(checks: OwnChecks): string {
  const { kind, total } = checks
  if (kind === 'running') return total === 1 ? 'Its one check is running…' : `Its ${total} checks are running…`
  const passed = `${checks.passed} of ${total} ${total === 1 ? 'check' : 'checks'} passed`
  return checks.finished ? passed : `${passed}; the others did not finish in time`
}
