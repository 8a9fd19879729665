import { expect, it } from 'vitest'
import { createAppStore } from '../storage/app-store.ts'
import { createMemoryRecords } from '../storage/memory-records.ts'
import { createCopied, longestCopied, mostCopied } from './copied.ts'

function desktop() {
  let time = 1_000_000
  const records = createMemoryRecords()
  const store = createAppStore(records, { digest: async () => '', hashDocument: async () => '' })
  const clock = { now: () => ++time, after: () => () => {} }
  const pass = (ms: number) => {
    time += ms
  }
  return { store, openTab: () => createCopied(store, clock), pass }
}

it('is what apps copied, newest first, also after a reload and from another tab', async () => {
  const { openTab } = desktop()
  const [one, two] = [openTab(), openTab()]
  await one.add('a', 'Notes')
  await two.add('b', 'Todos')
  expect((await openTab().read()).map(({ text, app }) => [text, app])).toEqual([
    ['b', 'Todos'],
    ['a', 'Notes'],
  ])
})

it('has each text of an app once, so many of them, of each so much', async () => {
  const { openTab } = desktop()
  const copied = openTab()
  await Promise.all(Array.from({ length: mostCopied + 5 }, (_, index) => copied.add(`t${index}`, 'Notes')))
  await copied.add(`t${mostCopied}`, 'Notes')
  const texts = (await copied.read()).map(({ text }) => text)
  expect(texts).toHaveLength(mostCopied)
  expect(texts[0]).toBe(`t${mostCopied}`)
  expect(new Set(texts).size).toBe(mostCopied)
  await copied.add('x'.repeat(longestCopied * 2), 'Notes')
  expect((await copied.read())[0]!.text).toHaveLength(longestCopied)
})

it('forgets after a day, one at a time, and all at once', async () => {
  const { openTab, pass } = desktop()
  const copied = openTab()
  await copied.add('a', 'Notes')
  pass(23 * 3_600_000)
  await copied.add('b', 'Notes')
  await copied.add('c', 'Notes')
  pass(2 * 3_600_000)
  expect((await copied.read()).map(({ text }) => text)).toEqual(['c', 'b'])
  await copied.remove(copied.shown.value[0]!)
  expect(copied.shown.value.map(({ text }) => text)).toEqual(['b'])
  await copied.clear()
  expect(await openTab().read()).toEqual([])
})

it('reads nothing from what was not written by it', async () => {
  const { store, openTab } = desktop()
  await store.saveSetting('copied', [1, null, { text: 'a' }, { text: 'a', app: 'b', at: 'c' }, { text: 'b', app: 'Notes', at: 1_000_000 }])
  expect((await openTab().read()).map(({ text }) => text)).toEqual(['b'])
})
