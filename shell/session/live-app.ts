import { effect, type Signal } from '@preact/signals-core'
import type { App } from '../../engine/contracts.ts'
import type { Clock } from '../../engine/ports.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import { PageFailure } from '../services/page-failure.ts'
import { openTabOwnership, type TabOwnership } from '../services/tabs.ts'
import type { AppStore } from '../storage/app-store.ts'
import type { Write } from '../storage/record-store.ts'
import type { SaveStatus } from '../storage/state-log.ts'
import { openSaver, type Saver } from './saver.ts'

/** Between two messages to the tabs that look on, ms. */
const tellEvery = 50

export interface LiveAppOptions {
  readonly instance: string
  readonly store: AppStore
  readonly clock: Clock
  readonly saving: Signal<SaveStatus | null>
  /** Draws the document anew, inert; gives what is drawn. */
  readonly redraw: () => App | null
  /** It runs here, or is only shown because another tab runs it. Called before the app starts. */
  readonly onRunning: (readOnly: boolean) => Promise<void>
  /** Some of what was saved can no longer be read; the rest is there. */
  readonly onLost: (count: number) => void
}

export interface Replacement {
  readonly state: JsonObject
  readonly alongside: readonly Write[]
}

/** A running app and its saved state, over all tabs: one of them runs and writes it, the others look on. */
export interface LiveApp {
  run(app: App): Promise<void>
  /** Takes it over from another tab. */
  takeOver(): Promise<void>
  restart(): Promise<void>
  /**
   * Stops it and keeps what `become` makes of its state, with what belongs to that; `initial` are the first values
   * that the app had. Nothing runs then until `run`. Where it cannot be kept, the app runs on as it was, and this
   * rejects; `kept` is asked then, since a device can report a failure for what it did write.
   */
  change(become: (persisted: JsonObject, initial: JsonObject) => Replacement, kept: () => Promise<boolean>): Promise<void>
  flush(): Promise<void>
  /** What an export writes of it, unsaved changes included. */
  state(): JsonObject | null
  close(): Promise<void>
}

export function createLiveApp(options: LiveAppOptions): LiveApp {
  const { instance, store, clock, saving } = options
  let app: App | null = null
  let ownership: TabOwnership | null = null
  let saver: Saver | null = null
  let closed = false
  let initial: JsonObject = {}
  const undo: (() => void)[] = []

  async function goLive(live: App): Promise<void> {
    const opened = await openSaver(store, instance, clock)
    if (closed) return opened.dispose()
    saver = opened
    if (opened.lost > 0) options.onLost(opened.lost)
    await options.onRunning(false)
    // Nothing can be undone yet: what the kept state does not refer to is needed by nobody. Where it cannot be done now, it is done the next time.
    if (opened.opened !== null && opened.lost === 0) await store.freeAttachments(instance, opened.opened).catch(() => 0)
    if (closed) return
    initial = live.state()
    live.start(opened.opened ?? undefined)
    opened.begin(live.persistedState())
    let timer: ReturnType<typeof setTimeout> | null = null
    undo.push(
      live.onCommit(commit => {
        opened.commit(commit, () => live.persistedState())
        if (!commit.persistent) return
        timer ??= setTimeout(() => {
          timer = null
          ownership?.publish(live.persistedState())
        }, tellEvery)
      }),
      () => {
        if (timer) clearTimeout(timer)
      },
      effect(() => {
        saving.value = opened.status.value
        if (opened.status.value.kind === 'displaced') queueMicrotask(() => void displaced())
      }),
    )
  }

  /** Stops and saves what runs here; the view is drawn anew, inert. */
  async function rest(): Promise<void> {
    app?.stop()
    for (const run of undo.splice(0)) run()
    await saver?.dispose()
    saver = null
    app = options.redraw()
  }

  async function lookOn(): Promise<void> {
    const current = await store.readState(instance).catch(() => null)
    if (current) app?.adopt(current)
    saving.value = null
    await options.onRunning(true)
  }

  /** Another tab became the writer while this one did not hear of it. */
  async function displaced(): Promise<void> {
    ownership?.release()
    ownership = null
    await rest()
    if (app) await live.run(app)
  }

  const live: LiveApp = {
    async run(next) {
      app = next
      ownership ??= await openTabOwnership(`app:${instance}`, {
        onYield: async () => {
          await rest()
          await lookOn()
        },
        onState: state => app?.adopt(state),
      })
      if (closed) return ownership.release()
      if (ownership.mine.peek()) await goLive(next)
      else await lookOn()
    },
    async takeOver() {
      if (!ownership || ownership.mine.peek()) return
      await ownership.take()
      app = options.redraw()
      if (app) await goLive(app)
    },
    async restart() {
      await rest()
      if (app) await live.run(app)
    },
    async change(become, kept) {
      if (!app || !saver || app.phase.peek() !== 'running')
        throw new PageFailure('not-running', 'It does not run in this window, so that it cannot be changed here. Let it run here first.')
      app.stop()
      try {
        const { state, alongside } = become(app.persistedState(), initial)
        await saver.replace(state, alongside)
      } catch (cause) {
        if (!(await kept().catch(() => false))) {
          await live.restart()
          throw cause
        }
      }
      for (const run of undo.splice(0)) run()
      await saver.dispose()
      saver = null
    },
    flush: async () => {
      await saver?.flush()
    },
    state: () => saver?.state() ?? null,
    async close() {
      closed = true
      app?.stop()
      for (const run of undo.splice(0)) run()
      await saver?.dispose()
      ownership?.release()
    },
  }
  return live
}
