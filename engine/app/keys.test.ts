import { expect, it } from 'vitest'
import { normaliseShortcut, shortcutsOf } from './keys.ts'

const press = { mod: false, shift: false, alt: false, up: false, repeat: false, typing: false }

it('[B64] one shortcut has one spelling', () => {
  expect(normaliseShortcut('Mod+Shift+Z')).toBe('mod+shift+z')
  expect(normaliseShortcut('shift+ctrl+z')).toBe('mod+shift+z')
  expect(normaliseShortcut('ArrowLeft:up')).toBe('arrowleft:up')
  expect(normaliseShortcut('+')).toBe('+')
  expect(normaliseShortcut('mod++')).toBe('mod++')
  expect(normaliseShortcut(' ')).toBe('space')
  expect(normaliseShortcut('Escape')).toBe('escape')
})

it('[B64] what is typed with shift is found under its own name too', () => {
  expect(shortcutsOf({ ...press, key: '?', shift: true })).toContain('?')
  expect(shortcutsOf({ ...press, key: 'Z', mod: true, shift: true })).toContain('mod+shift+z')
  expect(shortcutsOf({ ...press, key: ' ' })).toEqual(['space'])
  expect(shortcutsOf({ ...press, key: 'ArrowLeft', up: true })).toEqual(['arrowleft:up'])
  expect(shortcutsOf({ ...press, key: 'Enter', shift: true })).toEqual(['shift+enter'])
})
