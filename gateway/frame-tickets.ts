import { randomBytes } from 'node:crypto'
import type { AppIdentity, Grants } from './grants.ts'

/** What a ticket stands for: one address, for one app. */
export interface Framed {
  readonly app: AppIdentity
  readonly url: string
}

/**
 * What stands in the address of a frame in place of a token, which must not stand in addresses: a random name for one
 * address of one app, with no right of its own. Whether the page may be framed is asked of the live grants at each load.
 */
export interface FrameTickets {
  issue(framed: Framed): string
  find(ticket: string): Framed | null
}

/** The oldest is forgotten when there are more. */
const MOST = 1000

export function createFrameTickets(grants: Pick<Grants, 'live'>): FrameTickets {
  const framedByTicket = new Map<string, Framed>()
  return {
    issue(framed) {
      for (const [ticket, { app }] of framedByTicket) if (grants.live(app).size === 0) framedByTicket.delete(ticket)
      const oldest = framedByTicket.keys().next()
      if (framedByTicket.size >= MOST && !oldest.done) framedByTicket.delete(oldest.value)
      const ticket = randomBytes(16).toString('base64url')
      framedByTicket.set(ticket, framed)
      return ticket
    },
    find: ticket => framedByTicket.get(ticket) ?? null,
  }
}
