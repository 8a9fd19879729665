/** What a browser has and jsdom lacks, as far as the components ask for it: nothing is laid out, so nothing is ever seen to change. */
export function fillDomGaps(window: Window & typeof globalThis): void {
  class Observer {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
    takeRecords(): [] {
      return []
    }
  }
  const gaps: Readonly<Record<string, unknown>> = {
    ResizeObserver: Observer,
    IntersectionObserver: Observer,
    matchMedia: (query: string) => ({
      matches: false,
      media: query,
      onchange: null,
      addEventListener() {},
      removeEventListener() {},
      dispatchEvent: () => false,
    }),
    CSS: { escape: (text: string) => text.replace(/[^\w-]/g, '\\$&'), supports: () => false },
  }
  for (const [name, value] of Object.entries(gaps)) if (!(name in window)) Object.defineProperty(window, name, { value, configurable: true, writable: true })
  // Where it is missing, React Aria hides by `aria-hidden` and lifts what an app's own dialogs have made inert.
  if (!('inert' in window.HTMLElement.prototype))
    Object.defineProperty(window.HTMLElement.prototype, 'inert', {
      configurable: true,
      get(this: HTMLElement) {
        return this.hasAttribute('inert')
      },
      set(this: HTMLElement, inert: boolean) {
        this.toggleAttribute('inert', inert)
      },
    })
  window.Element.prototype.scrollIntoView ??= () => {}
  window.Element.prototype.scrollTo ??= () => {}
  window.Element.prototype.getAnimations ??= () => []
}
