import { expect, it } from 'vitest'
import { createMemoryRecords } from '../storage/memory-records.ts'
import { createReminderRecords } from '../storage/reminder-records.ts'
import { createNotifications } from './notifications.ts'
import { createReminders } from './reminders.ts'

function notifications() {
  let time = 1000
  const shown: string[] = []
  let broken = false
  const records = createMemoryRecords()
  const clock = { now: () => time, after: () => () => {} }
  const faulty = {
    ...records,
    write: (...args: Parameters<typeof records.write>) => (broken ? Promise.reject(new DOMException('full', 'QuotaExceededError')) : records.write(...args)),
  }
  const reminders = createReminders({ records: createReminderRecords(faulty), clock, nameIfAllowed: async () => 'Tea', show: () => {}, channel: null })
  const port = createNotifications({
    instance: 'i',
    appName: () => 'Tea',
    clock,
    chance: { id: () => `made${time}`, random: () => 0 },
    notices: { show: async ({ app, title, tag }, gesture) => void shown.push(`${app} ${title} ${tag} ${gesture}`), ask: async () => void shown.push('asked') },
    reminders,
  })
  return {
    port,
    reminders,
    shown,
    pass: (ms: number) => {
      time += ms
    },
    break: () => {
      broken = true
    },
  }
}

it('shows at once what has no time, or one that has gone by; and keeps what is for later', async () => {
  const { port, reminders, shown } = notifications()
  await port.show({ title: 'a', text: '', at: null, id: null }, true)
  await port.show({ title: 'b', text: '', at: 999, id: 'b' }, false)
  expect(shown).toEqual(['Tea a i/made1000 true', 'Tea b i/b false'])
  await port.show({ title: 'c', text: '', at: 5000, id: 'c' }, true)
  expect(reminders.waiting.value).toMatchObject([{ id: 'c', instance: 'i', at: 5000, madeAt: 1000 }])
  expect(shown.slice(2)).toEqual(['asked'])
  await port.show({ title: 'd', text: '', at: 5000, id: 'd' }, false)
  expect(shown).toHaveLength(3)
})

it('one at once takes the place of the one for later with its id', async () => {
  const { port, reminders } = notifications()
  await port.show({ title: 'a', text: '', at: 5000, id: 'x' }, true)
  await port.show({ title: 'b', text: '', at: null, id: 'x' }, true)
  expect(reminders.waiting.value).toEqual([])
})

it('ten within a minute, and then a refusal that says so', async () => {
  const { port, pass } = notifications()
  const show = () => port.show({ title: 'a', text: '', at: null, id: null }, true)
  for (let i = 0; i < 10; i++) await show()
  await expect(show()).rejects.toMatchObject({ code: 'too-often' })
  pass(60_000)
  await show()
})

it('says that it was not kept where the device is full', async () => {
  const { port, break: fill } = notifications()
  fill()
  await expect(port.show({ title: 'a', text: '', at: 5000, id: 'x' }, true)).rejects.toMatchObject({
    code: 'quota',
    message: expect.stringMatching(/^The notification was not kept\./),
  })
})
