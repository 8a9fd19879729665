/** The shapes that the engine shares with what draws (components/) and with what surrounds it (shell/). */
import type { ReadonlySignal } from '@preact/signals-core'
import type { Failure, Issue } from '../schema/issue.ts'
import type { Json, JsonObject, Path } from '../schema/json/json.ts'
import type { AppPorts } from './ports.ts'

/**
 * Where a component stands in its development: `outline` while its part of the document is still open,
 * `developed` once it has closed and passed the check, `faulty` where it did not pass.
 */
export type Phase = 'outline' | 'developed' | 'faulty'

/** - `drawing` the document still streams · `inert` drawn, not yet allowed to run · `running` · `stopped` by a fault or a person. */
export type AppPhase = 'drawing' | 'inert' | 'running' | 'stopped'

/** What of `app` has arrived; everything is there once the document is complete. */
export interface AppInfo {
  readonly name: string | null
  readonly icon: string | null
  readonly about: string | null
  readonly category: string | null
  readonly currency: string | null
  readonly theme: JsonObject
  readonly window: { readonly width: number | null; readonly height: number | null }
}

/** One transaction on the state (B62): RFC 6902-like patches, root first. */
export interface StatePatch {
  readonly op: 'replace' | 'remove' | 'add'
  readonly path: Path
  readonly value?: Json
}
export interface Commit {
  readonly patches: readonly StatePatch[]
  /** The patches that undo it, in the order in which they are applied. */
  readonly inverse: readonly StatePatch[]
  /** Some patch touched an entry with `persist`. */
  readonly persistent: boolean
}

/** Something to say to the person in passing (`toast`). */
export interface Toast {
  readonly text: string
  readonly tone: string
  /** Takes back what the chain that said this wrote. */
  readonly undo?: () => void
}

/** A request of one app to another (B69). */
export interface Intent {
  readonly name: string
  readonly data: Json
  /** The name of the app that asks. */
  readonly from: string
  /** Where the data comes from: the installed app that asks. Nobody but the desktop says so. */
  readonly origin: { readonly app: string }
  /** Over how many apps the event came that led to this one: 1 where a person's press in the app that asks did. */
  readonly hops: number
}

/** A running, or still streaming, blueprint. Works without the shell. */
export interface App {
  readonly phase: ReadonlySignal<AppPhase>
  readonly info: ReadonlySignal<AppInfo>
  /** What the check found, so far. */
  readonly issues: ReadonlySignal<readonly Issue[]>
  /** How many components have been drawn so far, and how many of them have developed. */
  readonly progress: ReadonlySignal<{ readonly drawn: number; readonly developed: number }>
  /** Why it stopped. */
  readonly failure: ReadonlySignal<Failure | null>
  /** What `window.title` and `window.badge` said. */
  readonly title: ReadonlySignal<string | null>
  readonly badge: ReadonlySignal<string | null>
  /** The complete document, or null while it streams or when it is refused. */
  readonly document: ReadonlySignal<JsonObject | null>
  readonly ports: AppPorts
  readonly canUndo: ReadonlySignal<boolean>
  readonly canRedo: ReadonlySignal<boolean>
  /** The whole state, and the part of it with `persist`. Not subscribed to. */
  state(): JsonObject
  persistedState(): JsonObject
  /** Goes live: takes the persisted state, runs launch effects, starts timers and data. Only in `inert`. */
  start(persisted?: JsonObject): void
  /** Ends handlers, timers and data; the view stays. */
  stop(failure?: Failure): void
  /** The window is hidden or shown (B30, effects `hidden`, `visible`), has or lost the focus. */
  setVisible(visible: boolean): void
  setFocused(focused: boolean): void
  /**
   * What another app asks of this one (B69); gives whether an effect of it answers to that name and takes such data.
   * Nothing happens unless it runs, and no person's gesture comes along.
   */
  intent(intent: Intent): boolean
  /** Goes to the start page with these parameters, which come from the app that `origin` names; gives whether it has them, of these types, and the app runs. */
  visit(params: JsonObject, origin?: Intent['origin']): boolean
  /** A key pressed while the window has focus (B64). True if the app took it. `typing`: a text field has the focus. */
  key(event: {
    readonly key: string
    readonly mod: boolean
    readonly shift: boolean
    readonly alt: boolean
    readonly up: boolean
    readonly repeat: boolean
    readonly typing: boolean
  }): boolean
  undo(): boolean
  redo(): boolean
  /** Replaces the whole state by what another tab wrote; nothing is recorded. */
  adopt(persisted: JsonObject): void
  /** The labels of all that came into it from outside, as far as it is known still (S28). */
  sources(): readonly string[]
  onCommit(listener: (commit: Commit) => void): () => void
  /** The app asked for its window to be closed. */
  onClose(listener: () => void): () => void
  onToast(listener: (toast: Toast) => void): () => void
  /** Asks the person (`confirm`, `Button.confirm`); set by whoever shows the app, answers false where nobody is there. */
  setConfirm(
    ask: (question: {
      readonly text: string
      readonly title?: string
      readonly yes?: string
      readonly no?: string
      readonly tone?: string
    }) => Promise<boolean>,
  ): void
  dispose(): void
}

export type { AppPorts, Failure, Issue, Json, JsonObject, Path, ReadonlySignal }
