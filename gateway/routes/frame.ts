import { frameAddressWords, readFrameAddress } from '../../schema/frame-address.ts'
import { GatewayFailure, toFailure } from '../failure.ts'
import { framePage, refusedFramePage } from '../frame-page.ts'
import type { Guard } from '../guard.ts'
import { readRecord, textMember } from '../request-body.ts'
import { FRAME_TOOL } from '../tokens/tool-capabilities.ts'
import type { RouteContext } from './context.ts'
import { readApp } from './grants.ts'

/** `POST /api/frame` `{ instance, hash, url }`, under the app's token: `{ ticket }`, by which `GET /frame` frames that page. */
export async function postFrame(request: Request, { authority, frames, session }: Pick<RouteContext, 'authority' | 'frames' | 'session'>): Promise<Response> {
  const body = await readRecord(request, 16 * 1024)
  const app = readApp(body, session.id)
  const { url, origin } = framedAddress(textMember(body, 'url', 8_000))
  const held = authority.begin(request, app, FRAME_TOOL)
  try {
    held.require(`frame:${origin}`)
  } finally {
    held.release()
  }
  return Response.json({ ticket: frames.issue({ app, url }) }, { headers: { 'cache-control': 'no-store' } })
}

/**
 * `GET /frame?ticket`: the page that frames what the ticket names, if the live grant of that app still has its origin. Only
 * a frame of the own page may ask; whatever is not as it must be is refused, in words that are read in the frame.
 */
export function getFrame(request: Request, guard: Guard, { frames, grants }: Pick<RouteContext, 'frames' | 'grants'>): Response {
  try {
    guard.frame(request)
    const tickets = new URL(request.url).searchParams.getAll('ticket')
    const framed = tickets.length === 1 ? frames.find(tickets[0] ?? '') : null
    if (framed === null)
      throw new GatewayFailure('ticket', 'The desktop’s server does not know this frame any more. Close the app and open it again.', { status: 404 })
    const reading = framedAddress(framed.url)
    const held = grants.begin(framed.app)
    try {
      held.require(`frame:${reading.origin}`)
    } finally {
      held.release()
    }
    return framePage(reading)
  } catch (error) {
    if (!(error instanceof GatewayFailure)) throw error
    return refusedFramePage(error.status, toFailure(error).message)
  }
}

function framedAddress(text: string): { readonly url: string; readonly origin: string; readonly host: string } {
  const reading = readFrameAddress(text)
  if (!reading.ok) throw new GatewayFailure('url', frameAddressWords[reading.why])
  return reading
}
