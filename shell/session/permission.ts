import { effect, type ReadonlySignal } from '@preact/signals-core'
import type { Clock } from '../../engine/ports.ts'
import type { Approvals } from '../approval/approvals.ts'
import type { AuditNote } from '../audit/audit-record.ts'
import { mayBeRemembered } from '../permissions/durations.ts'
import type { Level } from '../permissions/level-names.ts'
import { ruleFor } from '../permissions/levels.ts'
import { createLiveGrants, type LiveGrants } from '../permissions/live-grants.ts'
import { type Grant, type GrantTerms, grantFor, holds, type InstalledApp, isForeign, withGrant, withTerms } from '../storage/installed-app.ts'
import type { OwnChecks } from './own-checks.ts'
import type { SensitiveAnswer } from './session-contract.ts'
import { isLive, type Reached, type SessionState } from './session-state.ts'
import { toAsk } from './to-ask.ts'

/** What the sheet shows of one version of the app. */
export interface Question {
  readonly name: string | null
  readonly icon: string | null
  readonly about: string | null
  readonly hash: string
  readonly reach: readonly Reached[]
  /** Who wrote it, in words. */
  readonly from: string
  readonly checks: ReadonlySignal<OwnChecks | null> | null
  /** Only what the version before did not have, where there is one; else all of it. */
  readonly sinceBefore: boolean
  /** What the version before could do and this one cannot. */
  readonly lost?: readonly Reached[]
}

/** What an answer makes of the installed app's record, as it is by then; and writes down that it was given. Used once. */
export type Answer = (record: InstalledApp) => InstalledApp

/** What one app may do, what is asked about it, and what becomes of the answers. */
export interface Permission extends Pick<LiveGrants, 'choiceFor' | 'signalFor' | 'forGateway' | 'refresh'> {
  isGranted(capability: string, reads?: boolean): boolean
  /** The level that counts for it now. */
  level(): Level
  /** The person has answered for it, and a yes has not run out. */
  decided(capability: string): boolean
  /** Puts the question; null is Don't allow. */
  ask(question: Question, insisted: boolean): Promise<Answer | null>
  /** None of what `reach` asks for. */
  refuseAll(reach: readonly Reached[]): Answer
  setGrant(capability: string, granted: boolean, terms?: GrantTerms): void
  setLevel(level: Level | null): void
  /** The answer that holds for a while for a sensitive one; null where the person is to be asked. */
  remembered(capability: string): SensitiveAnswer | null
  /** Whether what it has may go there (S28): those flows that nobody has decided on are put before the person by `ask`, and the answer is kept. */
  allowFlows(flows: readonly string[], ask: (fresh: readonly string[]) => Promise<boolean>): Promise<boolean>
  /** Notes when grants were last used, and ends what waits for the clock. */
  close(): void
}

export interface PermissionOptions {
  readonly instance: string
  readonly name: () => string
  readonly approvals: Approvals
  readonly state: () => SessionState
  readonly installed: ReadonlySignal<InstalledApp | null>
  /** Changes the record, here and where it is kept; called more than once where another tab wrote it meanwhile. */
  readonly change: (by: (record: InstalledApp) => InstalledApp) => void
  /** The desktop's own level. */
  readonly level: ReadonlySignal<Level>
  readonly clock: Clock
  readonly audit: (note: AuditNote) => void
  /** What the gateway knows is to be said again. */
  readonly onChanged: () => void
  readonly closing: AbortSignal
}

/** A use is written down when the last that is written is this old, ms: not at each call. */
const useGranularity = 60_000
/** Uses wait this long for others before they are written, ms. */
const useDelay = 2000

export function createPermission(options: PermissionOptions): Permission {
  const { instance, approvals, state, installed, change, clock, audit, closing } = options
  const { origin } = state()
  const foreign = isForeign(origin)
  const level = () => installed.peek()?.level ?? options.level.peek()
  const note = (kind: AuditNote['kind'], capability: string | null, detail: string | null = null) =>
    audit({ at: clock.now(), app: instance, name: options.name(), kind, what: '', capability, code: null, detail })

  const live = createLiveGrants({
    reach: () => state().reach,
    record: () => installed.peek(),
    level,
    foreign,
    now: () => clock.now(),
    after: (ms, run) => clock.after(ms, run),
    onChanged(lost, why) {
      if (why === 'ended') for (const capability of lost) note('ended', capability)
      options.onChanged()
    },
  })
  const stopWatching = effect(() => {
    void installed.value
    void options.level.value
    live.refresh()
  })

  let waiting: (() => void) | null = null
  const used = new Map<string, number>()
  function noteUse(capability: string): void {
    const record = installed.peek()
    const grant = record && grantFor(record, capability)
    const at = clock.now()
    if (!grant || at - (used.get(capability) ?? grant.lastUsedAt ?? 0) < useGranularity) return
    used.set(capability, at)
    waiting ??= clock.after(useDelay, writeUses)
  }
  function writeUses(): void {
    waiting?.()
    waiting = null
    const record = installed.peek()
    if (!record || state().readOnly) return
    change(before => ({ ...before, grants: before.grants.map(grant => ({ ...grant, lastUsedAt: used.get(grant.capability) ?? grant.lastUsedAt })) }))
  }

  const decided = (capability: string): boolean => {
    const record = installed.peek()
    const grant = record && grantFor(record, capability)
    return grant !== undefined && grant !== null && (!grant.granted || holds(grant, clock.now()))
  }

  function grantOf(reached: Pick<Reached, 'capability' | 'grade' | 'why'>, granted: boolean, terms: GrantTerms = {}): Grant {
    const { until } = terms
    const record = installed.peek()
    const before = record ? grantFor(record, reached.capability) : undefined
    const at = clock.now()
    note(
      granted ? 'grant' : before?.granted ? 'taken-back' : 'refuse',
      reached.capability,
      typeof until === 'number' ? `until ${new Date(until).toISOString()}` : (until ?? null),
    )
    const { capability, grade, why } = reached
    return withTerms({ ...before, capability, grade, granted, at, lastUsedAt: before?.lastUsedAt ?? null, why }, terms)
  }

  const noteLevel = (next: Level | null) => note('level', null, next ?? 'as the desktop')
  const withLevel = ({ level: _, ...rest }: InstalledApp, next: Level | null): InstalledApp => (next === null ? rest : { ...rest, level: next })

  const withAnswers = (
    record: InstalledApp,
    asked: readonly Reached[],
    allowed: (reached: Reached) => boolean,
    terms: ReadonlyMap<string, GrantTerms> = new Map(),
  ): InstalledApp => ({
    ...record,
    grants: asked.reduce<readonly Grant[]>(
      (list, reached) => withGrant(list, grantOf(reached, allowed(reached), terms.get(reached.capability))),
      record.grants,
    ),
  })

  const askingFlows = new Map<string, Promise<boolean>>()
  async function askForFlows(flows: readonly string[], ask: (fresh: readonly string[]) => Promise<boolean>): Promise<boolean> {
    const fresh = flows.filter(flow => !live.isGranted(flow, false))
    if (fresh.length === 0) return true
    if (fresh.some(flow => decided(flow) || ruleFor(level(), flow, 'ask', foreign) === 'refuse')) return false
    const yes = await ask(fresh)
    const record = installed.peek()
    if (!record || closing.aborted) return false
    const grants = fresh.map(flow => grantOf({ capability: flow, grade: 'ask', why: null }, yes))
    change(before => ({ ...before, grants: grants.reduce(withGrant, before.grants) }))
    return yes
  }

  return {
    ...live,
    isGranted(capability, reads) {
      if (!isLive(state()) || !live.isGranted(capability, reads)) return false
      noteUse(capability)
      return true
    },
    level,
    decided,
    async ask(question, insisted) {
      const record = installed.peek()
      const asked = toAsk({ reach: question.reach, origin, level: level() })
      const fresh = question.sinceBefore && !insisted ? asked.filter(({ capability }) => !decided(capability)) : []
      // What was never answered at all is put as a whole.
      const partly = fresh.length > 0 && (fresh.length < asked.length || (record?.versions.length ?? 0) > 1)
      const answered = record?.grants.filter(grant => asked.some(({ capability }) => capability === grant.capability)) ?? []
      const answer = await approvals.ask(
        {
          name: question.name ?? '',
          icon: question.icon,
          about: question.about,
          hash: question.hash,
          origin,
          from: question.from,
          checks: question.checks,
          reach: partly ? fresh : question.reach,
          lost: question.lost ?? [],
          granted: answered.length > 0 && !partly ? new Set(answered.filter(grant => holds(grant, clock.now())).map(grant => grant.capability)) : null,
          terms: new Map(
            answered.map(({ capability, until, choice }) => [capability, { ...(until !== undefined && { until }), ...(choice !== undefined && { choice }) }]),
          ),
          level: { own: record?.level ?? null, desktop: options.level.peek() },
          askedAt: level => toAsk({ reach: partly ? fresh : question.reach, origin, level }),
        },
        { insisted, signal: closing },
      )
      if (answer === null) {
        for (const { capability } of partly ? fresh : asked) note('refuse', capability)
        return null
      }
      const chosen = answer.level ?? options.level.peek()
      // A level that was chosen on the sheet may ask about more or less than the one before.
      const subject = (partly ? fresh : question.reach).filter(
        ({ capability, grade }) => toAsk({ reach: [{ capability, grade, tools: [], why: null }], origin, level: chosen }).length > 0,
      )
      return before => {
        if (answer.level !== (before.level ?? null)) noteLevel(answer.level)
        return withLevel(
          withAnswers(before, subject, ({ capability }) => answer.allowed.has(capability), answer.terms),
          answer.level,
        )
      }
    },
    refuseAll: reach => before => withAnswers(before, toAsk({ reach, origin, level: level() }), () => false),
    setGrant(capability, granted, terms) {
      const record = installed.peek()
      if (!record) return
      const before = grantFor(record, capability)
      const reached = state().reach.find(other => other.capability === capability) ?? (before && { ...before, why: before.why ?? null })
      if (!reached) return
      const grant = grantOf(reached, granted, terms)
      change(app => ({ ...app, grants: withGrant(app.grants, grant) }))
    },
    async allowFlows(flows, ask) {
      const key = flows.join(' ')
      const known = askingFlows.get(key)
      if (known) return known
      const answer = askForFlows(flows, ask).finally(() => askingFlows.delete(key))
      askingFlows.set(key, answer)
      return answer
    },
    setLevel(next) {
      if (installed.peek()) noteLevel(next)
      change(record => withLevel(record, next))
    },
    remembered(capability) {
      const record = installed.peek()
      const grant = record && grantFor(record, capability)
      if (!grant || grant.until === undefined || !mayBeRemembered(capability) || !holds(grant, clock.now())) return null
      return grant.choice === 'coarse' ? 'coarse' : true
    },
    close() {
      if (waiting) writeUses()
      stopWatching()
      live.dispose()
    },
  }
}
