import type { CallRate } from '../call-rate.ts'
import type { Clock } from '../clock.ts'
import type { FrameTickets } from '../frame-tickets.ts'
import type { GeneratePorts } from '../generate.ts'
import type { Grants } from '../grants.ts'
import type { CallPorts } from '../http-proxy/call.ts'
import type { LlmPorts } from '../llm/llm-ports.ts'
import type { Log } from '../log.ts'
import type { Places } from '../places.ts'
import type { Providers } from '../providers/choose.ts'
import type { Secrets } from '../secrets/store.ts'
import type { Session } from '../session.ts'
import type { Settings } from '../settings.ts'
import type { Spending } from '../spending.ts'
import type { Authority } from '../tokens/authority.ts'
import type { ConnectedFolders } from '../workspace/connected-folders.ts'

/** What the routes work with; made once by the server. */
export interface RouteContext {
  readonly session: Session
  readonly settings: Settings
  readonly providers: Providers
  readonly grants: Grants
  /** Gives out and takes the tokens of apps; each route that an app reaches begins with it. */
  readonly authority: Authority
  readonly frames: FrameTickets
  readonly secrets: Secrets
  readonly folders: ConnectedFolders
  readonly generate: GeneratePorts
  /** Questions of apps to models. */
  readonly llm: LlmPorts
  readonly http: CallPorts
  /** Of calls to the network, by app. */
  readonly callRate: CallRate
  /** Of generations, all together. */
  readonly generations: Places
  /** Of a person's own requests. */
  readonly spending: Spending
  readonly clock: Clock
  readonly log: Log
  /** Aborted when the gateway closes. */
  readonly closing: AbortSignal
}
