import '../theme/layers.css'
import './tips.css'

let count = 0

/**
 * Shows the help text of whatever in `root` has `data-tip` while the pointer rests on it or the keyboard's focus
 * is in it: one element in `layer` for a whole app. It delays by CSS, goes away on Escape, press and scroll, and
 * describes the element it belongs to where it says more than that element's name.
 * Gives what detaches it.
 */
export function attachTips(root: HTMLElement, layer: HTMLElement): () => void {
  const tip = root.ownerDocument.createElement('div')
  tip.className = 'cy-tip'
  tip.id = `cy-tip-${++count}`
  tip.setAttribute('role', 'tooltip')
  tip.hidden = true
  layer.append(tip)
  let owner: Element | null = null

  const hide = (): void => {
    if (owner?.getAttribute('aria-describedby') === tip.id) owner.removeAttribute('aria-describedby')
    owner = null
    tip.hidden = true
  }
  const show = (target: EventTarget | null, reason: 'pointer' | 'focus'): void => {
    const found = target instanceof Element && !tip.contains(target) ? target.closest('[data-tip]') : null
    if (found === owner) return
    hide()
    const text = found?.getAttribute('data-tip')
    if (!found || !text || !root.contains(found)) return
    owner = found
    tip.textContent = text
    tip.hidden = false
    tip.dataset.reason = reason
    if (found.getAttribute('aria-label') !== text && !found.hasAttribute('aria-describedby')) found.setAttribute('aria-describedby', tip.id)
    place(tip, found, layer)
  }
  const listeners: readonly (readonly [string, (event: Event) => void])[] = [
    ['pointerover', event => (event as PointerEvent).pointerType !== 'touch' && show(event.target, 'pointer')],
    ['pointerleave', hide],
    ['pointerdown', hide],
    ['focusin', event => (event.target instanceof Element && event.target.matches(':focus-visible') ? show(event.target, 'focus') : hide())],
    ['focusout', hide],
    ['scroll', hide],
    ['keydown', event => (event as KeyboardEvent).key === 'Escape' && hide()],
  ]
  for (const [name, listener] of listeners) root.addEventListener(name, listener, { capture: true, passive: true })
  return () => {
    for (const [name, listener] of listeners) root.removeEventListener(name, listener, { capture: true })
    hide()
    tip.remove()
  }
}

/** Below the element, above it where there is no room, and always inside the layer. */
function place(tip: HTMLElement, owner: Element, layer: HTMLElement): void {
  const around = layer.getBoundingClientRect()
  const target = owner.getBoundingClientRect()
  const { width, height } = tip.getBoundingClientRect()
  const below = target.bottom + 6 + height <= around.bottom
  const left = Math.min(Math.max(target.left + target.width / 2 - width / 2, around.left + 4), around.right - width - 4)
  tip.style.left = `${left - around.left}px`
  tip.style.top = `${(below ? target.bottom + 6 : target.top - height - 6) - around.top}px`
}
