import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { JsonObject } from '../../schema/json/json.ts'

/** What tabs of one desktop say to each other about one app. */
type TabMessage = { readonly kind: 'yield' } | { readonly kind: 'state'; readonly state: JsonObject }

export interface TabOwnership {
  /** This tab is the one that writes. */
  readonly mine: ReadonlySignal<boolean>
  /** Takes it over from whichever tab has it, once that one has saved (or after three seconds). */
  take(): Promise<void>
  /** Tells the tabs that look on what the state is now. */
  publish(state: JsonObject): void
  release(): void
}

export interface TabOwnershipEvents {
  /** Another tab wants to write: save what there is, then resolve. */
  readonly onYield: () => Promise<void>
  /** The state in the tab that writes, seen from a tab that looks on. */
  readonly onState: (state: JsonObject) => void
}

/** Where a browser has no Web Locks every tab takes itself for the writer; the log's own writer number still guards it. */
const locks = (): LockManager | null => (typeof navigator === 'undefined' ? null : ((navigator.locks as LockManager | undefined) ?? null))

const patienceMs = 3000

/** One writer per name over all tabs of this browser. */
export async function openTabOwnership(name: string, events: TabOwnershipEvents): Promise<TabOwnership> {
  const mine = signal(false)
  const lockName = `cyanotype:${name}`
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(lockName)
  let letGo: (() => void) | null = null

  const lose = () => {
    letGo?.()
    letGo = null
    mine.value = false
  }

  /** Resolves once the lock is held (true) or could not be had (false); holds it until `lose`. */
  const hold = (options: LockOptions): Promise<boolean> =>
    new Promise(resolve => {
      const manager = locks()
      if (!manager) {
        mine.value = true
        resolve(true)
        return
      }
      manager
        .request(lockName, options, lock => {
          if (!lock) {
            resolve(false)
            return
          }
          mine.value = true
          resolve(true)
          return new Promise<void>(done => {
            letGo = done
          })
        })
        .catch(() => {
          // Waited too long (false), or another tab stole it while it was held.
          resolve(false)
          lose()
        })
    })

  if (channel)
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      const message = toMessage(data)
      if (message?.kind === 'yield' && mine.peek()) void events.onYield().finally(lose)
      if (message?.kind === 'state' && !mine.peek()) events.onState(message.state)
    }

  await hold({ ifAvailable: true })

  return {
    mine,
    async take() {
      if (mine.peek()) return
      channel?.postMessage({ kind: 'yield' } satisfies TabMessage)
      const held = await hold({ signal: AbortSignal.timeout(patienceMs) })
      // The other tab is frozen or hangs: its next write is refused by the log.
      if (!held) await hold({ steal: true })
    },
    publish(state) {
      if (mine.peek()) channel?.postMessage({ kind: 'state', state } satisfies TabMessage)
    },
    release() {
      lose()
      channel?.close()
    },
  }
}

function toMessage(data: unknown): TabMessage | null {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return null
  if (data.kind === 'yield') return { kind: 'yield' }
  if (data.kind === 'state' && 'state' in data && typeof data.state === 'object' && data.state !== null)
    return { kind: 'state', state: data.state as JsonObject }
  return null
}
