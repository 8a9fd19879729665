import type { ReadonlySignal } from '@preact/signals-core'
import type { App, Toast } from '../../engine/contracts.ts'
import type { AppPorts } from '../../engine/ports.ts'
import type { Failure } from '../../schema/issue.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import type { Picture, ProviderId } from '../../schema/protocol/generate.ts'
import type { Approvals } from '../approval/approvals.ts'
import type { SensitiveCall } from '../apps/call-words.ts'
import type { AuditNote } from '../audit/audit-record.ts'
import type { Level } from '../permissions/level-names.ts'
import type { Generate } from '../services/generate.ts'
import type { AppStore } from '../storage/app-store.ts'
import type { Draft, GrantTerms, InstalledApp, Lineage, Origin } from '../storage/installed-app.ts'
import type { SaveStatus } from '../storage/state-log.ts'
import type { FramePages } from './frame-pages.ts'
import type { OwnChecks, OwnChecksOptions } from './own-checks.ts'
import type { Reached, SessionState } from './session-state.ts'
import type { Versions } from './versions.ts'

export type ConfirmQuestion = Parameters<Parameters<App['setConfirm']>[0]>[0]

/** What a person says to one use of a sensitive capability; `coarse`: yes, but the place rounded. */
export type SensitiveAnswer = boolean | 'coarse'

/** What the ports of one app need to know of its session; each is looked up when it is needed. */
export interface PortsRequest {
  readonly instance: string
  readonly hash: () => string | null
  readonly appName: () => string
  /** `reads`: whether what wants to use it changes nothing. */
  readonly isGranted: (capability: string, reads?: boolean) => boolean
  /** What the person picked for it. */
  readonly choiceFor?: (capability: string) => string | null
  /** Aborted once it is taken back. */
  readonly signalFor?: (capability: string) => AbortSignal
  readonly approve: (capability: string, tool: string, args: JsonObject) => Promise<SensitiveAnswer>
  /** What has these labels would go elsewhere (S28): asks for these flows, and keeps the answer. */
  readonly allowFlows?: (flows: readonly string[]) => Promise<boolean>
  readonly onFailure: (failure: Failure) => void
  readonly onCopied: (text: string) => void
  /** The document that runs; null where none does. */
  readonly document: () => JsonObject | null
  /** Opens the desktop's dialog for the app's link. */
  readonly onShare: () => void
}

/** What a session needs of the desktop. */
export interface SessionServices {
  readonly store: AppStore
  readonly generate: Generate
  /** Runs the tests of a document that passed the check. */
  readonly selfTest: OwnChecksOptions['selfTest']
  readonly approvals: Approvals
  /** How much apps are trusted on this desktop; standard where it is left out. */
  readonly level?: ReadonlySignal<Level>
  /** Writes down what was allowed, refused and taken back. */
  readonly audit?: (note: AuditNote) => void
  readonly portsFor: (request: PortsRequest) => AppPorts
  /** Tells the gateway what this instance may reach; an empty list takes it back. */
  readonly setGrants: (instance: string, hash: string, capabilities: readonly string[]) => Promise<void>
  /** The address of the page that frames `url`, once the gateway knows these capabilities. */
  readonly framePage: (instance: string, hash: string, capabilities: readonly string[], url: string) => Promise<string>
  readonly onInstalled: (app: InstalledApp) => void
  readonly onDraft: (draft: Draft | { readonly remove: string }) => void
  readonly onToast: (session: Session, toast: Toast) => void
  readonly onConfirm: (session: Session, question: ConfirmQuestion) => Promise<boolean>
  readonly onSensitive: (session: Session, capability: string, call: SensitiveCall) => Promise<SensitiveAnswer>
  /** Puts flows (S28) before the person; a no where it is left out. */
  readonly onFlow?: (session: Session, flows: readonly string[], closing: AbortSignal) => Promise<boolean>
  readonly onFailure: (session: Session, failure: Failure) => void
  readonly onCopied: (session: Session, text: string) => void
  readonly onShare: (session: Session) => void
  /** The app asked for its own window to be closed. */
  readonly onClose: (session: Session) => void
  readonly nameOf: (session: Session) => string
}

export type SessionSource =
  /** `provider` is asked; left out, the gateway chooses. */
  | { readonly kind: 'prompt'; readonly prompt: string; readonly provider?: ProviderId | undefined; readonly pictures?: readonly Picture[] | undefined }
  | { readonly kind: 'draft'; readonly draft: Draft }
  /** `lineage` says how it came to be, where it is a version of an app that is here. */
  | { readonly kind: 'document'; readonly document: JsonObject; readonly origin: Origin; readonly lineage?: Lineage }
  /** Its document may have been read before it is opened; null where that failed. */
  | { readonly kind: 'installed'; readonly app: InstalledApp; readonly document?: Promise<JsonObject | null> | undefined }

/** One open app, from the first letter of its document to the close of its window. */
export interface Session {
  /** Also its window's, and its instance's once it is installed. */
  readonly id: string
  readonly state: ReadonlySignal<SessionState>
  /** What is drawn; another one whenever the document is drawn anew. */
  readonly app: ReadonlySignal<App | null>
  /** Null until the app is on this desktop. */
  readonly installed: ReadonlySignal<InstalledApp | null>
  /** Null while nothing of it is to be saved here. */
  readonly saving: ReadonlySignal<SaveStatus | null>
  /** Its other versions, how it gets from one to another, and what that set aside. */
  readonly versions: Versions
  /** Null but for an app that was made in this window and came with tests. */
  readonly checks: ReadonlySignal<OwnChecks | null>
  /** The pages of the web in its window. */
  readonly frames: FramePages
  /** Ends the reply and keeps what is there. */
  stop(): void
  /** Asks the model to go on from what there is. */
  goOn(): void
  startAgain(): void
  /** Shows the sheet again. */
  review(): void
  /** Runs it with none of what it asks for. */
  runWithout(): void
  /** What of its document only a system app can be granted. */
  readonly forSystem: ReadonlySignal<readonly Reached[]>
  /** Makes it a system app, or an app like others again; what it was granted as one goes with that. */
  setSystem(on: boolean): void
  setGrant(capability: string, granted: boolean, terms?: GrantTerms): void
  /** How much this app is trusted; null is as the desktop says. */
  setLevel(level: Level | null): void
  /** The level that counts for it now. */
  level(): Level
  takeOver(): void
  /** Runs a stopped app anew, from its saved state. */
  restart(): void
  /** Changes what is known of the installed app (where its window stands). */
  amend(change: (app: InstalledApp) => InstalledApp): void
  /** What another tab wrote about the installed app. */
  learn(app: InstalledApp): void
  flush(): Promise<void>
  unsaved(): JsonObject | null
  close(): Promise<void>
}
