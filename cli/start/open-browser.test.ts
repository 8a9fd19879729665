import { expect, it } from 'vitest'
import { canOpenBrowser } from './open-browser.ts'

it.each([
  [{}, 'linux', false],
  [{ DISPLAY: ':0' }, 'linux', true],
  [{ WAYLAND_DISPLAY: 'wayland-0' }, 'linux', true],
  [{ DISPLAY: ':0', CI: 'true' }, 'linux', false],
  [{}, 'darwin', true],
  [{ CI: '1' }, 'darwin', false],
] as const)('with %j on %s: %s', (env, platform, expected) => {
  expect(canOpenBrowser(env, platform)).toBe(expected)
})
