/** For tests: a page in which each drawn row has one height and the page scrolls, as far as long lists look at it. jsdom lays nothing out. */
export interface LaidOut {
  /** Scrolls the page so far from its top, and tells of it. */
  scrollTo(y: number): void
  undo(): void
}

export function layOut({ rowHeight, viewHeight }: { readonly rowHeight: number; readonly viewHeight: number }): LaidOut {
  let scrolled = 0
  const prototype = window.Element.prototype
  const before = {
    clientHeight: Object.getOwnPropertyDescriptor(prototype, 'clientHeight'),
    rect: prototype.getBoundingClientRect,
    rects: prototype.getClientRects,
    ResizeObserver: window.ResizeObserver,
  }
  Object.defineProperty(prototype, 'clientHeight', { configurable: true, get: () => viewHeight })
  // The first child of a list stands at the page's top; nothing else is asked for its place.
  prototype.getBoundingClientRect = () => new DOMRect(0, -scrolled, 600, rowHeight)
  prototype.getClientRects = () => [new DOMRect(0, 0, 600, rowHeight)] as unknown as DOMRectList
  window.ResizeObserver = class implements ResizeObserver {
    readonly #tell: ResizeObserverCallback
    constructor(tell: ResizeObserverCallback) {
      this.#tell = tell
    }
    observe(target: Element): void {
      const size = [{ blockSize: rowHeight, inlineSize: 600 }]
      queueMicrotask(() =>
        this.#tell([{ target, borderBoxSize: size, contentBoxSize: size, devicePixelContentBoxSize: size, contentRect: new DOMRect() }], this),
      )
    }
    unobserve(): void {}
    disconnect(): void {}
  }
  return {
    scrollTo(y) {
      scrolled = y
      document.dispatchEvent(new Event('scroll'))
    },
    undo() {
      if (before.clientHeight) Object.defineProperty(prototype, 'clientHeight', before.clientHeight)
      prototype.getBoundingClientRect = before.rect
      prototype.getClientRects = before.rects
      window.ResizeObserver = before.ResizeObserver
      delete document.documentElement.dataset.lists
    },
  }
}
