/**
 * Makes a frame's realm one in which an app can be used by a program without anything of it being noticed:
 * nothing takes the person's focus or pointer, scrolls their page, opens a chooser or a tab, or makes a sound.
 */
import { installFocusModel } from './focus-model.ts'

/** For good; to be called before anything there is drawn, or any library loaded. */
export function makeRealmStill(window: Window & typeof globalThis): void {
  installFocusModel(window)
  const nothing = () => {}
  const replace = (target: object, name: string, value: unknown) => {
    if (name in target) Object.defineProperty(target, name, { value, configurable: true, writable: true })
  }
  const { Element, HTMLInputElement, HTMLSelectElement, HTMLMediaElement } = window
  // Scrolling to an element scrolls the frames around it as well.
  replace(Element.prototype, 'scrollIntoView', nothing)
  // The program's pointer has the number of the person's mouse: to capture it would be to take theirs.
  replace(Element.prototype, 'setPointerCapture', nothing)
  replace(Element.prototype, 'releasePointerCapture', nothing)
  replace(Element.prototype, 'hasPointerCapture', () => false)
  replace(Element.prototype, 'requestFullscreen', () => Promise.resolve())
  replace(Element.prototype, 'requestPointerLock', nothing)
  // Nothing moves, so what waits for its own way out is out at once.
  replace(Element.prototype, 'getAnimations', () => [])
  replace(HTMLInputElement.prototype, 'showPicker', nothing)
  replace(HTMLSelectElement.prototype, 'showPicker', nothing)
  replace(HTMLMediaElement.prototype, 'play', () => Promise.resolve())
  replace(window, 'open', () => null)
  replace(window, 'print', nothing)

  // The person's last key press would let a program's press open a file chooser, or a link's page.
  window.addEventListener(
    'click',
    event => {
      const target = event.target as Element
      if (target.matches('input[type="file"]')) event.preventDefault()
      const link = target.closest('a[href]')
      link?.addEventListener('click', press => press.preventDefault(), { once: true })
    },
    true,
  )

  leaveUnstyled(window)
}

/**
 * Style sheets that come with the components are fetched and not applied: a test goes by names and text, so
 * that its verdict is the same in a browser, without one, and in a window of any size.
 */
function leaveUnstyled(window: Window & typeof globalThis): void {
  const { document, MutationObserver, HTMLLinkElement } = window
  const off = (node: Node) => {
    if (node instanceof HTMLLinkElement && node.rel === 'stylesheet') node.media = 'not all'
  }
  for (const node of document.head.children) off(node)
  new MutationObserver(records => {
    for (const { addedNodes } of records) for (const node of addedNodes) off(node)
  }).observe(document.head, { childList: true })
}
