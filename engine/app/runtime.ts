/** What the rooms of the engine (actions, tree, react) share about one app. */
import type { ReadonlySignal, Signal } from '@preact/signals-core'
import type { CalledSpec, DrawnSpec } from '../../schema/catalog.ts'
import type { Failure } from '../../schema/issue.ts'
import type { Json, JsonObject, Path } from '../../schema/json/json.ts'
import type { ActionRuns, Again } from '../actions/action-runs.ts'
import type { Cause } from '../actions/handler.ts'
import type { App, Toast } from '../contracts.ts'
import type { OriginEnv } from '../formula/contract.ts'
import type { Draft } from '../store/draft.ts'
import type { History } from '../store/history.ts'
import type { Change, Store } from '../store/store.ts'
import type { NodeCell } from '../stream/cells.ts'
import type { Formulas } from './formulas.ts'
import type { LabelBook, Labels } from './labels.ts'
import type { PageState } from './pages.ts'
import type { Scope } from './scope.ts'

export interface PartDefinition {
  readonly params: JsonObject
  readonly view: Json
}

export interface ActionDefinition {
  readonly params: readonly string[]
  readonly steps: Json
  readonly again: Again
}

export interface RunOptions {
  readonly event?: Json
  /** Where what happened came from (S28), asked for as the run begins. */
  readonly labels?: () => Labels
  /** A person's press or key started it. */
  readonly gesture?: boolean
  /** Writes under the same tag become one entry of the undo history. */
  readonly merge?: unknown
  /** What led to it; a person's event where it is left out. */
  readonly cause?: Cause
  /** Who started it, for the observer: `Button #save onPress`. */
  readonly from?: string
}

export interface Runtime extends App {
  readonly components: ReadonlyMap<string, DrawnSpec>
  readonly tools: ReadonlyMap<string, CalledSpec>
  readonly formulas: Formulas
  readonly store: Store
  readonly labels: LabelBook
  readonly history: History
  readonly actionRuns: ActionRuns
  /** The document's own names. */
  readonly names: Scope
  /** Grows when a section arrives, so that what was pending looks again (B6). */
  readonly declared: Signal<number>
  readonly page: Signal<PageState | null>
  /** Dialogs that the tools `open` and `close` opened and closed, by node id. */
  readonly opened: Signal<ReadonlyMap<string, boolean>>
  readonly visible: ReadonlySignal<boolean>
  /** Lets the view rest while the app goes on, as in a hidden window, without telling the app. */
  readonly resting: Signal<boolean>
  /** The definition of the whole view, as far as it has arrived. */
  view(): Json | undefined
  pageView(name: string): { readonly params: JsonObject; readonly view: Json | undefined } | undefined
  part(name: string): PartDefinition | undefined
  /** The name under which the own state of this use of a block stands in the store; undefined while the document streams. */
  blockPlace(node: JsonObject): string | undefined
  action(name: string): ActionDefinition | undefined
  /** Still streaming: how far this node has come. */
  cell(node: object): NodeCell | undefined
  /** The environment for what is drawn, one a scope. */
  env(scope: Scope): OriginEnv
  /** The environment for steps: the present time, ids and randomness. */
  stepsEnv(scope: Scope): OriginEnv
  /** Its formulas have computed all that they may in this turn of the page: the app will be stopped, and shows what it showed. */
  isSpent(): boolean
  /** How often a name was read that is still to come; never grows once the document is complete. */
  pendingNames(): number
  /** Runs what an event does, if the app is running (B68). */
  run(steps: Json, scope: Scope, options: RunOptions): void
  /** What `path` held when the state was new. */
  firstValue(path: Path): Json
  /**
   * One transaction outside of any chain; an entry of the undo history, one with those before under the same tag. False
   * where it was refused, which whoever uses the app has been told.
   */
  change(recipe: (draft: Draft) => void, merge?: unknown): boolean
  /** Writes one value as `change` does: a bound field. `labels` say where it came from. */
  write(path: Path, value: Json, merge?: unknown, labels?: Labels): boolean
  /** A displayable address of an attachment; null while it loads. */
  attachmentUrl(ref: string): string | null
  /** Undoes these changes, and nothing that was written since. */
  takeBack(changes: readonly Change[]): void
  goTo(page: string, params: JsonObject, labels?: Labels): boolean
  goBack(): boolean
  refreshData(name: string): boolean
  say(toast: Toast): void
  ask(question: { readonly text: string; readonly title?: string; readonly yes?: string; readonly no?: string; readonly tone?: string }): Promise<boolean>
  /** `cause` is the event's that led to it, where none runs at the moment. */
  report(failure: Failure, cause?: number): void
  setTitle(text: string | null): void
  setBadge(text: string | null): void
  requestClose(): void
  /** Puts the focus on, or brings into view, the node with this id; set by whoever draws. */
  readonly reveal: Signal<{ readonly id: string; readonly focus: boolean; readonly turn: number } | null>
  /** Aborted when the app stops. */
  readonly abort: AbortSignal
}
