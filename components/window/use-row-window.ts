import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { createRowPlaces, type RowKey, type RowPlaces, type Stretch, stretchesOf } from './row-places.ts'
import { clippersOf, drawsWhole, visibleSpan } from './visible-span.ts'
import './window.css'

/** A list of more rows is long: it draws those that can be seen. */
export const longList = 200

/** What is drawn changes by so many rows at a time, so that not each frame of a scroll draws anew. */
const step = 8
/** Beyond what is seen, this part of its height is drawn too, but at least so many pixels. */
const beyond = 0.5
const leastBeyond = 200
/** What is drawn before anything is known of the place. */
const first = 40
/** Where a list is drawn whole, so many cells of it are: nobody reads more, and nothing would be left to draw them with. */
const mostCells = 10_000

export interface RowWindow {
  /** All of the list, in order. */
  readonly stretches: readonly Stretch[]
  readonly places: RowPlaces
  /** What can be seen of the list, from the first row's upper edge. */
  seen(): { readonly from: number; readonly to: number } | null
}

interface Shown {
  readonly start: number
  readonly end: number
  readonly kept: readonly RowKey[]
}

const whole: Shown = { start: 0, end: Number.POSITIVE_INFINITY, kept: [] }

export interface RowWindowOptions {
  /** Keys of rows that are drawn wherever they stand. */
  readonly keep?: Iterable<unknown> | null | undefined
  /** How many a row has. */
  readonly cells?: number
}

/**
 * Which rows of a list are drawn: all of them, or, if it is `long`, those that can be seen and some around them, the row that has the
 * focus, one that is being dragged, and those in `keep`.
 *
 * Rows stay in the flow of the page, between spaces of the size of what is left out. Each row is a child of `list` and says its key
 * in `data-key`; a space is a child with `data-space`. Whatever scrolls around the list counts, and so does the list itself.
 */
export function useRowWindow(
  list: RefObject<HTMLElement | null>,
  keys: readonly RowKey[],
  long: boolean,
  { keep = null, cells = 1 }: RowWindowOptions = {},
): RowWindow {
  const [places] = useState(createRowPlaces)
  places.setRows(keys)
  const clippers = useRef<readonly HTMLElement[] | null>(null)
  const [shown, setShown] = useState<Shown>({ start: 0, end: first, kept: [] })

  const seen = (): { from: number; to: number } | null => {
    const element = list.current
    const origin = element?.querySelector(':scope > [data-space], :scope > [data-key]')
    if (!element || !origin) return null
    clippers.current ??= clippersOf(element)
    const span = visibleSpan(element, clippers.current)
    if (!span) return null
    const start = origin.getBoundingClientRect().top
    return { from: span.top - start, to: span.bottom - start }
  }
  const look = useEffectEvent((): void => {
    const element = list.current
    if (!element || !long) return
    const all = drawsWhole(element.ownerDocument)
    if (all) setShown({ ...whole, end: Math.max(first, Math.floor(mostCells / cells)) })
    const part = all ? null : seen()
    if (!part) return
    const more = Math.max(leastBeyond, (part.to - part.from) * beyond)
    const next: Shown = {
      start: Math.floor(places.at(part.from - more) / step) * step,
      end: (Math.floor(places.at(part.to + more) / step) + 1) * step,
      kept: keptRows(element),
    }
    setShown(before => (sameShown(before, next) ? before : next))
  })

  useEffect(() => {
    const element = list.current
    if (!element || !long) return
    const document = element.ownerDocument
    const window = document.defaultView
    const scrolled = (event: Event): void => {
      // What is drawn at once is there in the very frame of the scroll.
      if (event.target instanceof window!.Node && event.target.contains(element)) flushSync(() => look())
    }
    const resized = (): void => {
      clippers.current = null
      look()
    }
    const again = (): void => look()
    const printed = (): void => flushSync(() => setShown(whole))
    look()
    document.addEventListener('scroll', scrolled, { capture: true, passive: true })
    window?.addEventListener('resize', resized)
    window?.addEventListener('beforeprint', printed)
    window?.addEventListener('afterprint', again)
    return () => {
      document.removeEventListener('scroll', scrolled, { capture: true })
      window?.removeEventListener('resize', resized)
      window?.removeEventListener('beforeprint', printed)
      window?.removeEventListener('afterprint', again)
      clippers.current = null
    }
  }, [list, long])

  // Rows are measured once they are laid out. A list whose rows went, or that something above has moved, is looked at again.
  const observers = useRef<{ readonly sizes: ResizeObserver; readonly spaces: IntersectionObserver; readonly rows: Set<Element> } | null>(null)
  useEffect(() => {
    const element = list.current
    if (!element || !long) return
    const sizes = new ResizeObserver(entries => {
      const measured: [RowKey, number][] = []
      for (const { target, borderBoxSize } of entries) {
        const key = (target as HTMLElement).dataset.key
        if (key !== undefined && target.isConnected) measured.push([key, borderBoxSize[0]?.blockSize ?? 0])
      }
      places.setGap(Number.parseFloat(getComputedStyle(element).rowGap) || 0)
      places.measure(measured.filter(([, height]) => height > 0))
      look()
    })
    const spaces = new IntersectionObserver(entries => {
      if (entries.some(entry => entry.isIntersecting)) look()
    })
    sizes.observe(element)
    observers.current = { sizes, spaces, rows: new Set() }
    return () => {
      sizes.disconnect()
      spaces.disconnect()
      observers.current = null
    }
  }, [list, long, places])
  useEffect(() => {
    const element = list.current
    const observing = observers.current
    if (!element || !observing) return
    const { sizes, spaces, rows } = observing
    const now = new Set<Element>(element.querySelectorAll(':scope > [data-key]'))
    for (const row of rows) if (!now.has(row)) sizes.unobserve(row)
    for (const row of now) if (!rows.has(row)) sizes.observe(row)
    rows.clear()
    for (const row of now) rows.add(row)
    spaces.disconnect()
    for (const space of element.querySelectorAll(':scope > [data-space]')) spaces.observe(space)
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows may stand where these stood
  useEffect(() => look(), [keys])

  const kept = long ? [...shown.kept, ...(keep ? [...keep].map(String) : [])].map(places.indexOf) : []
  return { stretches: stretchesOf(keys.length, long ? shown : whole, kept), places, seen }
}

/** The rows that hold the focus, or that are on their way elsewhere. */
function keptRows(list: HTMLElement): readonly RowKey[] {
  const kept: RowKey[] = []
  const rowAround = (inner: Element | null): void => {
    let row = inner
    while (row && row.parentElement !== list) row = row.parentElement
    const key = row instanceof HTMLElement ? row.dataset.key : undefined
    if (key !== undefined) kept.push(key)
  }
  const active = list.ownerDocument.activeElement
  if (active && active !== list && list.contains(active)) rowAround(active)
  for (const dragged of list.querySelectorAll(':scope > [data-dragging]')) rowAround(dragged)
  return kept
}

function sameShown(one: Shown, other: Shown): boolean {
  return one.start === other.start && one.end === other.end && one.kept.length === other.kept.length && one.kept.every((key, at) => key === other.kept[at])
}
