import { signal } from '@preact/signals-core'
import { expect, it, vi } from 'vitest'
import type { SelfTestVerdict } from '../self-test/run-self-test.ts'
import type { Checks, InstalledApp } from '../storage/installed-app.ts'
import { createOwnChecks } from './own-checks.ts'

const lineage = { prompt: 'a counter', provider: null, model: null, label: null, parent: null, checks: null }
const app = (checks: Checks | null = null): InstalledApp => ({
  instance: 'one',
  name: 'Counter',
  icon: null,
  about: null,
  accent: null,
  hash: 'new',
  versions: [
    { hash: 'old', at: 1, lineage },
    { hash: 'new', at: 2, lineage: { ...lineage, checks } },
  ],
  grants: [],
  origin: 'made-here',
  installedAt: 1,
  openedAt: 1,
  window: null,
})
const two = { tests: [{ name: 'Counts' }, { name: 'Resets' }] }
const failed = [{ name: 'Resets', message: 'Step 1: there is nothing to press called “Reset”.' }]

function start(record: InstalledApp | null, verdict: SelfTestVerdict) {
  const installed = signal(record)
  const selfTest = vi.fn(async () => verdict)
  const closing = new AbortController()
  const keep = async (next: InstalledApp) => {
    installed.value = next
  }
  return { installed, selfTest, closing, ...createOwnChecks({ selfTest, installed, keep, closing: closing.signal }) }
}

it('[B93] keeps the verdict with the version that was tested, and with no other', async () => {
  const { installed, checks, run } = start(app(), { passed: 1, failed, finished: true })
  const running = run(two, 'new')
  expect(checks.value).toEqual({ kind: 'running', total: 2 })
  await running
  expect(checks.value).toEqual({ kind: 'ended', total: 2, passed: 1, failed, finished: true })
  expect(installed.value?.versions.map(version => version.lineage.checks)).toEqual([null, { passed: 1, total: 2, failed }])
})

it('runs the tests of a version once', async () => {
  const { selfTest, checks, run } = start(app({ passed: 2, total: 2, failed: [] }), { passed: 2, failed: [], finished: true })
  await run(two, 'new')
  expect(selfTest).not.toHaveBeenCalled()
  expect(checks.value).toBe(null)
})

it('says that they did not finish, and keeps nothing of it', async () => {
  const { installed, checks, run } = start(app(), { passed: 1, failed: [], finished: false })
  await run(two, 'new')
  expect(checks.value).toMatchObject({ kind: 'ended', finished: false })
  expect(installed.value?.versions.at(-1)?.lineage.checks).toBe(null)
})

it('has nothing to say of an app without tests, or of one whose window was closed', async () => {
  const without = start(app(), { passed: 0, failed: [], finished: true })
  await without.run({}, 'new')
  expect([without.checks.value, without.selfTest.mock.calls]).toEqual([null, []])
  const closed = start(app(), { passed: 2, failed: [], finished: true })
  const running = closed.run(two, 'new')
  closed.closing.abort()
  await running
  expect(closed.installed.value?.versions.at(-1)?.lineage.checks).toBe(null)
})
