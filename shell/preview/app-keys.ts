import type { App } from '../../engine/contracts.ts'

const TEXT_TYPES = new Set(['text', 'search', 'email', 'url', 'tel', 'password', 'number', 'date', 'time'])

function isTyping(target: Element | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true
  if (target instanceof HTMLInputElement) return TEXT_TYPES.has(target.type)
  return target instanceof HTMLElement && (target.isContentEditable || target.getAttribute('role') === 'spinbutton')
}

/** Gives the app the keys that no control took (B64), undo and redo included (B12), as its window on the desktop does. Gives what ends it. */
export function listenToKeys(app: App): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return
    const target = event.target instanceof Element ? event.target : null
    if (target?.closest('.preview-side, .title-bar')) return
    const mod = event.ctrlKey || event.metaKey
    const up = event.type === 'keyup'
    const typing = isTyping(target)
    const taken = app.key({ key: event.key, mod, shift: event.shiftKey, alt: event.altKey, up, repeat: event.repeat, typing })
    const travels = !taken && !up && mod && !typing && event.key.toLowerCase() === 'z' && (event.shiftKey ? app.redo() : app.undo())
    if (taken || travels) event.preventDefault()
  }
  document.addEventListener('keydown', onKey)
  document.addEventListener('keyup', onKey)
  return () => {
    document.removeEventListener('keydown', onKey)
    document.removeEventListener('keyup', onKey)
  }
}
