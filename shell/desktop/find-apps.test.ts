import { expect, it } from 'vitest'
import type { ShippedApp } from '../services/shipped-apps.ts'
import { findApps, matchScore } from './find-apps.ts'

const app = (id: string, name: string, about: string): ShippedApp => ({ id, name, about, icon: 'box', category: 'tools', hash: id, document: {} })
const shipped = [
  app('habits', 'Habits', 'Streaks for what you do daily.'),
  app('cafe', 'Café board', 'A kanban board.'),
  app('bill', 'Tip splitter', 'Splits a bill.'),
]
const names = (query: string) => findApps(query, [], shipped).shipped.map(found => found.name)

it('finds by name and by what an app does, accents and case aside', () => {
  expect(names('cafe')).toEqual(['Café board'])
  expect(names('STREAK')).toEqual(['Habits'])
  expect(names('split bill')).toEqual(['Tip splitter'])
  expect(names('')).toHaveLength(3)
  expect(names('spreadsheet')).toEqual([])
})

it('puts the name before what is said about it', () => {
  expect(matchScore(['board'], 'board games', '', '')).toBeGreaterThan(matchScore(['board'], 'my board', '', ''))
  expect(matchScore(['board'], 'my board', '', '')).toBeGreaterThan(matchScore(['board'], 'kanban', 'a board', ''))
})

it('opens with Enter what fits best, and of equally good ones the one on this desktop', () => {
  const own = [
    {
      instance: 'mine',
      name: 'Board of habits',
      icon: null,
      about: null,
      accent: null,
      hash: 'h',
      versions: [],
      grants: [],
      origin: 'made-here' as const,
      installedAt: 0,
      openedAt: 0,
      window: null,
    },
  ]
  expect(findApps('habits', own, shipped).best?.name).toBe('Habits')
  expect(findApps('board', own, shipped).best?.name).toBe('Board of habits')
  expect(findApps('', own, shipped).best?.name).toBe('Board of habits')
  expect(findApps('spreadsheet', own, shipped).best).toBe(null)
})
