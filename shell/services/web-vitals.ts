/** The page's web vitals, as Google defines them. Each is noted whenever it is known better; the last word on each counts. */
import { type MetricType, onCLS, onFCP, onINP, onLCP, onTTFB } from 'web-vitals'
import type { Observer } from '../../engine/observe/observer.ts'
import { pageObserver } from './page-observer.ts'

/** What a vital says: a time, or, of shifts, a number without a unit. */
export function noteVital(observer: Pick<Observer, 'vital'>, { name, value }: Pick<MetricType, 'name' | 'value'>): void {
  observer.vital(name, name === 'CLS' ? { ms: null, size: value } : { ms: value, size: null })
}

/** Begins to measure this page, what has been before included. */
export function watchVitals(): void {
  for (const watch of [onTTFB, onFCP, onLCP, onCLS, onINP]) watch((metric: MetricType) => noteVital(pageObserver, metric), { reportAllChanges: true })
}
