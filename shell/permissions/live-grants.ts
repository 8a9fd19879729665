import { kindOf, pickedName } from '../../schema/capability-name.ts'
import type { Grade } from '../../schema/catalog.ts'
import { type Grant, grantFor, holds, type InstalledApp } from '../storage/installed-app.ts'
import { gatewayFolder } from '../workspace/folder-ref.ts'
import type { Level } from './level-names.ts'
import { mayUse, ruleFor } from './levels.ts'

/** What one app reaches, as far as it matters here. */
export interface ReachedCapability {
  readonly capability: string
  readonly grade: Grade
}

export interface LiveGrantsOptions {
  /** What its document reaches: nothing else is ever granted (B67). */
  readonly reach: () => readonly ReachedCapability[]
  /** Null while it is not on this desktop. */
  readonly record: () => InstalledApp | null
  /** The level that counts for it now. */
  readonly level: () => Level
  readonly foreign: boolean
  readonly now: () => number
  readonly after: (ms: number, run: () => void) => () => void
  /** What is granted, or what was picked for it, is not what it was. Calls that use what was lost are already aborted. */
  readonly onChanged: (lost: readonly string[], why: 'ended' | 'taken-back') => void
}

/**
 * What one app may do at this moment. Nothing is remembered of an answer: each look reads the record, the level and the
 * clock anew.
 */
export interface LiveGrants {
  /** `reads`: whether what wants to use it changes nothing; the same as not saying so where no tool is meant. */
  isGranted(capability: string, reads?: boolean): boolean
  /** What the person picked for it, while it is granted. */
  choiceFor(capability: string): string | null
  /** Aborted once the capability is not granted any more. */
  signalFor(capability: string): AbortSignal
  /** What the gateway has to know: those granted, each picked one as what was picked. */
  forGateway(): readonly string[]
  /** Looks again, after the record, the level or the reach have changed. */
  refresh(): void
  dispose(): void
}

/** The longest that a browser's timer waits. */
const LONGEST = 2_000_000_000

export function createLiveGrants(options: LiveGrantsOptions): LiveGrants {
  const { reach, record, level, foreign, now, after, onChanged } = options
  const controllers = new Map<string, AbortController>()
  let before: ReadonlyMap<string, string> = new Map()
  let cancelTimer: (() => void) | null = null

  const grantOf = (capability: string): Grant | undefined => {
    const app = record()
    return app ? grantFor(app, capability) : undefined
  }
  /** Which flows (S28) an app makes shows only while it runs: those that the person has answered for. */
  const reachable = (): readonly ReachedCapability[] => [...reach(), ...(record()?.grants ?? []).filter(grant => kindOf(grant.capability) === 'flow')]
  const isGranted = (capability: string, reads = true): boolean => {
    const reached = reachable().find(other => other.capability === capability)
    if (!reached || !mayUse(level(), capability, reads)) return false
    const ruling = ruleFor(level(), capability, reached.grade, foreign)
    if (ruling === 'refuse') return false
    // A sensitive one is put before the person at each use.
    if (reached.grade !== 'ask') return true
    const grant = grantOf(capability)
    // The person's own answer about it comes before what a level gives.
    return grant ? holds(grant, now()) : ruling === 'allow' && pickedName(capability) === null
  }
  /** Each that is granted, with what was picked for it. */
  const granted = () =>
    new Map(
      reachable().flatMap(({ capability, grade }) => {
        const grant = grantOf(capability)
        // A sensitive one is always to be had for a yes; what can be taken back is the yes for a while.
        const held = grade === 'sensitive' && grant && holds(grant, now()) ? 'held ' : ''
        return isGranted(capability) ? [[capability, held + (grant?.choice ?? '')]] : []
      }),
    )

  function watchTheClock(): void {
    cancelTimer?.()
    cancelTimer = null
    const ends = (record()?.grants ?? []).flatMap(grant => (holds(grant, now()) && typeof grant.until === 'number' ? [grant.until] : []))
    if (ends.length > 0) cancelTimer = after(Math.min(Math.max(Math.min(...ends) - now(), 0), LONGEST), () => look('ended'))
  }

  function look(why: 'ended' | 'taken-back'): void {
    const current = granted()
    const missing = (a: typeof before, b: typeof before) =>
      [...a].flatMap(([capability, choice]) => (b.has(capability) && b.get(capability) === choice ? [] : [capability]))
    // What was picked anew is another grant: what is under way with the old pick ends.
    const lost = missing(before, current)
    const changed = lost.length > 0 || missing(current, before).length > 0
    before = current
    for (const capability of lost) {
      controllers.get(capability)?.abort()
      controllers.delete(capability)
    }
    watchTheClock()
    if (changed) onChanged(lost, why)
  }

  return {
    isGranted,
    choiceFor: capability => (isGranted(capability) ? (grantOf(capability)?.choice ?? null) : null),
    signalFor(capability) {
      const controller = controllers.get(capability) ?? new AbortController()
      controllers.set(capability, controller)
      return controller.signal
    },
    forGateway: () =>
      reach().flatMap(({ capability, grade }) => {
        if (grade !== 'ask' || !isGranted(capability)) return []
        const choice = grantOf(capability)?.choice
        // Of folders it knows those of the machine, by what was picked.
        if (kindOf(capability) === 'fs') return [gatewayFolder(choice) ?? capability]
        if (pickedName(capability) === null) return [capability]
        return choice === undefined ? [] : [`net:${choice}`]
      }),
    refresh: () => look('taken-back'),
    dispose() {
      cancelTimer?.()
    },
  }
}
