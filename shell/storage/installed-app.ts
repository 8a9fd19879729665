import type { SetAside } from '../../engine/migrate/migrate-state.ts'
import type { Grade } from '../../schema/catalog.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'

/** Where an app came from. */
export type Origin = 'made-here' | 'shipped' | 'link' | 'file'

/** It came from elsewhere: it is checked as it is, and never runs without a yes (B5, S64). */
export function isForeign(origin: Origin): boolean {
  return origin === 'link' || origin === 'file'
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

/** The record with the verdict of a version's own tests. */
export function withChecks(app: InstalledApp, hash: string, checks: Checks): InstalledApp {
  const versions = app.versions.map(version => (version.hash === hash ? { ...version, lineage: { ...version.lineage, checks } } : version))
  return { ...app, versions }
}

/** The list with `grant` in the place of the one for the same capability. */
export function withGrant(grants: readonly Grant[], grant: Grant): readonly Grant[] {
  return [...grants.filter(other => other.capability !== grant.capability), grant]
}
