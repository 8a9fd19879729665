/**
 * The focus of one realm as plain bookkeeping. What asks for the focus in it gets it, with the events in
 * the browser's order (`blur`, `focusout`, `focus`, `focusin`), and reads it back from `document.activeElement`;
 * the browser's own focus stays where the person is. Only native focus styles (`:focus`) do not follow it.
 */
const focusable =
  'a[href], area[href], button, input:not([type="hidden"]), select, textarea, summary, [tabindex], [contenteditable]:not([contenteditable="false"])'

/** Replaces focusing in `window`'s realm, for good. To be called before anything there is drawn. */
export function installFocusModel(window: Window & typeof globalThis): void {
  const { document } = window
  let held: Element | null = null
  /** Grows with each move: a listener that moves the focus on ends the move that called it. */
  let turn = 0

  const active = (): Element | null => (held?.isConnected ? held : null)

  /** False where the listener moved the focus somewhere else. */
  function fire(target: Element, type: 'blur' | 'focusout' | 'focus' | 'focusin', relatedTarget: Element | null): boolean {
    const now = turn
    const bubbles = type === 'focusout' || type === 'focusin'
    target.dispatchEvent(new window.FocusEvent(type, { bubbles, composed: true, relatedTarget, view: window }))
    return turn === now
  }

  function moveTo(next: Element | null): void {
    const before = active()
    if (next === before) return
    turn += 1
    held = null
    if (before && !(fire(before, 'blur', next) && fire(before, 'focusout', next))) return
    if (next === null || !next.isConnected) return
    held = next
    if (fire(next, 'focus', before)) fire(next, 'focusin', before)
  }

  function focus(this: Element): void {
    if (mayHaveFocus(this)) moveTo(this)
  }
  function blur(this: Element): void {
    if (active() === this) moveTo(null)
  }
  for (const { prototype } of [window.HTMLElement, window.SVGElement]) {
    Object.defineProperty(prototype, 'focus', { value: focus, configurable: true, writable: true })
    Object.defineProperty(prototype, 'blur', { value: blur, configurable: true, writable: true })
  }
  Object.defineProperty(document, 'activeElement', { get: () => active() ?? document.body, configurable: true })
  Object.defineProperty(document, 'hasFocus', { value: () => true, configurable: true })
}

function mayHaveFocus(element: Element): boolean {
  if (!element.isConnected || !element.matches(focusable) || element.matches(':disabled') || element.closest('[inert]')) return false
  // What is not drawn has no focus; jsdom, which draws nothing, does not have the method.
  return !('checkVisibility' in element) || element.checkVisibility()
}
