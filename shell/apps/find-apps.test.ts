import { expect, it } from 'vitest'
import type { ShippedApp } from '../services/shipped-apps.ts'
import type { InstalledApp } from '../storage/installed-app.ts'
import { installedNamed, shippedNamed } from './find-apps.ts'

const app = (instance: string, name: string, openedAt: number) => ({ instance, name, openedAt }) as InstalledApp
const shipped = [{ id: 'world-clock', name: 'World clock' } as ShippedApp]

it('[B69] an app is found by its name as the desktop shows it; case, width and space at its ends do not count', () => {
  const apps = [app('a', 'Tasks', 1), app('b', 'ｔａｓｋｓ', 2), app('c', 'Task', 3)]
  expect(installedNamed(' TASKS ', apps).map(({ instance }) => instance)).toEqual(['b', 'a'])
  for (const name of ['', 'a', '__proto__', 'task s', 'Tasks\u200b\u200b!']) expect(installedNamed(name, apps)).toEqual([])
})

it('[S15][B69] an app that calls itself what is the desktop’s is not found by that', () => {
  expect(installedNamed('Settings', [app('a', 'Settings', 1)])).toEqual([])
})

it('[B69] one that comes with the desktop is found by its id or its name', () => {
  for (const name of ['world-clock', ' world-clock ', 'World clock', 'WORLD CLOCK']) expect(shippedNamed(name, shipped)?.id).toBe('world-clock')
  for (const name of ['World-Clock', 'world', '']) expect(shippedNamed(name, shipped)).toBe(null)
})
