import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { JsonObject } from '../../schema/json/json.ts'
import type { SelfTestVerdict } from '../self-test/run-self-test.ts'
import { type InstalledApp, withChecks } from '../storage/installed-app.ts'

/** How far an app's own tests are; `ended` also where their time was up. */
export type OwnChecks = { readonly kind: 'running'; readonly total: number } | ({ readonly kind: 'ended'; readonly total: number } & SelfTestVerdict)

export interface OwnChecksOptions {
  readonly selfTest: (document: JsonObject, signal: AbortSignal) => Promise<SelfTestVerdict>
  readonly installed: ReadonlySignal<InstalledApp | null>
  readonly keep: (record: InstalledApp) => Promise<void>
  /** Aborted when the window closes. */
  readonly closing: AbortSignal
}

/** The tests that came with an app made here (B70): run once a version, beside the app, which does not wait for them. */
export function createOwnChecks({ selfTest, installed, keep, closing }: OwnChecksOptions) {
  const checks = signal<OwnChecks | null>(null)

  /** The verdict is kept with the version's lineage (B93); one that did not finish is none. */
  async function run(document: JsonObject, hash: string): Promise<void> {
    const total = Array.isArray(document.tests) ? document.tests.length : 0
    const known = installed.peek()?.versions.find(version => version.hash === hash)?.lineage.checks
    if (total === 0 || known) return
    checks.value = { kind: 'running', total }
    const verdict = await selfTest(document, closing)
    if (closing.aborted) return
    checks.value = { kind: 'ended', total, ...verdict }
    const record = installed.peek()
    const { passed, failed, finished } = verdict
    if (finished && record) await keep(withChecks(record, hash, { passed, total, failed }))
  }

  return { checks: checks as ReadonlySignal<OwnChecks | null>, run }
}
