import { randomBytes } from 'node:crypto'
import { GatewayFailure } from './failure.ts'

/** Names one installed app in one version, as one session runs it. */
export interface AppIdentity {
  readonly session: string
  /** The installed app's id. */
  readonly instance: string
  /** SHA-256 of the blueprint that the person said yes to. */
  readonly hash: string
}

/** One call under way. Its grant is looked up anew at each use and never remembered. */
export interface HeldCall {
  /** Aborted as soon as a capability that the call has used is taken back. */
  readonly signal: AbortSignal
  /** Throws `denied` unless the live grant has `capability` now. */
  require(capability: string): void
  release(): void
}

/** Capability → id of the grant. What is taken back and given again is another grant, with another id. */
export type GrantIds = ReadonlyMap<string, string>

export interface Grants {
  /** Puts these capabilities in place of what the app had; calls that used one which is gone are aborted. What stays keeps its id. */
  replace(app: AppIdentity, capabilities: readonly string[]): void
  /** Takes everything back from an installed app, whatever its hash. */
  revoke(app: Omit<AppIdentity, 'hash'>): void
  /** What the app is allowed now; empty where another version or nothing of it is. */
  live(app: AppIdentity): GrantIds
  /** With `within`, only those grants count, and only while they live. */
  begin(app: AppIdentity, within?: GrantIds): HeldCall
}

interface Entry {
  hash: string
  ids: GrantIds
}
interface Call {
  readonly app: AppIdentity
  readonly used: Map<string, string>
  readonly controller: AbortController
}

const NOTHING: GrantIds = new Map()

/** What the person granted, in memory only: after a restart the page, which keeps the yes, says it again. */
export function createGrants(): Grants {
  const entriesByApp = new Map<string, Entry>()
  const calls = new Set<Call>()
  const keyOf = (app: Omit<AppIdentity, 'hash'>) => JSON.stringify([app.session, app.instance])
  const live = (app: AppIdentity): GrantIds => {
    const entry = entriesByApp.get(keyOf(app))
    return entry?.hash === app.hash ? entry.ids : NOTHING
  }
  const denied = (capability: string) =>
    new GatewayFailure('denied', `This app is not allowed to use ${capability}. It can be allowed in the app's details.`, { status: 403 })
  /** Allowed, but not by this token: nothing was done yet, so the page may ask for another and call again. */
  const oldToken = () => new GatewayFailure('token', 'What this app may do has changed meanwhile. Try again.', { status: 401 })
  const abortWhatIsGone = (key: string) => {
    for (const call of calls) {
      if (keyOf(call.app) !== key) continue
      for (const [capability, id] of call.used) if (live(call.app).get(capability) !== id) call.controller.abort(denied(capability))
    }
  }
  return {
    live,
    replace(app, capabilities) {
      const before = live(app)
      const ids = new Map(capabilities.map(capability => [capability, before.get(capability) ?? randomBytes(12).toString('base64url')]))
      entriesByApp.set(keyOf(app), { hash: app.hash, ids })
      abortWhatIsGone(keyOf(app))
    },
    revoke(app) {
      entriesByApp.delete(keyOf(app))
      abortWhatIsGone(keyOf(app))
    },
    begin(app, within) {
      const call: Call = { app, used: new Map(), controller: new AbortController() }
      calls.add(call)
      return {
        signal: call.controller.signal,
        require(capability) {
          const id = live(app).get(capability)
          const held = call.used.get(capability) ?? (within ? within.get(capability) : id)
          if (id === undefined || call.controller.signal.aborted) throw denied(capability)
          if (id !== held) throw call.used.size === 0 ? oldToken() : denied(capability)
          call.used.set(capability, id)
        },
        release() {
          calls.delete(call)
        },
      }
    },
  }
}
