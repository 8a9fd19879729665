import type { TestBench } from './test-steps.ts'

/** What of the keyboard is written otherwise in a step: by what it is written as there, in lower case. */
const KEYS: ReadonlyMap<string, string> = new Map([
  ['space', ' '],
  ['esc', 'Escape'],
  ['return', 'Enter'],
  ['del', 'Delete'],
  ...['Enter', 'Escape', 'Tab', 'Backspace', 'Delete', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'].map(
    (key): [string, string] => [key.toLowerCase(), key],
  ),
])

const TEXT = 'input:not([type=radio]):not([type=checkbox]):not([type=range]), textarea, [contenteditable=true], [role=spinbutton]'

/**
 * Presses a key as in a window: what has the focus gets it first, and what that leaves goes to the app's own shortcuts (B64),
 * or undoes or redoes. `ArrowLeft:up` only lets it go.
 */
export async function pressKey(name: string, bench: TestBench): Promise<null> {
  const up = /:up$/i.test(name)
  const parts = (up ? name.slice(0, -3) : name).split('+')
  const last = parts.pop() || '+'
  const key = KEYS.get(last.toLowerCase()) ?? last
  const has = (...names: string[]) => parts.some(part => names.includes(part.trim().toLowerCase()))
  const mod = has('mod', 'ctrl', 'cmd', 'meta', 'control')
  const shift = has('shift')
  const alt = has('alt')
  const focused = bench.container.ownerDocument.activeElement
  const inside = focused !== null && bench.container.contains(focused)
  const typing = inside && focused.matches(TEXT)
  // Enter and space press the button that has the focus only where the app does not want them, as a click may have left it there.
  const onButton = inside && (key === 'Enter' || key === ' ') && focused.matches('button, [role=button]')
  const tell = () => {
    if (bench.app.key({ key, mod, shift, alt, up, repeat: false, typing })) return true
    if (up || !mod || typing || key.toLowerCase() !== 'z') return false
    return shift ? bench.app.redo() : bench.app.undo()
  }
  const taken = onButton && tell()
  if (!taken) {
    // Tab also goes to the first thing while nothing has the focus.
    const used = (inside || key === 'Tab') && !up ? await typeKey(key, { mod, shift, alt }, bench) : false
    if (!used && !onButton) tell()
  }
  await bench.settle()
  return null
}

/** Gives the key to what has the focus; true where that kept it for itself. */
async function typeKey(
  key: string,
  held: { readonly mod: boolean; readonly shift: boolean; readonly alt: boolean },
  { container, user }: TestBench,
): Promise<boolean> {
  let used = false
  const look = (event: Event) => {
    used = event.defaultPrevented
  }
  const document = container.ownerDocument
  document.addEventListener('keydown', look)
  try {
    const names = [held.mod && 'Control', held.shift && 'Shift', held.alt && 'Alt'].filter(name => name !== false)
    const pressed = key.length === 1 ? key.replace(/[{[]/g, '$&$&') : `{${key}}`
    await user.keyboard(names.map(name => `{${name}>}`).join('') + pressed + names.map(name => `{/${name}}`).join(''))
  } finally {
    document.removeEventListener('keydown', look)
  }
  return used
}
