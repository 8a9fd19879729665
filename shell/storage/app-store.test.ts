import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../schema/json/json.ts'
import { sha256Hex as digest } from '../services/digest.ts'
import { type AppStore, createAppStore } from './app-store.ts'
import { createFaultyRecords, type InjectedFault } from './faulty-records.ts'
import { type InstalledApp, withGrant } from './installed-app.ts'
import { createMemoryRecords } from './memory-records.ts'
import type { RecordStore } from './record-store.ts'
import { createReminderRecords } from './reminder-records.ts'

const hashDocument = (document: JsonObject) => digest(JSON.stringify(document))
const open = (records: RecordStore) => createAppStore(records, { digest, hashDocument })

const app = (instance: string, hash: string): InstalledApp => ({
  instance,
  name: 'Plants',
  icon: 'leaf',
  about: null,
  accent: null,
  hash,
  versions: [{ hash, at: 1, lineage: { prompt: 'plants', provider: 'library', model: null, label: 'From the library', parent: null, checks: null } }],
  grants: [],
  origin: 'made-here',
  installedAt: 1,
  openedAt: 1,
  window: null,
})

/** What every store must do, whatever its records lie on. */
function contract(name: string, records: () => RecordStore): void {
  describe(`an app store over ${name}`, () => {
    it('[S26] changes an app as it stands by then: of two tabs that change it at once, neither undoes the other', async () => {
      const shared = records()
      const [one, two] = [open(shared), open(shared)]
      const grant = { capability: 'notify', grade: 'ask' as const, granted: true, at: 1, lastUsedAt: null }
      await one.saveApp({ ...app('a', 'h'), grants: [grant] })
      await Promise.all([
        one.changeApp('a', record => ({ ...record, grants: record.grants.map(each => ({ ...each, lastUsedAt: 7 })) })),
        two.changeApp('a', record => ({ ...record, grants: record.grants.map(each => ({ ...each, granted: false })) })),
      ])
      expect((await one.app('a'))?.grants).toEqual([{ ...grant, granted: false, lastUsedAt: 7 }])
      expect(await one.changeApp('b', record => record)).toBe(null)
    })

    it('keeps apps, documents, drafts and settings', async () => {
      const store = open(records())
      const document = { blueprint: 1, app: { name: 'Plants' } }
      const hash = await hashDocument(document)
      await store.saveDocument(hash, document)
      await store.saveApp(app('a', hash))
      await store.saveDraft({ id: 'd', prompt: 'p', text: '{', label: null, at: 1 })
      await store.saveSetting('appearance', 'dark')
      expect(await store.document(hash)).toEqual(document)
      expect(await store.app('a')).toEqual(app('a', hash))
      expect((await store.apps()).map(found => found.instance)).toEqual(['a'])
      expect(await store.drafts()).toHaveLength(1)
      expect(await store.setting('appearance')).toBe('dark')
      await store.removeDraft('d')
      expect(await store.drafts()).toEqual([])
      expect(await store.app('b')).toBe(null)
      expect(await store.document('0'.repeat(64))).toBe(null)
    })

    it('[S2] gives no document whose content is not what its hash says', async () => {
      const store = open(records())
      await store.saveDocument('0'.repeat(64), { blueprint: 1 })
      expect(await store.document('0'.repeat(64))).toBe(null)
    })

    it('[B81] keeps what was set aside with its app, writes it with a version, and removes it with the app', async () => {
      const shelf = records()
      const store = open(shelf)
      const aside = { name: 'due', type: 'text', value: 'soon', missed: true, id: 'x', at: 1, hash: 'h' }
      expect(await store.setAside('a')).toEqual([])
      const log = await store.openState('a')
      log.reset({ due: 'soon' })
      await log.replace({ done: true }, store.versionWrites(app('a', 'h2'), [aside]))
      expect([await store.readState('a'), (await store.app('a'))?.hash, await store.setAside('a')]).toEqual([{ done: true }, 'h2', [aside]])
      expect((await store.exportEverything(new Date(0), new Map())).apps).toMatchObject([{ setAside: [aside] }])
      await store.saveSetAside('b', [aside])
      await store.removeApp('a')
      expect([await store.setAside('a'), await store.setAside('b')]).toEqual([[], [aside]])
      await store.saveSetAside('b', [])
      expect(await shelf.keys('set-aside/')).toEqual([])
    })

    it('[S33] keeps what apps own apart, and removes one without the other', async () => {
      const store = open(records())
      const reminders = createReminderRecords(store.records)
      for (const instance of ['a', 'b']) {
        await store.saveApp(app(instance, 'h'))
        await reminders.save({ instance, id: '../b/x', title: instance, text: '', at: 2, madeAt: 1 })
        await store.values(instance).set('../b/__proto__', instance)
        await store.saveAttachment(instance, 'file:../b/x', new Blob([instance]))
        const log = await store.openState(instance)
        log.reset({ owner: instance })
        await log.flush()
      }
      await store.removeApp('a')
      expect((await reminders.all()).map(({ instance }) => instance)).toEqual(['b'])
      expect(await store.readState('a')).toBe(null)
      expect(await store.attachment('a', 'file:../b/x')).toBe(null)
      expect(await store.values('a').list()).toEqual([])
      expect(await store.values('b').list()).toEqual(['../b/__proto__'])
      expect(await store.values('b').get('../b/__proto__')).toBe('b')
      expect(await store.readState('b')).toEqual({ owner: 'b' })
      expect(await (await store.attachment('b', 'file:../b/x'))?.text()).toBe('b')
    })

    it('[S39] keeps no more for one app than its share', async () => {
      const values = open(records()).values('a')
      await values.set('one', 'x'.repeat(4_000_000))
      await expect(values.set('two', 'x'.repeat(2_000_000))).rejects.toMatchObject({ code: 'quota' })
      await values.set('one', 'small')
      await values.set('two', 'x'.repeat(2_000_000))
      expect(await values.list()).toEqual(['one', 'two'])
      await values.clear()
      expect(await values.list()).toEqual([])
    })

    it('exports everything, the unsaved state of open apps included', async () => {
      const store = open(records())
      await store.saveApp(app('a', 'h'))
      await store.saveAttachment('a', 'file:1', new Blob(['hello'], { type: 'text/plain' }))
      const file = await store.exportEverything(new Date(0), new Map([['a', { unsaved: true }]]))
      expect(file.apps[0]).toMatchObject({
        state: { unsaved: true },
        attachments: [{ ref: 'file:1', type: 'text/plain', base64: 'aGVsbG8=' }],
      })
    })
  })
}

contract('memory', () => createMemoryRecords())
contract('a disk that has no faults', () => createFaultyRecords(() => null))

it('an app that was saved is there after a fault at any write', async () => {
  for (const fault of ['quota', 'closed', 'unknown', 'lying'] satisfies InjectedFault[]) {
    for (let at = 1; at <= 4; at++) {
      const records = createFaultyRecords(write => (write === at ? fault : null))
      const store: AppStore = open(records)
      const saved: string[] = []
      for (const instance of ['a', 'b', 'c', 'd']) {
        await store.saveApp(app(instance, 'h')).then(
          () => saved.push(instance),
          () => {},
        )
      }
      const there = (await open(createMemoryRecords(records.entries)).apps()).map(found => found.instance)
      for (const instance of saved) expect(there).toContain(instance)
    }
  }
})

it('holds one grant a capability', () => {
  const grant = { capability: 'net:https://a.example', grade: 'ask', granted: true, at: 1, lastUsedAt: null } as const
  expect(withGrant(withGrant([], grant), { ...grant, granted: false })).toEqual([{ ...grant, granted: false }])
})
