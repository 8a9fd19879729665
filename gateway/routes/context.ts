import type { Clock } from '../clock.ts'
import type { GeneratePorts } from '../generate.ts'
import type { Grants } from '../grants.ts'
import type { CallPorts } from '../http-proxy/call.ts'
import type { Log } from '../log.ts'
import type { Providers } from '../providers/choose.ts'
import type { Session } from '../session.ts'
import type { Settings } from '../settings.ts'

/** What the routes work with; made once by the server. */
export interface RouteContext {
  readonly session: Session
  readonly settings: Settings
  readonly providers: Providers
  readonly grants: Grants
  readonly generate: GeneratePorts
  readonly http: CallPorts
  readonly clock: Clock
  readonly log: Log
  /** Aborted when the gateway closes. */
  readonly closing: AbortSignal
}
