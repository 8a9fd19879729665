import { kindOf } from '../../schema/capability-name.ts'
import type { Grade } from '../../schema/catalog.ts'
import type { Level } from './level-names.ts'

/** `allow`: without a question. `refuse`: no question and no use. */
export type Ruling = 'allow' | 'ask' | 'refuse'

export interface LevelSpec {
  readonly title: string
  readonly detail: string
  /** For kinds that are not named below, by grade. */
  readonly grades: Readonly<Record<Grade, Ruling>>
  readonly kinds: Readonly<Record<string, Ruling>>
  /** Kinds that only tools may use which change nothing (`read` in their schema). */
  readonly readOnly: readonly string[]
}

/** From the narrowest to the widest. */
export const levels: Readonly<Record<Level, LevelSpec>> = {
  minimal: {
    title: 'Minimal',
    detail: 'Apps keep what you enter in them, and do nothing else.',
    grades: { quiet: 'refuse', ask: 'refuse', sensitive: 'refuse' },
    kinds: { storage: 'allow' },
    readOnly: [],
  },
  readonly: {
    title: 'Read only',
    detail: 'Apps may read what you allow, from addresses, folders and files. They send, copy and change nothing there.',
    grades: { quiet: 'allow', ask: 'ask', sensitive: 'ask' },
    kinds: {
      'clipboard.write': 'refuse',
      llm: 'refuse',
      intent: 'refuse',
      flow: 'refuse',
      'apps.manage': 'refuse',
      'system.kill': 'refuse',
      'system.look': 'refuse',
    },
    readOnly: ['net', 'fs', 'secret'],
  },
  sandboxed: {
    title: 'Sandboxed',
    detail: 'What stays on this device is allowed without a question. What would leave it, or looks beyond the app, is refused.',
    grades: { quiet: 'allow', ask: 'refuse', sensitive: 'refuse' },
    kinds: { notify: 'allow', 'clipboard.history': 'allow', fs: 'ask', 'clipboard.read': 'ask' },
    readOnly: [],
  },
  standard: {
    title: 'Standard',
    detail: 'You are asked about what reaches further than the app itself.',
    grades: { quiet: 'allow', ask: 'ask', sensitive: 'ask' },
    kinds: {},
    readOnly: [],
  },
}

/**
 * What a level makes of a capability of that grade. Laws: what came from elsewhere (`foreign`) is never allowed more than
 * quiet things without a question (S64); a sensitive one is never allowed without a question.
 */
export function ruleFor(level: Level, capability: string, grade: Grade, foreign: boolean): Ruling {
  const { kinds, grades } = levels[level]
  const kind = kindOf(capability)
  const ruling = Object.hasOwn(kinds, kind) ? (kinds[kind] as Ruling) : grades[grade]
  return ruling === 'allow' && (grade === 'sensitive' || (foreign && grade === 'ask')) ? 'ask' : ruling
}

/** Whether a tool that is, or is not, marked as reading only may use it at that level. */
export function mayUse(level: Level, capability: string, reads: boolean): boolean {
  return reads || !levels[level].readOnly.includes(kindOf(capability))
}
