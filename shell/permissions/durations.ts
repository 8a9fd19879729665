import { kindOf } from '../../schema/capability-name.ts'
import type { Until } from '../storage/installed-app.ts'

/** How long a yes holds. */
export type Duration = 'always' | 'today' | 'closed'

export const durations: readonly { readonly value: Duration; readonly label: string }[] = [
  { value: 'always', label: 'Until I take it back' },
  { value: 'today', label: 'For today' },
  { value: 'closed', label: 'Until its window is closed' },
]

/** Kinds for which a while is often enough: what leaves this device, and what looks at more than the app. */
const timed: ReadonlySet<string> = new Set(['net', 'frame', 'llm', 'secret', 'flow', 'fs', 'intent', 'clipboard.history', 'apps.list'])

export const mayBeTimed = (capability: string): boolean => timed.has(kindOf(capability)) || kindOf(capability).startsWith('system.')

/** Sensitive ones that a person may allow for a while; the others are asked about at each use (S60). */
export const mayBeRemembered = (capability: string): boolean => capability === 'location' || capability === 'microphone'

/** Until when a yes holds that is given at `now`; `today` ends with the day, where the person is. */
export function untilOf(duration: Duration, now: number): Until | null {
  if (duration !== 'today') return duration === 'closed' ? 'closed' : null
  const midnight = new Date(now)
  midnight.setHours(24, 0, 0, 0)
  return midnight.getTime()
}

export function durationOf(until: Until | undefined): Duration {
  if (until === undefined) return 'always'
  return until === 'closed' ? 'closed' : 'today'
}
