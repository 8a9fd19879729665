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

export interface Grants {
  /** Puts these capabilities in place of what the app had; calls that used one which is gone are aborted. */
  replace(app: AppIdentity, capabilities: readonly string[]): void
  /** Takes everything back from an installed app, whatever its hash. */
  revoke(app: Omit<AppIdentity, 'hash'>): void
  begin(app: AppIdentity): HeldCall
}

interface Entry {
  hash: string
  capabilities: ReadonlySet<string>
}
interface Call {
  readonly app: AppIdentity
  readonly used: Set<string>
  readonly controller: AbortController
}

/** What the person granted, in memory only: after a restart the page, which keeps the yes, says it again. */
export function createGrants(): Grants {
  const entriesByApp = new Map<string, Entry>()
  const calls = new Set<Call>()
  const keyOf = (app: Omit<AppIdentity, 'hash'>) => JSON.stringify([app.session, app.instance])
  const allows = (app: AppIdentity, capability: string) => {
    const entry = entriesByApp.get(keyOf(app))
    return entry !== undefined && entry.hash === app.hash && entry.capabilities.has(capability)
  }
  const denied = (capability: string) =>
    new GatewayFailure('denied', `This app is not allowed to use ${capability}. It can be allowed in the app's details.`, { status: 403 })
  const abortWhatIsGone = (key: string) => {
    for (const call of calls) {
      if (keyOf(call.app) !== key) continue
      for (const capability of call.used) if (!allows(call.app, capability)) call.controller.abort(denied(capability))
    }
  }
  return {
    replace(app, capabilities) {
      entriesByApp.set(keyOf(app), { hash: app.hash, capabilities: new Set(capabilities) })
      abortWhatIsGone(keyOf(app))
    },
    revoke(app) {
      entriesByApp.delete(keyOf(app))
      abortWhatIsGone(keyOf(app))
    },
    begin(app) {
      const call: Call = { app, used: new Set(), controller: new AbortController() }
      calls.add(call)
      return {
        signal: call.controller.signal,
        require(capability) {
          if (!allows(app, capability)) throw denied(capability)
          call.used.add(capability)
        },
        release() {
          calls.delete(call)
        },
      }
    },
  }
}
