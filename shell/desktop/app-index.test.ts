import { expect, it } from 'vitest'
import type { ShippedApp } from '../services/shipped-apps.ts'
import type { InstalledApp, Lineage } from '../storage/installed-app.ts'
import { createAppIndex } from './app-index.ts'

const app = (id: string, name: string, about: string): ShippedApp => ({ id, name, about, icon: 'box', category: 'tools', hash: id, document: {} })
const shipped = [
  app('habits', 'Habits', 'Streaks for what you do daily.'),
  app('cafe', 'Café board', 'A kanban board.'),
  app('bill', 'Tip splitter', 'Splits a bill.'),
]
function own(name: string, prompt: string | null = null): InstalledApp {
  const lineage: Lineage = { prompt, provider: null, model: null, label: null, parent: null, checks: null }
  const versions = [{ hash: 'h', at: 0, lineage }]
  const record = { instance: name, name, icon: null, about: null, accent: null, hash: 'h', versions, grants: [], origin: 'made-here' as const }
  return { ...record, installedAt: 0, openedAt: 0, window: null }
}
const names = (query: string) =>
  createAppIndex([], shipped)
    .find(query)
    .shipped.map(found => found.name)
const near = (request: string, mine: readonly InstalledApp[] = []) =>
  createAppIndex(mine, shipped)
    .near(request)
    .map(found => found.name)

it('finds by name and by what an app does, accents, case and slips aside', () => {
  expect(names('cafe')).toEqual(['Café board'])
  expect(names('STREAK')).toEqual(['Habits'])
  expect(names('split bill')).toEqual(['Tip splitter'])
  expect(names('splittr')).toEqual(['Tip splitter'])
  expect(names('')).toHaveLength(3)
  expect(names('spreadsheet')).toEqual([])
})

it('opens with Enter what fits best, and of equally good ones the one on this desktop', () => {
  const index = createAppIndex([own('Board of habits')], shipped)
  expect(index.find('habits').best?.name).toBe('Habits')
  expect(index.find('').best?.name).toBe('Board of habits')
  expect(index.find('spreadsheet').best).toBe(null)
  expect(createAppIndex([own('Habits')], shipped).find('habits').best?.kind).toBe('own')
})

it('[B93] finds an app by the request that made it', () => {
  const index = createAppIndex([own('Greenhouse', 'a tracker for my plants')], shipped)
  expect(index.find('plants').own.map(found => found.name)).toEqual(['Greenhouse'])
})

it('offers what a request may mean, and nothing where only common words agree', () => {
  expect(near('a habit tracker')).toEqual(['Habits'])
  expect(near('split the bill with friends')).toEqual(['Tip splitter'])
  expect(near('an app to make something for me')).toEqual([])
  expect(near('a list of the books that I read, with what I think of each and what to do next')).toEqual([])
  expect(near('track my plant’s watering', [own('Plants')])).toEqual(['Plants'])
  expect(near('')).toEqual([])
})
