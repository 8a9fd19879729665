/** `keys` (B64): shortcuts by the names of `KeyboardEvent.key`, case-insensitive, plus `space` and `mod`. */

export interface KeyPress {
  readonly key: string
  readonly mod: boolean
  readonly shift: boolean
  readonly alt: boolean
  readonly up: boolean
  readonly repeat: boolean
  readonly typing: boolean
}

const NAMES: ReadonlyMap<string, string> = new Map([
  [' ', 'space'],
  ['spacebar', 'space'],
  ['esc', 'escape'],
  ['return', 'enter'],
  ['left', 'arrowleft'],
  ['right', 'arrowright'],
  ['up', 'arrowup'],
  ['down', 'arrowdown'],
  ['del', 'delete'],
  ['ctrl', 'mod'],
  ['cmd', 'mod'],
  ['meta', 'mod'],
  ['control', 'mod'],
])

const nameOf = (key: string) => NAMES.get(key.toLowerCase()) ?? key.toLowerCase()

/** One spelling for each shortcut: `Mod+Shift+Z` and `shift+mod+z` are the same. */
export function normaliseShortcut(shortcut: string): string {
  const up = /:up$/i.test(shortcut)
  const text = up ? shortcut.slice(0, -3) : shortcut
  // The last plus may be the key itself: `+`, `mod++`.
  const parts = text === '+' ? ['+'] : text.endsWith('++') ? [...text.slice(0, -2).split('+'), '+'] : text.split('+')
  const names = parts.map(part => nameOf(part === '' ? '+' : part === ' ' ? part : part.trim()))
  const key = names.pop() ?? ''
  return ['mod', 'alt', 'shift'].filter(name => names.includes(name)).join('+') + (names.length > 0 ? '+' : '') + key + (up ? ':up' : '')
}

/** The spellings under which a press may be listed: `?` is typed with shift, and is listed as itself. */
export function shortcutsOf(press: KeyPress): string[] {
  const key = nameOf(press.key)
  const spell = (shift: boolean) =>
    [press.mod && 'mod', press.alt && 'alt', shift && 'shift'].filter(Boolean).join('+') +
    (press.mod || press.alt || shift ? '+' : '') +
    key +
    (press.up ? ':up' : '')
  return press.shift ? (press.key.length === 1 ? [spell(true), spell(false)] : [spell(true)]) : [spell(false)]
}
