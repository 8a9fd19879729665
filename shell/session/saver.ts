import { effect, type ReadonlySignal, signal } from '@preact/signals-core'
import type { Commit } from '../../engine/contracts.ts'
import type { Clock } from '../../engine/ports.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import type { AppStore } from '../storage/app-store.ts'
import { failWith, toStorageFailure, type Write } from '../storage/record-store.ts'
import type { SaveStatus, StateLog } from '../storage/state-log.ts'

/** Keeps what one running app's state is, and keeps trying where the device refuses. */
export interface Saver {
  readonly status: ReadonlySignal<SaveStatus>
  /** What was there; null where the app never saved or nothing could be read. */
  readonly opened: JsonObject | null
  /** Changes that were saved once and can no longer be read. */
  readonly lost: number
  /** The state with which the app went live. */
  begin(state: JsonObject): void
  /** Records a commit; `whole` gives the persisted state after it. */
  commit(commit: Commit, whole: () => JsonObject): void
  /** Everything that is to be kept, saved or not. */
  state(): JsonObject | null
  /** As `StateLog.replace`: another version's state, with what belongs to it, or nothing. */
  replace(state: JsonObject, alongside: readonly Write[]): Promise<void>
  flush(): Promise<void>
  dispose(): Promise<void>
}

/** How long until a write that failed is tried again, ms; doubles up to the last. */
const firstRetry = 4000
const lastRetry = 60_000

/** Never rejects: where the state cannot be opened, memory keeps it and the opening is tried again. */
export async function openSaver(store: AppStore, instance: string, clock: Clock): Promise<Saver> {
  const status = signal<SaveStatus>({ kind: 'saved' })
  let log: StateLog | null = null
  let held: JsonObject | null = null
  let unfollow = () => {}
  let cancelRetry: (() => void) | null = null
  let wait = firstRetry
  let disposed = false

  const follow = (opened: StateLog) => {
    log = opened
    unfollow = effect(() => {
      status.value = opened.status.value
      if (opened.status.value.kind === 'saved') wait = firstRetry
      else if (opened.status.value.kind === 'not-saved') retryLater()
    })
  }

  const open = async () => {
    try {
      const opened = await store.openState(instance)
      if (held) opened.reset(held)
      follow(opened)
    } catch (cause) {
      status.value = { kind: 'not-saved', failure: toStorageFailure(cause) }
      retryLater()
    }
  }

  const retryLater = () => {
    if (cancelRetry || disposed) return
    cancelRetry = clock.after(wait, () => {
      cancelRetry = null
      wait = Math.min(lastRetry, wait * 2)
      void (log ? log.flush() : open())
    })
  }

  await open()
  const opened = (log as StateLog | null)?.opened ?? null
  const lost = (log as StateLog | null)?.lost ?? 0

  return {
    status,
    opened,
    lost,
    begin(state) {
      held = state
      const known = log?.opened ?? null
      if (known === null ? Object.keys(state).length > 0 : JSON.stringify(known) !== JSON.stringify(state)) log?.reset(state)
    },
    commit(commit, whole) {
      if (!commit.persistent) return
      const now = whole()
      held = now
      if (!log) return
      const kept = commit.patches.filter(({ path }) => typeof path[0] === 'string' && Object.hasOwn(now, path[0]))
      try {
        log.append(kept)
      } catch (cause) {
        if (!(cause instanceof RangeError)) throw cause
        // The patches do not continue what was logged (a whole state was adopted in between): begin a new stretch.
        log.reset(now)
      }
    },
    state: () => held,
    async replace(state, alongside) {
      if (!log) throw failWith('unavailable')
      await log.replace(state, alongside)
      held = state
    },
    flush: async () => {
      await log?.flush()
    },
    async dispose() {
      disposed = true
      cancelRetry?.()
      await log?.flush()
      unfollow()
    },
  }
}
