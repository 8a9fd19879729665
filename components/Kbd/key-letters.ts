const names: ReadonlyMap<string, string> = new Map([
  ['arrowup', '↑'],
  ['arrowdown', '↓'],
  ['arrowleft', '←'],
  ['arrowright', '→'],
  ['enter', '↵'],
  ['escape', 'Esc'],
  ['esc', 'Esc'],
  ['space', 'Space'],
  [' ', 'Space'],
  ['backspace', '⌫'],
  ['delete', 'Del'],
  ['tab', 'Tab'],
])

const modifiers = {
  mac: new Map([
    ['mod', '⌘'],
    ['meta', '⌘'],
    ['cmd', '⌘'],
    ['ctrl', '⌃'],
    ['alt', '⌥'],
    ['option', '⌥'],
    ['shift', '⇧'],
  ]),
  other: new Map([
    ['mod', 'Ctrl'],
    ['meta', 'Meta'],
    ['cmd', 'Ctrl'],
    ['ctrl', 'Ctrl'],
    ['alt', 'Alt'],
    ['option', 'Alt'],
    ['shift', 'Shift'],
  ]),
} as const

/** `mod+shift+n` → what stands on each key, as keys are lettered on that platform. */
export function lettersOf(keys: string, platform: 'mac' | 'other'): string[] {
  if (keys === '') return []
  // `mod++` is the plus key held with mod.
  const parts = keys === '+' ? ['+'] : keys.endsWith('++') ? [...keys.slice(0, -2).split('+'), '+'] : keys.split('+')
  return parts
    .map(part => part.trim() || part)
    .filter(part => part !== '')
    .map(part => {
      const name = part.toLowerCase()
      return modifiers[platform].get(name) ?? names.get(name) ?? (part.length === 1 ? part.toUpperCase() : part)
    })
}
