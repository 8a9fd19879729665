import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { Level } from '../permissions/level-names.ts'
import type { OwnChecks } from '../session/own-checks.ts'
import type { Reached } from '../session/session-state.ts'
import type { Origin, Until } from '../storage/installed-app.ts'

/** Everything that the sheet shows about what it asks for. */
export interface ApprovalRequest {
  readonly name: string
  readonly icon: string | null
  readonly about: string | null
  readonly hash: string
  readonly origin: Origin
  /** Who wrote it, in words. */
  readonly from: string
  /** How its own tests go; only of what was made here, as elsewhere they are its author's word for it (S53). */
  readonly checks: ReadonlySignal<OwnChecks | null> | null
  readonly reach: readonly Reached[]
  /** What the version before could do, and this one cannot. */
  readonly lost: readonly Reached[]
  /** What is already granted: those switches begin on. All of them where nothing was ever decided. */
  readonly granted: ReadonlySet<string> | null
  /** How what was ever answered was answered. */
  readonly terms: ReadonlyMap<string, Terms>
  /** The app's own level, where it has one, and the desktop's. */
  readonly level: { readonly own: Level | null; readonly desktop: Level }
  /** What a person is asked about at that level; the rest of the list is for them to know. */
  readonly askedAt: (level: Level) => readonly Reached[]
}

/** What belongs to a yes. */
export interface Terms {
  /** Until when; left out, until it is taken back. */
  readonly until?: Until
  /** What the person picked. */
  readonly choice?: string
}

/** What is allowed and how, or null for Don't allow. */
export type Approval = {
  readonly allowed: ReadonlySet<string>
  readonly terms: ReadonlyMap<string, Terms>
  /** The level for this app alone; null where it is the desktop's. */
  readonly level: Level | null
} | null

export interface Approvals {
  /** The one sheet that is open. */
  readonly current: ReadonlySignal<ApprovalRequest | null>
  /**
   * Waits its turn, then asks. `insisted`: the person asked for the question ("Review again"), so that
   * it is not answered quietly. Aborting the signal takes the question away, as a no.
   */
  ask(request: ApprovalRequest, options?: { readonly insisted?: boolean; readonly signal?: AbortSignal }): Promise<Approval>
  /** `allowed` is null for Don't allow. The level is as it was where none is named. */
  answer(allowed: ReadonlySet<string> | null, details?: { readonly terms?: ReadonlyMap<string, Terms>; readonly level?: Level | null }): void
}

/** What stands before a capability's scope. */
const kindOf = (capability: string) => capability.split(':', 1)[0]!

/** After this many noes to a kind of capability it is a no for the session (S19). */
const denialsThatSettle = 3

export function createApprovals(): Approvals {
  const current = signal<ApprovalRequest | null>(null)
  const denials = new Map<string, number>()
  const waiting: { readonly request: ApprovalRequest; readonly settle: (answer: Approval) => void }[] = []
  let settleCurrent: ((answer: Approval) => void) | null = null

  const next = () => {
    if (current.peek() !== null) return
    const first = waiting.shift()
    if (!first) return
    settleCurrent = first.settle
    current.value = first.request
  }

  const close = (answer: Approval) => {
    const settle = settleCurrent
    settleCurrent = null
    current.value = null
    settle?.(answer)
    next()
  }

  const askedOf = ({ askedAt, level: { own, desktop } }: ApprovalRequest, level = own) => askedAt(level ?? desktop)

  const settled = (request: ApprovalRequest) => {
    const asked = askedOf(request)
    return asked.length > 0 && asked.every(({ capability }) => (denials.get(kindOf(capability)) ?? 0) >= denialsThatSettle)
  }

  return {
    current,
    ask(request, { insisted = false, signal: abort } = {}) {
      if ((!insisted && settled(request)) || abort?.aborted) return Promise.resolve(null)
      return new Promise(resolve => {
        const entry = { request, settle: resolve }
        waiting.push(entry)
        abort?.addEventListener('abort', () => {
          const at = waiting.indexOf(entry)
          if (at >= 0) {
            waiting.splice(at, 1)
            resolve(null)
          } else if (current.peek() === request) close(null)
        })
        next()
      })
    },
    answer(allowed, { terms = new Map(), level } = {}) {
      const request = current.peek()
      if (!request) return
      const kinds = new Map<string, boolean>()
      for (const { capability } of askedOf(request, level)) {
        const kind = kindOf(capability)
        kinds.set(kind, (kinds.get(kind) ?? false) || (allowed?.has(capability) ?? false))
      }
      for (const [kind, yes] of kinds) denials.set(kind, yes ? 0 : (denials.get(kind) ?? 0) + 1)
      close(allowed === null ? null : { allowed, terms, level: level === undefined ? request.level.own : level })
    },
  }
}
