import { frameAddressWords, readFrameAddress } from '../../schema/frame-address.ts'
import { isHash } from '../../schema/identity/hash.ts'
import { GatewayFailure, toFailure } from '../failure.ts'
import { framePage, refusedFramePage } from '../frame-page.ts'
import type { Guard } from '../guard.ts'
import type { RouteContext } from './context.ts'

/**
 * `GET /frame?instance&hash&url`: the page that frames `url`, if the live grant of this app has its origin. Only a frame
 * of the own page may ask; whatever is not as it must be is refused, in words that are read in the frame.
 */
export function getFrame(request: Request, guard: Guard, { grants, session }: Pick<RouteContext, 'grants' | 'session'>): Response {
  try {
    guard.frame(request)
    const asked = new URL(request.url).searchParams
    const [instance, hash, url] = ['instance', 'hash', 'url'].map(name => (asked.getAll(name).length === 1 ? (asked.get(name) ?? '') : ''))
    if (!instance || instance.length > 100 || !hash || !isHash(hash)) throw new GatewayFailure('body', 'The address of this frame names no app.')
    const reading = readFrameAddress((url ?? '').slice(0, 8_000))
    if (!reading.ok) throw new GatewayFailure('url', frameAddressWords[reading.why])
    const held = grants.begin({ session: session.id, instance, hash })
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
