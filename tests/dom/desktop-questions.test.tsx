/**
 * What the desktop asks and tells a person about an app, with everything that an app has a part in hostile: markup, turned
 * round, endless, ended early. Text stays text, nothing unseen is shown, and the desktop's own words stay its own.
 */
import { signal } from '@preact/signals-core'
import { act, cleanup, render } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { capabilityWords } from '../../schema/capability-words.ts'
import { flowCapability } from '../../schema/flow.ts'
import { folderFault } from '../../schema/workspace/path.ts'
import { ApprovalSheet } from '../../shell/approval/ApprovalSheet.tsx'
import { type ApprovalRequest, createApprovals } from '../../shell/approval/approvals.ts'
import { SensitiveDialog } from '../../shell/approval/SensitiveDialog.tsx'
import { HandoverDialog } from '../../shell/apps/HandoverDialog.tsx'
import { AuditList } from '../../shell/audit/AuditList.tsx'
import { appNameForPeople, copiedWords, wordsOfApp } from '../../shell/desktop/app-name.ts'
import { ConfirmDialog } from '../../shell/desktop/ConfirmDialog.tsx'
import type { Desk } from '../../shell/desktop/desk.ts'
import { DeskContext } from '../../shell/desktop/desk-context.ts'
import { LinkDialog } from '../../shell/desktop/LinkDialog.tsx'
import { quotedWords } from '../../shell/desktop/quoted-words.ts'
import { ToastList } from '../../shell/desktop/ToastList.tsx'
import { FlowDialog } from '../../shell/flow/FlowDialog.tsx'
import { toAsk } from '../../shell/session/to-ask.ts'
import { createAppStore } from '../../shell/storage/app-store.ts'
import { createMemoryRecords } from '../../shell/storage/memory-records.ts'
import { FileList } from '../../shell/workspace/FileList.tsx'
import { createMemoryTree } from '../../tools/memory-tree.ts'

const MARKUP = '<img src=x onerror=alert(1)><a href="javascript:alert(1)">Allow</a>${1 + 1}**b**'
const HOSTILE: readonly string[] = [
  MARKUP,
  `Notes\u202e gnp.exe\u200b\u2066${MARKUP}`,
  'Fine.” Cyanotype has checked this app. It is safe. “',
  'a\n\n\n\n\nAllow all?',
  `z${'\u0301'.repeat(400)} ${'x'.repeat(20_000)}`,
  'Cyanotype',
  'Сyanotype Settings',
  'constructor',
  '__proto__',
]
const UNSEEN = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/u

beforeEach(() => {
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true
  }
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
    this.open = false
  }
})
afterEach(cleanup)

function deskWith(more: object, name = 'Sender'): Desk {
  const store = createAppStore(createMemoryRecords(), { digest: async () => '', hashDocument: async () => '' })
  const services = { store, chance: { random: () => 0 }, gateway: { present: signal(false), llm: async () => null, probe: async () => false } }
  return {
    closePanel: () => {},
    apps: signal([{ instance: 'other', name }]),
    sessions: signal(new Map()),
    level: signal('standard'),
    ...more,
    services: { ...services, ...(more as { services?: object }).services },
  } as unknown as Desk
}

/** What is drawn is drawn of the desktop's elements, with its own words and nothing unseen. */
function expectPlain(hostile: string): void {
  const drawn = document.body
  for (const selector of ['img', 'script', 'iframe', '[onerror]', 'a[href^="javascript"]', 'b', 'form form'])
    expect(drawn.querySelectorAll(selector), `${selector} of ${hostile.slice(0, 60)}`).toHaveLength(0)
  const shown = [drawn.textContent ?? '', ...[...drawn.querySelectorAll('*')].flatMap(({ attributes }) => [...attributes].map(({ value }) => value))]
  expect(shown.filter(text => UNSEEN.test(text)).map(text => text.slice(0, 200))).toEqual([])
}

const show = (desk: Desk, what: React.ReactNode) => render(<DeskContext value={desk}>{what}</DeskContext>)

describe('[S14] [S15] [S62] the desktop’s own questions', () => {
  it.each(HOSTILE)('say what an app may do in words that stay the desktop’s: %#', async hostile => {
    const approvals = createApprovals()
    const request: Omit<ApprovalRequest, 'askedAt'> = {
      name: hostile,
      icon: hostile,
      about: hostile,
      hash: 'e4'.repeat(32),
      origin: 'link',
      from: 'From a link',
      checks: null,
      reach: [
        { capability: 'net:https://a.example', grade: 'ask', tools: ['http.get'], why: hostile },
        { capability: 'storage', grade: 'quiet', tools: [], why: hostile },
      ],
      lost: [],
      granted: null,
      terms: new Map(),
      level: { own: null, desktop: 'standard' },
    }
    show(deskWith({ approvals }), <ApprovalSheet />)
    act(() => void approvals.ask({ ...request, askedAt: level => toAsk({ ...request, level }) }))
    expectPlain(hostile)
    const sheet = document.querySelector('dialog')
    const title = sheet?.querySelector('h2')?.textContent ?? ''
    expect(title.length).toBeLessThan(120)
    // The app's own words end where the desktop says that they end.
    for (const why of sheet?.querySelectorAll('.capability-why') ?? []) expect(why.textContent).toMatch(/^The app says: “[^“”]*”$/)
    expect(sheet?.querySelector('.approval-about')?.textContent).toMatch(/^The app says: “[^“”]*”$/)
  })

  it.each(HOSTILE)('name who sends what to whom: %#', hostile => {
    const name = appNameForPeople(hostile)
    show(
      deskWith({}, hostile),
      <HandoverDialog
        question={{
          from: { name, icon: hostile },
          what: { intent: 'add-task', data: { [hostile]: hostile } },
          receivers: [{ id: 'other', name, icon: null, reach: ['net:https://a.example'] }],
        }}
        onAnswer={() => {}}
      />,
    )
    expectPlain(hostile)
    cleanup()
    show(deskWith({}, hostile), <FlowDialog question={{ name, flows: [flowCapability('app:other', 'net:https://a.example')] }} onAnswer={() => {}} />)
    expectPlain(hostile)
    cleanup()
    for (const call of [
      { tool: 'app.install', args: { document: { blueprint: 1, app: { name: hostile } } } },
      { tool: 'app.close', args: { app: hostile } },
      { tool: 'system.kill', args: { id: 'other' } },
    ]) {
      show(deskWith({}, hostile), <SensitiveDialog name={name} capability="apps.manage" call={call} onRemember={() => {}} onAnswer={() => {}} />)
      expectPlain(hostile)
      cleanup()
    }
    show(deskWith({}, hostile), <LinkDialog name={name} href={new URL(`https://a.example/?q=${hostile}`).href} labels={['app:other']} />)
    expectPlain(hostile)
  })

  it.each(HOSTILE)('and what apps ask and say beside their windows stands under their names: %#', hostile => {
    // The engine takes out what cannot be seen before the desktop has it.
    const said = quotedWords(hostile).slice(1, -1)
    show(deskWith({}), <ConfirmDialog name={appNameForPeople(hostile)} question={{ text: said, title: said, yes: said, no: said }} onAnswer={() => {}} />)
    expectPlain(hostile)
    cleanup()
    const text = `Copied ${copiedWords(hostile, 80)}`
    show(deskWith({}), <ToastList toasts={[{ id: 1, from: appNameForPeople(hostile), text: wordsOfApp(text), tone: 'info', undo: null }]} onGone={() => {}} />)
    expectPlain(hostile)
  })

  it.each(HOSTILE)('the list of what apps did, and that of files, show it as it is: %#', async hostile => {
    const record = { at: 1, until: 1, count: 1, app: 'other', name: hostile, code: null, detail: `to ${appNameForPeople(hostile)}` }
    const records = [
      { ...record, kind: 'call', what: 'fs.read', capability: 'fs:Notes' },
      { ...record, kind: 'grant', what: '', capability: 'intent:add-task' },
    ]
    const log = { read: async () => ({ records, breaks: [], since: 1 }) }
    await act(async () => {
      show(deskWith({ services: { auditLog: async () => log } }), <AuditList app={null} />)
    })
    expect(document.querySelectorAll('tbody tr').length).toBe(2)
    expectPlain(hostile)
    cleanup()
    // No place for files lists a name that holds what cannot be seen; markup can stand in one.
    const name = '&lt;img src=x onerror=alert(1)&gt;.md'
    const entry = { name, path: name, kind: 'file' as const, size: 1, modified: 1 }
    const nothing = async () => {}
    show(
      deskWith({}),
      <FileList entries={[entry]} tree={createMemoryTree()} onFolder={() => {}} onOpen={() => {}} onRename={nothing} onRemove={nothing} onProblem={() => {}} />,
    )
    expect(document.body.textContent).toContain(name)
    expectPlain(hostile)
  })

  it('a scope cannot end the quotation marks that it stands in', () => {
    expect(folderFault('Notes” and nothing else of “')).not.toBe(null)
    for (const folder of ['Notes', 'My “best”', 'a„b', 'x‟']) {
      if (folderFault(folder) !== null) continue
      expect(capabilityWords(`fs:${folder}`).title.match(/[“”]/g)).toHaveLength(2)
    }
  })

  it('what an app copied is shown, and what of it shows nothing is counted', () => {
    expect(copiedWords('rm -rf ~', 80)).toBe('“rm -rf ~”')
    expect(copiedWords('pay\u202e 001\u200b', 80)).toBe('“pay 001”, with 2 characters that show nothing')
    expect(copiedWords('x'.repeat(200), 80)).toBe(`“${'x'.repeat(80)}…”`)
  })
})
