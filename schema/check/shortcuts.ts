/** Shortcuts as `keys` writes them: `mod+n`, `ArrowLeft`, `Space:up` (B64). */
import type { Path } from '../json/json.ts'
import { orElse, renameTo } from './repairs.ts'
import type { Report } from './report.ts'

const modifiers: ReadonlySet<string> = new Set(['mod', 'shift', 'alt'])
/** What others call `mod`: Ctrl, on a Mac ⌘. */
const otherMods: ReadonlySet<string> = new Set(['ctrl', 'control', 'cmd', 'command', 'meta', 'cmdorctrl', 'commandorcontrol'])
/** What others call a key. */
const otherKeys: ReadonlyMap<string, string> = new Map([
  ['return', 'Enter'],
  ['esc', 'Escape'],
  ['spacebar', 'Space'],
  ['del', 'Delete'],
  ['back', 'Backspace'],
  ['left', 'ArrowLeft'],
  ['right', 'ArrowRight'],
  ['up', 'ArrowUp'],
  ['down', 'ArrowDown'],
])
const keyNames: readonly string[] = [
  ...['Enter', 'Escape', 'Tab', 'Space', 'Backspace', 'Delete', 'Insert', 'Home', 'End', 'PageUp', 'PageDown'],
  ...['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
  ...Array.from({ length: 12 }, (_, i) => `F${i + 1}`),
]
const known: ReadonlySet<string> = new Set(keyNames.map(name => name.toLowerCase()))

/** Reports what of a shortcut is no key; `at` is the place of its entry. */
export function checkShortcut(shortcut: string, at: Path, report: Report): void {
  const up = shortcut.endsWith(':up') ? ':up' : ''
  const keys = shortcut.slice(0, shortcut.length - up.length).split(/\+(?=.)/)
  const key = keys.pop() ?? ''
  const stray = keys.find(modifier => !modifiers.has(modifier.toLowerCase()))
  if (stray !== undefined) {
    if (otherMods.has(stray.toLowerCase())) {
      const meant = [...keys.map(modifier => (modifier === stray ? 'mod' : modifier)), key].join('+') + up
      report.note('unknown-key', at, `"${stray}" is called mod here (Ctrl, on a Mac ⌘); it is read as that.`, renameTo(at, { name: meant, sure: true }))
    } else report.error('unknown-key', at, `"${stray}" is no modifier of a shortcut; there are mod (Ctrl, on a Mac ⌘), shift and alt.`)
    return
  }
  if (Array.from(key).length === 1 || known.has(key.toLowerCase())) return
  const other = otherKeys.get(key.toLowerCase())
  const near = other === undefined ? report.advice?.nearest(key, keyNames) : { name: other, sure: true }
  const meant = near && { name: [...keys, near.name].join('+') + up, sure: near.sure }
  report.error(
    'unknown-key',
    at,
    `"${shortcut}" names no key${orElse(meant, '. Keys are letters, digits, signs, Enter, Escape, Space, Tab, Backspace, Delete, ArrowLeft and the like.')}`,
    renameTo(at, meant),
  )
}
