import { createHash, createSecretKey, randomBytes } from 'node:crypto'
import { canonicalJson } from '../../schema/identity/canonical.ts'
import type { Clock } from '../clock.ts'
import { GatewayFailure } from '../failure.ts'
import type { AppIdentity, Grants, HeldCall } from '../grants.ts'
import type { Log } from '../log.ts'
import { beginChain } from './hmac-chain.ts'
import { readToken, type TokenFault } from './read-token.ts'
import { createSteadyClock } from './steady-clock.ts'
import { attenuate, type Caveat, type Claims, encodeToken, signedBytes, TOKEN_CHARACTERS, type Token } from './token.ts'
import { capabilityNamesOf } from './tool-capabilities.ts'

/** The header that carries the token of a call. */
export const TOKEN_HEADER = 'x-cyanotype-token'

/** How long a token lives. The page asks for another; it gets one as long as the grant lives. */
const LIFE_MILLISECONDS = 10 * 60_000
/** Calls of one token. */
const CALLS = 1000

/** What less than all of it is asked for; each only narrows. */
export interface Narrower {
  readonly capabilities?: readonly string[]
  readonly calls?: number
  readonly milliseconds?: number
}

export interface MintedToken {
  readonly token: string
  readonly jti: string
  /** For so long it is taken. */
  readonly milliseconds: number
  readonly calls: number
}

/**
 * Gives out what apps call the gateway with, and takes it. A call has the authority of the token that it presents and no
 * other: not that of the session, of the page, or of what another app may do.
 */
export interface Authority {
  /** A token for one tool, for what the app is allowed now. Throws `denied` where that is nothing, `tool` where there is no such tool. */
  mint(app: AppIdentity, tool: string, narrower?: Narrower): MintedToken
  /**
   * Begins a call of `tool` for `app` under the token in the request's header. Throws `token` where there is none that
   * holds. What the call may use is asked for with `require`, at each use, against the token and the live grants.
   */
  begin(request: Request, app: AppIdentity, tool: string): HeldCall
  /** Takes one token back; calls under way with it are aborted. */
  revoke(jti: string): void
}

export interface AuthorityOptions {
  readonly grants: Grants
  readonly clock: Pick<Clock, 'now'>
  readonly monotonic?: () => number
  /** The gateway's own origin, asked for each time: its port is known only once it listens. */
  readonly audience: () => string
  readonly log: Log
}

export function createAuthority({ grants, clock, monotonic, audience, log }: AuthorityOptions): Authority {
  const key = createSecretKey(randomBytes(32))
  const kid = randomBytes(8).toString('base64url')
  const time = createSteadyClock(clock, monotonic)
  /** Calls made and end of life, by token. */
  const used = new Map<string, { calls: number; readonly exp: number }>()
  const revoked = new Map<string, number>()
  /** What ends the calls under way, by token. */
  const underWay = new Map<string, Set<AbortController>>()
  const refused = () =>
    new GatewayFailure('token', 'The pass for this call is missing, has run out or was taken back. Try again; if that does not help, reload the page.', {
      status: 401,
    })
  const forgetExpired = () => {
    const now = time()
    for (const [jti, { exp }] of used) if (exp <= now) used.delete(jti)
    for (const [jti, exp] of revoked) if (exp <= now) revoked.delete(jti)
  }

  const check = (text: string | null, app: AppIdentity, tool: string): Claims | TokenFault => {
    const holder = { session: app.session, inst: app.instance, app: app.hash, tool }
    const reading = readToken(text ?? '', { key, kid, now: time(), audience: audience(), holder })
    if (!reading.ok) return reading.why
    const { claims } = reading
    const live = grants.live(app)
    if (revoked.has(claims.jti) || !Object.entries(claims.scope).some(([capability, id]) => live.get(capability) === id)) return 'revoked'
    const known = used.get(claims.jti)
    if ((known?.calls ?? 0) >= claims.maxCalls) return 'calls'
    return claims
  }

  return {
    mint(app, tool, { capabilities, calls, milliseconds } = {}) {
      forgetExpired()
      const names = capabilityNamesOf(tool)
      if (names === null) throw new GatewayFailure('tool', `“${tool.slice(0, 60)}” is no tool that calls the gateway.`)
      const live = grants.live(app)
      const fitting = [...live].filter(([capability]) => names.includes(capability.split(':', 1)[0] ?? ''))
      if (fitting.length === 0)
        throw new GatewayFailure('denied', `This app is not allowed to use ${names.join(' or ')}. It can be allowed in the app's details.`, { status: 403 })
      const now = time()
      const claims: Claims = {
        v: 1,
        kid,
        jti: randomBytes(16).toString('base64url'),
        iss: 'cyanotype',
        aud: audience(),
        app: app.hash,
        inst: app.instance,
        session: app.session,
        tool,
        scope: Object.fromEntries(fitting),
        maxCalls: CALLS,
        nbf: now,
        exp: now + LIFE_MILLISECONDS,
        appr: createHash('sha256')
          .update(canonicalJson({ ...app, granted: Object.fromEntries(live) }))
          .digest('hex'),
      }
      const caveats: readonly Caveat[] = [
        ...(capabilities === undefined ? [] : [{ scope: capabilities }]),
        ...(calls === undefined ? [] : [{ maxCalls: calls }]),
        ...(milliseconds === undefined ? [] : [{ exp: now + milliseconds }]),
      ]
      const whole: Token = { claims, caveats: [], signature: beginChain(key, signedBytes(claims)) }
      const token = encodeToken(caveats.reduce(attenuate, whole))
      if (token.length > TOKEN_CHARACTERS)
        throw new GatewayFailure('too-many-grants', 'This app is allowed more addresses than one call can be allowed. Take some of them back in its details.', {
          status: 413,
        })
      return {
        token,
        jti: claims.jti,
        milliseconds: Math.min(LIFE_MILLISECONDS, milliseconds ?? LIFE_MILLISECONDS),
        calls: Math.min(CALLS, calls ?? CALLS),
      }
    },
    begin(request, app, tool) {
      const claims = check(request.headers.get(TOKEN_HEADER), app, tool)
      if (typeof claims === 'string') {
        log.warn('token-refused', { why: claims, tool, app: app.hash.slice(0, 12) })
        throw refused()
      }
      const before = used.get(claims.jti)
      used.set(claims.jti, { calls: (before?.calls ?? 0) + 1, exp: claims.exp })
      const held = grants.begin(app, new Map(Object.entries(claims.scope)))
      const controller = new AbortController()
      const others = underWay.get(claims.jti) ?? new Set()
      underWay.set(claims.jti, others.add(controller))
      return {
        signal: AbortSignal.any([held.signal, controller.signal]),
        require(capability) {
          if (controller.signal.aborted) throw controller.signal.reason
          held.require(capability)
        },
        release() {
          held.release()
          others.delete(controller)
          if (others.size === 0) underWay.delete(claims.jti)
        },
      }
    },
    revoke(jti) {
      revoked.set(jti, time() + LIFE_MILLISECONDS)
      for (const call of underWay.get(jti) ?? []) call.abort(new GatewayFailure('denied', 'This was taken back.', { status: 403 }))
    },
  }
}
