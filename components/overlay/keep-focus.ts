const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled):not([type=hidden]), textarea:not(:disabled), select:not(:disabled), summary, [tabindex]:not([tabindex="-1"])'

/** A frame of the page, which is no time that an app could see. */
// biome-ignore lint/style/noRestrictedGlobals: the focus is the page's, and moves between its frames
const nextFrame = (run: () => void): number => requestAnimationFrame(run)

/** Where something was that had the focus and is gone. */
interface Gap {
  readonly parent: Node
  /** What stood beside it, the next first. */
  readonly beside: readonly Element[]
  /** Which of the focusable things in what was taken away it was. */
  readonly like: number
}

/**
 * Keeps the focus in `root` where what has it is taken away: the row that was deleted, the button that is not shown any
 * more. It goes to the like of it beside where it was, next first, else to the nearest thing before or after that can be
 * focused, else to `root` itself, so that a keyboard goes on from there and not from the top of the page. What was
 * pressed in a menu or a dialog, which are drawn in `overlays`, leads back to where the focus was before it opened.
 * A component that puts the focus somewhere itself goes before this. Gives what ends it.
 */
export function keepFocus(root: HTMLElement, overlays: HTMLElement): () => void {
  // The last one in the app itself, and the last one of all.
  let below: Element | null = null
  let belowGap: Gap | null = null
  let last: Element | null = null
  let frame = 0

  const focused = (event: FocusEvent): void => {
    last = event.target as Element
    if (overlays.contains(last)) return
    below = last
    belowGap = null
  }
  const restore = (gap: Gap | null): void => {
    const { activeElement } = document
    if (activeElement !== document.body && activeElement !== null) return
    const to = below?.isConnected && isFocusable(below) ? below : gap ? target(root, gap) : root
    to.focus({ preventScroll: true })
  }
  const observer = new MutationObserver(records => {
    if (below !== null && belowGap === null && !below.isConnected) belowGap = gapOf(records, below)
    if (last === null || last.isConnected || document.activeElement !== document.body) return
    const gap = last === below ? belowGap : (belowGap ?? gapOf(records, last))
    if (gap === null) return
    last = null
    cancelAnimationFrame(frame)
    // Who has plans of its own for the focus (a dialog that closes) carries them out within two frames.
    frame = nextFrame(() => {
      frame = nextFrame(() => restore(gap))
    })
  })
  root.addEventListener('focusin', focused)
  observer.observe(root, { childList: true, subtree: true })
  return () => {
    root.removeEventListener('focusin', focused)
    observer.disconnect()
    cancelAnimationFrame(frame)
  }
}

function gapOf(records: readonly MutationRecord[], gone: Element): Gap | null {
  for (const { removedNodes, target, nextSibling, previousSibling } of records)
    for (const node of removedNodes)
      if (node.contains(gone))
        return { parent: target, beside: [...siblings(nextSibling, 'nextSibling'), ...siblings(previousSibling, 'previousSibling')], like: indexIn(node, gone) }
  return null
}

function target(root: HTMLElement, { parent, beside, like }: Gap): HTMLElement {
  for (const element of beside) {
    if (!element.isConnected) continue
    const inside = focusableIn(element)
    const found = inside[like] ?? inside[0]
    if (found) return found
  }
  let around = parent instanceof Element && parent.isConnected ? parent : null
  for (; around !== null && root.contains(around); around = around.parentElement) {
    const found = focusableIn(around)
    // What comes after the place, else what comes before it.
    const after = found.find(element => follows(element, parent, beside))
    if (after ?? found.length > 0) return (after ?? found.at(-1)) as HTMLElement
  }
  return root
}

function follows(element: Element, parent: Node, beside: readonly Element[]): boolean {
  const mark = beside.find(sibling => sibling.isConnected) ?? parent
  return (mark.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}

/** Which of the focusable things in `node` it was, so that in the row beside it is the same one: 0 where it was the node itself. */
function indexIn(node: Node, gone: Element): number {
  if (!(node instanceof Element)) return 0
  return Math.max(0, [node, ...node.querySelectorAll(FOCUSABLE)].filter(element => element.matches(FOCUSABLE)).indexOf(gone))
}

function focusableIn(element: Element): HTMLElement[] {
  return [element, ...element.querySelectorAll(FOCUSABLE)].filter(isFocusable)
}

function isFocusable(element: Element): element is HTMLElement {
  return element instanceof HTMLElement && element.matches(FOCUSABLE) && element.closest('[inert], [aria-hidden=true]') === null && isDrawn(element)
}

/** Where nothing is laid out, as in jsdom, all of it counts as drawn. */
function isDrawn(element: HTMLElement): boolean {
  return typeof element.checkVisibility !== 'function' || element.checkVisibility({ visibilityProperty: true })
}

function siblings(first: Node | null, way: 'nextSibling' | 'previousSibling'): Element[] {
  const found: Element[] = []
  for (let node = first; node !== null && found.length < 8; node = node[way]) if (node instanceof Element) found.push(node)
  return found
}
