import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { FrameAnswer } from '../../components/frame-host.ts'
import { frameAddressWords, readFrameAddress } from '../../schema/frame-address.ts'
import { toFailure } from '../services/page-failure.ts'

/** The pages of the web that one app shows (S57). */
export interface FramePages {
  /** Whose pages are in its window now, each host once, for the window's bar. */
  readonly hosts: ReadonlySignal<readonly string[]>
  /** Looks the live grant up, and puts it before the gateway, which frames the page. */
  open(url: string): Promise<FrameAnswer>
  /** Counts a page as shown until what it gives is called. */
  show(host: string): () => void
}

export interface FramePagesOptions {
  readonly isGranted: (capability: string) => boolean
  /** The address of the gateway's page that frames `url`, once the gateway knows what this app may do. */
  readonly framePage: (url: string) => Promise<string>
}

export function createFramePages({ isGranted, framePage }: FramePagesOptions): FramePages {
  const hosts = signal<readonly string[]>([])
  const shown: string[] = []
  return {
    hosts,
    async open(url) {
      const reading = readFrameAddress(url)
      if (!reading.ok) return { refused: frameAddressWords[reading.why] }
      const allowed = () => isGranted(`frame:${reading.origin}`)
      const denied = { refused: `You have not allowed this app to show pages of ${reading.host}. You can change that in its details.` }
      if (!allowed()) return denied
      try {
        const address = await framePage(reading.url)
        return allowed() ? { address } : denied
      } catch (cause) {
        return { refused: toFailure(cause).message }
      }
    },
    show(host) {
      shown.push(host)
      hosts.value = [...new Set(shown)]
      return () => {
        const at = shown.indexOf(host)
        if (at >= 0) shown.splice(at, 1)
        hosts.value = [...new Set(shown)]
      }
    },
  }
}
