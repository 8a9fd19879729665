import { afterEach, describe, expect, it } from 'vitest'
import { createFaultyRecords } from '../storage/faulty-records.ts'
import { createMemoryRecords } from '../storage/memory-records.ts'
import type { RecordStore } from '../storage/record-store.ts'
import { createReminderRecords, type Reminder } from '../storage/reminder-records.ts'
import { createReminders, type DueReminder, mostReminders, type Reminders } from './reminders.ts'

const settled = async () => {
  for (let i = 0; i < 30; i++) await Promise.resolve()
}

/** One clock for all tabs of a test. */
function fakeClock(start = 1_000_000) {
  let time = start
  let timers: { at: number; run: () => void }[] = []
  return {
    now: () => time,
    after(ms: number, run: () => void) {
      const timer = { at: time + ms, run }
      timers.push(timer)
      return () => {
        timers = timers.filter(other => other !== timer)
      }
    },
    /** The device's clock is put forward; its timers do not know. */
    set(ms: number) {
      time += ms
      timers = timers.map(({ at, run }) => ({ at: at + ms, run }))
    },
    async pass(ms: number) {
      time += ms
      for (let due = timers.find(({ at }) => at <= time); due; due = timers.find(({ at }) => at <= time)) {
        const { run } = due
        timers = timers.filter(other => other !== due)
        run()
        await settled()
      }
    },
  }
}

/** What tabs of one browser hear of each other. */
function fakeChannels() {
  const all = new Set<{ onmessage: ((event: MessageEvent) => void) | null }>()
  return () => {
    const own = {
      onmessage: null as ((event: MessageEvent) => void) | null,
      postMessage: () => {
        for (const other of all) if (other !== own) other.onmessage?.({} as MessageEvent)
      },
      close: () => void all.delete(own),
    }
    all.add(own)
    return own
  }
}

const open: Reminders[] = []
afterEach(() => {
  for (const tab of open.splice(0)) tab.close()
})

function browser(records: RecordStore = createMemoryRecords(), clock = fakeClock()) {
  const shown: DueReminder[] = []
  const allowed = new Set(['pills'])
  const channel = fakeChannels()
  const openTab = () => {
    const tab = createReminders({
      records: createReminderRecords(records),
      clock,
      nameIfAllowed: async instance => (allowed.has(instance) ? `App ${instance}` : null),
      show: due => void shown.push(due),
      channel: channel(),
    })
    open.push(tab)
    return tab
  }
  const reminder = (id: string, inMs: number, instance = 'pills'): Reminder => ({
    instance,
    id,
    title: `Take ${id}`,
    text: '',
    at: clock.now() + inMs,
    madeAt: clock.now(),
  })
  return { clock, shown, allowed, openTab, reminder, titles: () => shown.map(({ title }) => title) }
}

describe('a notification at a time', () => {
  it('is shown when the time has come, under the app’s name, once', async () => {
    const { clock, openTab, reminder, shown } = browser()
    const tab = openTab()
    await tab.add(reminder('a', 5000))
    await clock.pass(4999)
    expect(shown).toEqual([])
    await clock.pass(1)
    expect(shown).toEqual([{ instance: 'pills', app: 'App pills', id: 'a', title: 'Take a', text: '', lateSince: null }])
    await clock.pass(100_000)
    expect(shown).toHaveLength(1)
    expect(tab.waiting.value).toEqual([])
  })

  it('is shown in time also where the clock is set forward, and is not called late for that', async () => {
    const { clock, openTab, reminder, shown } = browser()
    await openTab().add(reminder('a', 3_600_000))
    clock.set(3_600_000 - 30_000)
    await clock.pass(60_000)
    expect(shown).toMatchObject([{ id: 'a', lateSince: null }])
  })

  it('survives a reload, and is shown late, with when it was due', async () => {
    const { clock, openTab, reminder, shown } = browser()
    const first = openTab()
    const due = reminder('a', 5000)
    await first.add(due)
    first.close()
    await clock.pass(3_600_000)
    expect(shown).toEqual([])
    await openTab().look()
    expect(shown).toMatchObject([{ id: 'a', lateSince: due.at }])
    await openTab().look()
    expect(shown).toHaveLength(1)
  })

  it('is shown by one of several tabs, also where the tab that asked for it is gone', async () => {
    const { clock, openTab, reminder, titles } = browser()
    const [a, b, c] = [openTab(), openTab(), openTab()]
    await a.add(reminder('a', 5000))
    await settled()
    expect(b.waiting.value).toHaveLength(1)
    a.close()
    await clock.pass(5000)
    expect(titles()).toEqual(['Take a'])
    await Promise.all([b.look(), c.look()])
    expect(titles()).toEqual(['Take a'])
  })

  it('is replaced by one with the same id of the same app, and taken back', async () => {
    const { clock, openTab, reminder, titles } = browser()
    const tab = openTab()
    await tab.add(reminder('a', 5000))
    await tab.add({ ...reminder('a', 9000), title: 'Later' })
    await tab.add(reminder('b', 9000))
    await tab.add(reminder('a', 9000, 'other'))
    expect(tab.waiting.value).toHaveLength(3)
    await tab.cancel('pills', 'b')
    await tab.cancel('pills', 'none')
    await clock.pass(10_000)
    expect(titles()).toEqual(['Later'])
  })

  it('[S26] is not shown once the permission is gone, also where nobody noticed before', async () => {
    const { clock, openTab, reminder, allowed, shown } = browser()
    const tab = openTab()
    await tab.add(reminder('a', 5000))
    allowed.clear()
    await clock.pass(5000)
    expect(shown).toEqual([])
    allowed.add('pills')
    await tab.add(reminder('b', 5000))
    await tab.drop(instance => instance !== 'pills')
    await clock.pass(5000)
    expect(shown).toEqual([])
    expect(tab.waiting.value).toEqual([])
  })

  it('has company up to a limit, which one that replaces another does not meet', async () => {
    const { openTab, reminder } = browser()
    const tab = openTab()
    for (let i = 0; i < mostReminders; i++) await tab.add(reminder(`n${i}`, 1000 + i))
    await expect(tab.add(reminder('one more', 1))).rejects.toMatchObject({ code: 'too-much' })
    await tab.add(reminder('n3', 7))
    await tab.add(reminder('a', 7, 'other'))
  })

  it('stays where the device does not answer, and is tried again', async () => {
    let wrong = true
    const { clock, openTab, reminder, titles } = browser(createFaultyRecords(write => (write > 1 && wrong ? 'closed' : null)))
    const tab = openTab()
    await tab.add(reminder('a', 5000))
    await clock.pass(5000)
    expect(titles()).toEqual([])
    wrong = false
    await clock.pass(60_000)
    expect(titles()).toEqual(['Take a'])
  })

  it('of an app of any name is kept under it alone', async () => {
    const records = createMemoryRecords()
    const { openTab, reminder } = browser(records)
    const tab = openTab()
    for (const id of ['../x', 'a/b', '__proto__', '\ud800', '']) await tab.add(reminder(id, 1000))
    expect([...records.entries.keys()].every(key => /^reminder\/pills\/[^/]*$/.test(key))).toBe(true)
    expect(tab.waiting.value).toHaveLength(5)
  })
})
