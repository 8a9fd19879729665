import type { SetAside } from '../../engine/migrate/migrate-state.ts'
import type { Grade } from '../../schema/catalog.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import type { Level } from '../permissions/level-names.ts'

/** Where an app came from. */
export type Origin = 'made-here' | 'shipped' | 'link' | 'file' | 'app'

/** It came from elsewhere: it is checked as it is, and never runs without a yes (B5, S64). */
export function isForeign(origin: Origin): boolean {
  return origin === 'link' || origin === 'file' || origin === 'app'
}

/** How a version came to be (B93). */
export interface Lineage {
  readonly prompt: string | null
  readonly provider: string | null
  readonly model: string | null
  /** What the person was told: "claude-sonnet-4-5", "From the library, no model". */
  readonly label: string | null
  /** The hash of the version that it was made from. */
  readonly parent: string | null
  /** The edit document that made it of its parent (B80). */
  readonly edit?: JsonObject
  /** What that changed, in words. */
  readonly changes?: readonly string[]
  /** Its own tests' verdict, if they were run. */
  readonly checks: Checks | null
  /** What asking the model came to, where it says so. */
  readonly usage?: Usage
}

export interface Usage {
  readonly inputTokens: number
  readonly outputTokens: number
  readonly seconds: number
}

export interface Checks {
  readonly passed: number
  readonly total: number
  /** Which did not, and why. */
  readonly failed: readonly { readonly name: string; readonly message: string }[]
}

export interface AppVersion {
  readonly hash: string
  readonly at: number
  readonly lineage: Lineage
}

/** What the person answered for one capability of one instance. Absent from the list: never asked. */
export interface Grant {
  readonly capability: string
  readonly grade: Grade
  readonly granted: boolean
  readonly at: number
  readonly lastUsedAt: number | null
  /** Until when it holds; left out, until it is taken back. */
  readonly until?: Until
  /** What the person picked for it: the origin behind `net:?server`, the folder behind `fs:Notes`. */
  readonly choice?: string
  /** The app's own words when it asked. */
  readonly why?: string | null
}

/** Milliseconds since 1970, or until the app's window is closed. */
export type Until = number | 'closed'

/** The person let the app hand something to another one (B69, S59), until they take it back. */
export interface Handover {
  /** The intent; null for parameters of the start page. */
  readonly intent: string | null
  /** The instance that receives it. */
  readonly to: string
  /** What that app could do with it when the person was asked. */
  readonly reach: readonly string[]
  readonly at: number
  readonly lastUsedAt: number | null
}

export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** An app on this desktop (B92): an instance that owns its state, its versions and its grants. */
export interface InstalledApp {
  readonly instance: string
  readonly name: string
  readonly icon: string | null
  readonly about: string | null
  readonly accent: string | null
  /** The current version. */
  readonly hash: string
  /** Oldest first. */
  readonly versions: readonly AppVersion[]
  readonly grants: readonly Grant[]
  /** How much it is trusted (`shell/permissions/levels.ts`); left out, as the desktop says. */
  readonly level?: Level
  readonly handovers?: readonly Handover[]
  /** The person made it a system app: it may be granted what reaches the desktop itself (`system.*`). */
  readonly system?: boolean
  readonly origin: Origin
  readonly installedAt: number
  readonly openedAt: number
  /** Where its window stood. */
  readonly window: Rect | null
}

/** A reply that was still streaming, or never became an app: enough to go on or to begin again. */
export interface Draft {
  readonly id: string
  readonly prompt: string
  readonly text: string
  readonly label: string | null
  readonly at: number
}

/** A kept value that a change of the app set aside (B81), until it is put back. */
export interface StoredAside extends SetAside {
  readonly id: string
  readonly at: number
  /** The version in whose state it stood. */
  readonly hash: string
}

/** Everything of this desktop in one JSON file. */
export interface ExportFile {
  readonly cyanotype: 'export'
  readonly version: 1
  readonly at: string
  readonly apps: readonly {
    readonly app: InstalledApp
    readonly documents: Readonly<Record<string, Json>>
    readonly state: JsonObject | null
    readonly setAside: readonly StoredAside[]
    /** What it kept with `storage.set`. */
    readonly values: Readonly<Record<string, Json>>
    readonly attachments: readonly { readonly ref: string; readonly type: string; readonly base64: string }[]
  }[]
}

/** The grant that stands for `capability`, if the person was ever asked. */
export function grantFor(app: InstalledApp, capability: string): Grant | undefined {
  return app.grants.find(grant => grant.capability === capability)
}

/** What a person says with a yes. Null: until it is taken back. */
export interface GrantTerms {
  readonly until?: Until | null
  readonly choice?: string
}

/** The grant under these terms; what they do not say of it stays, but for its time, which is for each yes anew. */
export function withTerms({ until: _, ...grant }: Grant, { until, choice }: GrantTerms = {}): Grant {
  return { ...grant, ...(until !== undefined && until !== null && { until }), ...(choice !== undefined && { choice }) }
}

/** Whether the person's yes holds at this moment. */
export function holds({ granted, until }: Grant, now: number): boolean {
  return granted && (typeof until !== 'number' || now < until)
}

/** The record without the yeses that were given until its window was closed. */
export function withoutClosed(app: InstalledApp): InstalledApp {
  return app.grants.some(({ until }) => until === 'closed') ? { ...app, grants: app.grants.filter(({ until }) => until !== 'closed') } : app
}

/** The record with the verdict of a version's own tests. */
export function withChecks(app: InstalledApp, hash: string, checks: Checks): InstalledApp {
  const versions = app.versions.map(version => (version.hash === hash ? { ...version, lineage: { ...version.lineage, checks } } : version))
  return { ...app, versions }
}

/** The list with `grant` in the place of the one for the same capability. */
export function withGrant(grants: readonly Grant[], grant: Grant): readonly Grant[] {
  return [...grants.filter(other => other.capability !== grant.capability), grant]
}
