/** What of an element can be seen, in the page's coordinates; null where it is not laid out. */
export interface Span {
  readonly top: number
  readonly bottom: number
}

/** The element and those around it that cut off what does not fit. */
export function clippersOf(element: HTMLElement): readonly HTMLElement[] {
  const clippers: HTMLElement[] = []
  for (let each: HTMLElement | null = element; each && each !== each.ownerDocument.body; each = each.parentElement)
    if (getComputedStyle(each).overflowY !== 'visible') clippers.push(each)
  return clippers
}

/** The part of the window that is left within all of them. */
export function visibleSpan(element: HTMLElement, clippers: readonly HTMLElement[]): Span | null {
  if (element.getClientRects().length === 0) return null
  let top = 0
  let bottom = element.ownerDocument.documentElement.clientHeight
  for (const clipper of clippers) {
    const box = clipper.getBoundingClientRect()
    top = Math.max(top, box.top)
    bottom = Math.min(bottom, box.bottom)
  }
  return { top, bottom: Math.max(top, bottom) }
}

/**
 * Whether lists are drawn whole: where nothing is laid out, so that nothing says what can be seen, and where an app's own tests
 * read all that it shows.
 */
export function drawsWhole(document: Document): boolean {
  return document.documentElement.clientHeight === 0 || document.documentElement.dataset.lists === 'whole'
}
