/** Takes a document into its app while it arrives (B6), and lets the app go live before its tests are there (B68). */
import type { Signal } from '@preact/signals-core'
import type { LoadedBlueprint } from '../../schema/check/load.ts'
import type { Failure, Issue } from '../../schema/issue.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import type { App, AppInfo, AppPhase } from '../contracts.ts'
import type { StreamListener } from '../stream/stream-listener.ts'
import { infoOf, NO_INFO } from './app-info.ts'
import { keepIdentity } from './keep-identity.ts'
import type { Pages } from './pages.ts'

export interface FollowedBy {
  readonly phase: Signal<AppPhase>
  readonly info: Signal<AppInfo>
  readonly issues: Signal<readonly Issue[]>
  readonly progress: Signal<App['progress']['value']>
  readonly failure: Signal<Failure | null>
  readonly document: Signal<JsonObject | null>
  readonly pages: Pages
  /** Takes in one section, not checked yet. */
  declare(name: string, value: Json): void
  /** Takes in the checked document. */
  declareAll(document: JsonObject): void
  /** Tells what was pending to look again. */
  arrived(): void
  /** Ends what runs. */
  halt(): void
  /** Ends what runs, and forgets what was declared and what it held. */
  forget(): void
}

/** What is followed: a `BlueprintStream`. */
interface Followed {
  readonly root: JsonObject | null
  attach(listener: StreamListener): void
}

export function followStream(stream: Followed, app: FollowedBy): void {
  const { phase, info, issues, progress, failure, document, pages } = app

  function take(loaded: LoadedBlueprint): boolean {
    if (!loaded.document || errorsOf(loaded).length > 0) return false
    issues.value = loaded.issues
    phase.value = 'inert'
    app.declareAll(keepIdentity(loaded.document, stream.root ?? undefined) as JsonObject)
    return true
  }

  /** The app is live, or may be, and now its tests are here too: nothing else may have changed. */
  function takeTests(loaded: LoadedBlueprint, live: JsonObject): boolean {
    const whole = keepIdentity(loaded.document, live) as JsonObject | null
    if (!whole || errorsOf(loaded).length > 0 || !Object.keys(whole).every(name => name === 'tests' || whole[name] === live[name])) return false
    issues.value = loaded.issues
    document.value = whole
    return true
  }

  stream.attach({
    section(name, value) {
      if (phase.peek() !== 'drawing') return
      if (name === 'app') info.value = infoOf(value)
      else if (name !== 'view' && name !== 'pages') app.declare(name, value)
      app.arrived()
    },
    sectionOpen(name) {
      if (name === 'view' || name === 'pages') app.arrived()
    },
    appGrew(grown) {
      info.value = infoOf(grown)
    },
    pageOpen(name) {
      pages.current.value ??= { name, params: {} }
      app.arrived()
    },
    nodeOpen() {
      progress.value = { ...progress.peek(), drawn: progress.peek().drawn + 1 }
    },
    nodeClose() {
      progress.value = { ...progress.peek(), developed: progress.peek().developed + 1 }
    },
    ready: take,
    restart() {
      app.forget()
      document.value = null
      info.value = NO_INFO
      progress.value = { drawn: 0, developed: 0 }
      pages.begin(undefined)
      phase.value = 'drawing'
      failure.value = null
      issues.value = []
      app.arrived()
    },
    end(loaded) {
      const live = document.peek()
      if (live && takeTests(loaded, live)) return
      // More than tests came after it was live: it begins anew, with all of it.
      if (live && errorsOf(loaded).length === 0) app.forget()
      if (take(loaded)) return
      const errors = errorsOf(loaded).length
      app.halt()
      issues.value = loaded.issues
      document.value = null
      failure.value = {
        code: 'refused',
        message: `The check found ${errors === 1 ? 'a problem' : `${errors} problems`}, so this app cannot run as it is. What is valid is shown.`,
      }
      phase.value = 'stopped'
    },
  })
}

function errorsOf({ issues }: LoadedBlueprint): readonly Issue[] {
  return issues.filter(issue => issue.severity === 'error')
}
