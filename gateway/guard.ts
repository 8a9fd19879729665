import { GatewayFailure } from './failure.ts'
import { SESSION_HEADER, type Session } from './session.ts'

/**
 * Who may speak to the gateway (S44–S46). It listens on the loopback address, but every page in the
 * person's browser can send requests there, and a name of a foreign domain can be made to point there;
 * so the Host, the Origin, what the browser says of the sender, the form of the body and the session's
 * secret are all looked at.
 */
export interface Guard {
  /** Refuses a Host that is not this machine's own name with this gateway's port. */
  host(request: Request): void
  /** True where the browser says that a page of another site (or a frame) asked. */
  foreign(request: Request): boolean
  /** A request that only reads: refuses one that another origin's page sent. */
  read(request: Request): void
  /** A page that is put into a frame: refuses it unless the browser says that the own page frames it. */
  frame(request: Request): void
  /** A request that changes something or costs something. `secret: false` only for asking for the secret itself. */
  write(request: Request, options?: { readonly secret: boolean }): void
}

const NAMES = ['localhost', '127.0.0.1', '[::1]']

/** `port` is asked for at each request: it is known only once the gateway listens. */
export function createGuard({ port, session }: { readonly port: () => number; readonly session: Session }): Guard {
  const ownHost = (host: string | null): host is string => {
    if (host === null) return false
    const suffix = port() === 80 ? ['', ':80'] : [`:${port()}`]
    return NAMES.some(name => suffix.some(end => host.toLowerCase() === name + end))
  }
  const site = (request: Request) => request.headers.get('sec-fetch-site')
  const nearSite = (request: Request) => site(request) === 'same-origin' || site(request) === 'none'
  const ownOrigin = (request: Request, origin: string) => origin === `http://${request.headers.get('host')?.toLowerCase()}`

  const guard: Guard = {
    host(request) {
      if (!ownHost(request.headers.get('host')))
        throw new GatewayFailure('host', `This gateway answers to localhost:${port()} only. Open http://localhost:${port()}/.`, {
          status: 421,
        })
    },
    foreign(request) {
      const origin = request.headers.get('origin')
      if (origin !== null && !ownOrigin(request, origin)) return true
      return site(request) !== null && !nearSite(request)
    },
    read(request) {
      if (guard.foreign(request)) throw new GatewayFailure('origin', 'Another site asked for this. Only Cyanotype’s own page may.', { status: 403 })
      if (site(request) === null && request.headers.get('origin') === null && !session.holds(request.headers.get(SESSION_HEADER)))
        throw new GatewayFailure('session', `Send the session's secret in the header ${SESSION_HEADER}.`, { status: 403 })
    },
    frame(request) {
      if (guard.foreign(request) || site(request) !== 'same-origin' || request.headers.get('sec-fetch-dest') !== 'iframe')
        throw new GatewayFailure('origin', 'This page is shown in a frame of Cyanotype’s own page only.', { status: 403 })
    },
    write(request, { secret } = { secret: true }) {
      const origin = request.headers.get('origin')
      if (origin === null ? !nearSite(request) : !ownOrigin(request, origin) || (site(request) !== null && !nearSite(request)))
        throw new GatewayFailure('origin', 'Another site asked for this. Only Cyanotype’s own page may.', { status: 403 })
      const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
      if (type !== 'application/json')
        throw new GatewayFailure('content-type', 'The body must be JSON, sent with content-type: application/json.', { status: 415 })
      if (secret && !session.holds(request.headers.get(SESSION_HEADER)))
        throw new GatewayFailure('session', 'This page belongs to an earlier start of Cyanotype. Reload it; what you made is kept.', {
          status: 403,
        })
    },
  }
  return guard
}
