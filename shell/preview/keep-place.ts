/** Where a person is in what is drawn: what has the focus, and how far things are scrolled. */
export interface Place {
  /** Puts them there again in what is drawn instead; what is not there any more is passed over. */
  restore(root: Element): void
}

const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable=true]'

export function keepPlace(root: Element): Place {
  const { activeElement } = root.ownerDocument
  const focused = activeElement !== null && root.contains(activeElement) ? findableFocus(root, activeElement) : null
  const scrolled = [...root.querySelectorAll('*')]
    .filter(element => element.scrollTop > 0 || element.scrollLeft > 0)
    .map(element => ({ path: pathOf(root, element), left: element.scrollLeft, top: element.scrollTop }))
  return {
    restore(next) {
      for (const { path, left, top } of scrolled) elementAt(next, path)?.scrollTo({ left, top, behavior: 'instant' })
      focused?.(next)
    },
  }
}

/** What has the focus is found again by what it is and is called, and by its turn among those that are alike. */
function findableFocus(root: Element, element: Element): (next: Element) => void {
  const likeness = likenessOf(element)
  const alike = (within: Element) => [...within.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(other => likenessOf(other) === likeness)
  const turn = alike(root).findIndex(other => other.isSameNode(element))
  const [from, to] = selectionOf(element)
  return next => {
    const found = alike(next)[turn]
    if (!found) return
    found.focus({ preventScroll: true })
    if (from !== null && 'setSelectionRange' in found) (found as HTMLInputElement).setSelectionRange(from, to)
  }
}

function likenessOf(element: Element): string {
  const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])].map(label => label.textContent) : []
  const said =
    element.getAttribute('aria-label') ?? (labels.length > 0 ? labels.join(' ') : element.matches('input, textarea, select') ? '' : element.textContent)
  return JSON.stringify([element.tagName, element.getAttribute('type'), element.getAttribute('role'), said?.trim().slice(0, 80)])
}

/** Fields that have no selection, such as those for numbers, give null or throw. */
function selectionOf(element: Element): readonly [number | null, number | null] {
  if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)) return [null, null]
  return [element.selectionStart, element.selectionEnd]
}

/** The turns of an element and what it stands in, from `root` down. */
function pathOf(root: Element, element: Element): readonly number[] {
  const path: number[] = []
  for (let at = element; at !== root && at.parentElement; at = at.parentElement) path.unshift([...at.parentElement.children].indexOf(at))
  return path
}

function elementAt(root: Element, path: readonly number[]): Element | null {
  let at: Element | null = root
  for (const turn of path) at = at?.children[turn] ?? null
  return at
}
