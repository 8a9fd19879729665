import type { Runtime } from '../../engine/app/runtime.ts'
import type { App } from '../../engine/contracts.ts'
import type { Observer } from '../../engine/observe/observer.ts'
import { createDrawWatch, type DrawWatch } from './draw-watch.ts'
import { createTimeline, type Timeline } from './timeline.ts'

/** What an open inspector looks at: one app, from when it was opened until it is shut. */
export interface Inspection {
  readonly app: Runtime
  readonly observer: Observer
  readonly timeline: Timeline
  /** Null where nothing notes what the app does. */
  readonly draws: DrawWatch | null
  dispose(): void
}

export function createInspection(app: App, observer: Observer): Inspection {
  // Every app is made by `createApp`, whose apps are runtimes.
  const runtime = app as Runtime
  const timeline = createTimeline(runtime, observer)
  const draws = runtime.ports.observe ? createDrawWatch(runtime.ports.observe, observer) : null
  return {
    app: runtime,
    observer,
    timeline,
    draws,
    dispose() {
      timeline.dispose()
      draws?.dispose()
    },
  }
}
