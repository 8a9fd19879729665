import { ToolFailure } from '../../engine/ports.ts'
import { encodeLink, type Link } from '../../schema/identity/link.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import type { ToolWorld } from '../../tools/ports.ts'

export interface ShareOptions {
  readonly document: () => JsonObject | null
  readonly appName: () => string
  /** The desktop's address without its fragment. */
  readonly base: () => string
  /** Opens the desktop's own dialog. */
  readonly showDialog: () => void
  /** The device's own way to hand a link on; null where it has none. */
  readonly platform?: ((data: ShareData) => Promise<void>) | null
}

/** Links that carry one app and nothing of its state (S63). */
export function createShare({ document, appName, base, showDialog, platform = platformShare() }: ShareOptions): ToolWorld['share'] {
  const encode = async (): Promise<Link> => {
    const shared = document()
    if (!shared) throw new ToolFailure('stopped', 'The app was stopped.')
    try {
      return await encodeLink(shared, base())
    } catch (cause) {
      if (!(cause instanceof RangeError)) throw cause
      throw new ToolFailure('too-large', 'This app is too large for a link. Save it as a file, in Share, and send that.', { cause })
    }
  }
  return {
    async link() {
      const url = base() + (await encode()).fragment
      if (platform)
        await platform({ title: appName(), url }).catch(cause => {
          // A person who closes the device's dialog has answered; anything else is no dialog, and ours takes its place.
          if (!(cause instanceof DOMException && cause.name === 'AbortError')) showDialog()
        })
      else showDialog()
      return url
    },
    async qr() {
      if (!(await encode()).fitsQr) throw new ToolFailure('too-large', 'The link to this app is too long for a QR code. Send the link or the file.')
      showDialog()
    },
  }
}

function platformShare(): ShareOptions['platform'] {
  const { navigator } = globalThis
  return typeof navigator?.share === 'function' ? data => navigator.share(data) : null
}
