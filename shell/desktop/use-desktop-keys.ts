import { useEffect } from 'react'
import { isLive } from '../session/session-state.ts'
import { focusedWindow } from '../windows/window-model.ts'
import type { Desk } from './desk.ts'

const textTypes = new Set(['text', 'search', 'email', 'url', 'tel', 'password', 'number', 'date', 'time'])

function isTyping(target: Element | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true
  if (target instanceof HTMLInputElement) return textTypes.has(target.type)
  return target instanceof HTMLElement && (target.isContentEditable || target.getAttribute('role') === 'spinbutton')
}

/**
 * Keys that belong to no control: F6 goes round the windows and the prompt, mod+K opens the launcher, mod+E is for changing an app, mod+alt+I
 * the inspector;
 * the rest goes to the app whose window has the focus (B64), undo and redo included (B12).
 */
export function useDesktopKeys(desk: Desk): void {
  useEffect(() => {
    // Enter and space press the button that has the focus; one that a click left it on comes after the app's own keys.
    const onKeyFirst = (event: KeyboardEvent) => {
      const pressed = event.key === 'Enter' || event.key === ' '
      const button = event.target instanceof Element && event.target.matches('button, [role=button]') && !event.target.matches(':focus-visible')
      if (!pressed || !button) return
      onKey(event)
      if (event.defaultPrevented) event.stopPropagation()
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return
      const mod = event.ctrlKey || event.metaKey
      const up = event.type === 'keyup'
      if (event.key === 'F6' && !up) {
        event.preventDefault()
        goRound(desk, event.shiftKey ? -1 : 1)
        return
      }
      if (mod && event.key.toLowerCase() === 'k' && !up) {
        event.preventDefault()
        desk.showPanel({ kind: 'apps' })
        return
      }
      const id = focusedWindow(desk.windows.peek())
      // By its place on the keyboard: with alt some keyboards write another letter.
      if (id && mod && event.altKey && event.code === 'KeyI' && !up) {
        event.preventDefault()
        desk.toggleInspector(id)
        return
      }
      if (id && mod && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'e' && !up) {
        event.preventDefault()
        desk.toggleChange(id)
        return
      }
      const session = id ? desk.sessions.peek().get(id) : undefined
      const app = session?.app.peek()
      if (!id || !session || !app || !isLive(session.state.peek())) return
      const target = event.target instanceof Element ? event.target : null
      const inside = target === null || target === document.body || target.closest('.window')?.contains(target) === true
      if (!inside || target?.closest('.title-bar')) return
      const typing = isTyping(target)
      const pressed = { key: event.key, mod, shift: event.shiftKey, alt: event.altKey, up, repeat: event.repeat, typing }
      if (app.key(pressed)) {
        event.preventDefault()
        return
      }
      if (up || !mod || typing || event.key.toLowerCase() !== 'z') return
      if (event.shiftKey ? app.redo() : app.undo()) event.preventDefault()
      else if (!event.shiftKey && session.versions.change.peek() !== null) {
        // Before anything was done in the changed app stands the change itself.
        event.preventDefault()
        desk.undoChange(id)
      }
    }
    document.addEventListener('keydown', onKeyFirst, true)
    document.addEventListener('keydown', onKey)
    document.addEventListener('keyup', onKey)
    return () => {
      document.removeEventListener('keydown', onKeyFirst, true)
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('keyup', onKey)
    }
  }, [desk])
}

/** Windows in the order in which they were opened, then the prompt. */
function goRound(desk: Desk, by: 1 | -1): void {
  const shown = desk.windows.peek().windows.filter(window => !window.minimised)
  const prompt = document.querySelector<HTMLElement>('.prompt textarea')
  const at = shown.findIndex(window => window.id === focusedWindow(desk.windows.peek()))
  const inPrompt = prompt?.contains(document.activeElement) ?? false
  const places = shown.length + 1
  const next = ((inPrompt ? shown.length : at) + by + places) % places
  const window = shown[next]
  if (window) desk.arrange({ do: 'focus', id: window.id })
  if (!window) prompt?.focus()
  else if (inPrompt || window.id === shown[at]?.id) document.querySelector<HTMLElement>('.window[data-focused]')?.focus()
}
