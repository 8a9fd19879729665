import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** The custom header that carries the secret; a page of another origin cannot set it without our leave. */
export const SESSION_HEADER = 'x-cyanotype-session'

/** One secret a start of the gateway: what holds it was given it by this gateway's own page. */
export interface Session {
  /** Names the session where the secret itself must not stand. */
  readonly id: string
  readonly secret: string
  /** Compares in constant time. */
  holds(candidate: string | null | undefined): boolean
}

export function createSession(secret: string = randomBytes(32).toString('base64url')): Session {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  const own = digest(secret)
  return {
    id: own.toString('hex').slice(0, 16),
    secret,
    holds: candidate => typeof candidate === 'string' && timingSafeEqual(digest(candidate), own),
  }
}
