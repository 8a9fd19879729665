import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { Gateway } from '../services/gateway.ts'
import { EVENTS, FIX, type FixRequest, type Hello, type WatchedFile } from './protocol.ts'

/** The page's line to `cyanotype dev`. */
export interface Connection {
  /** `away` while the server does not answer; it is asked again all the time. */
  readonly status: ReadonlySignal<'opening' | 'open' | 'away'>
  /** Rejects with a `PageFailure` where the fix is not done. */
  fix(request: FixRequest): Promise<void>
}

export interface ConnectionOptions {
  readonly base: URL
  readonly gateway: Pick<Gateway, 'post'>
  readonly onFile: (file: WatchedFile) => void
  /** The server was started again: what this page knows of it does not hold any more. */
  readonly onOtherStart: () => void
}

export function openConnection({ base, gateway, onFile, onOtherStart }: ConnectionOptions): Connection {
  const status = signal<'opening' | 'open' | 'away'>('opening')
  let start: string | null = null
  const events = new EventSource(new URL(EVENTS, base))
  events.addEventListener('hello', ({ data }) => {
    const hello = JSON.parse(data) as Hello
    if (start !== null && hello.start !== start) onOtherStart()
    start = hello.start
    status.value = 'open'
  })
  events.addEventListener('file', ({ data }) => onFile(JSON.parse(data) as WatchedFile))
  events.addEventListener('error', () => {
    status.value = 'away'
  })
  return {
    status,
    async fix(request) {
      await gateway.post(FIX, request)
    },
  }
}
