/**
 * The page's web vitals by the browser's own measurements, as Google defines them: TTFB, FCP, LCP, CLS, INP. Each is
 * noted whenever it is known better; the last word on each counts.
 */
import type { Observer } from '../../engine/observe/observer.ts'
import { pageObserver } from './page-observer.ts'

/** What is read of the entries; a browser gives those of the kinds that it knows. */
export interface VitalEntry {
  readonly entryType: string
  readonly name: string
  readonly startTime: number
  readonly duration: number
  readonly responseStart?: number
  /** `layout-shift`. */
  readonly value?: number
  readonly hadRecentInput?: boolean
  /** `event`. */
  readonly interactionId?: number
}

/** Shifts no further apart than this count together, for at most so long (ms). */
const SHIFT_GAP = 1000
const SHIFT_SPAN = 5000
/** The slowest interactions that are remembered; of every 50 one does not count. */
const SLOWEST = 10
const PER_OUTLIER = 50

const KINDS = ['navigation', 'paint', 'largest-contentful-paint', 'layout-shift', 'event'] as const

/** Takes entries as they come, and notes what they say. */
export function createVitals(observer: Pick<Observer, 'vital'>): (entry: VitalEntry) => void {
  let cls = 0
  let shifts = { began: 0, last: Number.NEGATIVE_INFINITY, sum: 0 }
  const slowest: { readonly id: number; ms: number }[] = []
  const seen = new Set<number>()
  let inp = 0
  const time = (what: string, ms: number) => observer.vital(what, { ms, size: null })

  function shift({ startTime, value = 0, hadRecentInput }: VitalEntry): void {
    if (hadRecentInput) return
    const together = startTime - shifts.last < SHIFT_GAP && startTime - shifts.began < SHIFT_SPAN
    shifts = together ? { ...shifts, last: startTime, sum: shifts.sum + value } : { began: startTime, last: startTime, sum: value }
    if (shifts.sum <= cls) return
    cls = shifts.sum
    observer.vital('CLS', { ms: null, size: cls })
  }

  function interaction({ interactionId: id = 0, duration }: VitalEntry): void {
    if (id === 0) return
    seen.add(id)
    const known = slowest.find(each => each.id === id)
    if (known) known.ms = Math.max(known.ms, duration)
    else slowest.push({ id, ms: duration })
    slowest.sort((a, b) => b.ms - a.ms)
    slowest.length = Math.min(slowest.length, SLOWEST)
    const next = slowest[Math.min(slowest.length - 1, Math.floor(seen.size / PER_OUTLIER))]?.ms ?? 0
    if (next === inp) return
    inp = next
    time('INP', inp)
  }

  return entry => {
    switch (entry.entryType) {
      case 'navigation':
        return time('TTFB', entry.responseStart ?? 0)
      case 'paint':
        return entry.name === 'first-contentful-paint' ? time('FCP', entry.startTime) : undefined
      case 'largest-contentful-paint':
        return time('LCP', entry.startTime)
      case 'layout-shift':
        return shift(entry)
      case 'event':
        return interaction(entry)
    }
  }
}

/** Begins to observe this page, what has been measured already included; gives what ends it. */
export function watchVitals(): () => void {
  const take = createVitals(pageObserver)
  const known: readonly string[] = typeof PerformanceObserver === 'undefined' ? [] : PerformanceObserver.supportedEntryTypes
  const watching = KINDS.filter(type => known.includes(type)).map(type => {
    const watch = new PerformanceObserver(list => {
      for (const entry of list.getEntries()) take(entry)
    })
    // 40 ms and more is what counts as an interaction that a person may notice; the browser knows no shorter ones below 16.
    watch.observe({ type, buffered: true, ...(type === 'event' ? { durationThreshold: 40 } : {}) } as PerformanceObserverInit)
    return watch
  })
  return () => {
    for (const watch of watching) watch.disconnect()
  }
}
