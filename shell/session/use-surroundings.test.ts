import { expect, it, vi } from 'vitest'
import type { InstalledApp } from '../storage/installed-app.ts'
import { createOpener } from './use-surroundings.ts'

const app = (instance: string, name: string, openedAt: number) => ({ instance, name, openedAt, icon: 'box' }) as InstalledApp

it('[S59] finds an app by the name that the desktop shows, all of them, the one opened last first', () => {
  const open = vi.fn()
  const find = createOpener([app('a', 'Calculator', 1), app('b', ' calculator ', 3), app('c', 'Calculator 2', 9), app('d', 'Set\u200btings', 9)], open)
  expect(find('Calculator')?.icon).toBe('box')
  find('CALCULATOR')?.open()
  expect(open.mock.calls.map(([found]) => found.map(({ instance }: InstalledApp) => instance))).toEqual([['b', 'a']])
  for (const name of ['', 'Calc', 'Calculator 3', '__proto__', 'toString']) expect(find(name)).toBeNull()
})

it('[S15][S59] finds what imitates the desktop only by what the desktop calls it', () => {
  const open = vi.fn()
  const find = createOpener([app('d', 'Settings', 9)], open)
  expect(find('Settings')).toBeNull()
})
