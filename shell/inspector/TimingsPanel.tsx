import { type ReactNode, useCallback } from 'react'
import type { EventKind } from '../../engine/observe/event-record.ts'
import type { Observer } from '../../engine/observe/observer.ts'
import { durationWords } from './event-words.ts'
import { useVersion } from './use-version.ts'

const VITALS: ReadonlySet<EventKind> = new Set(['vital'])

/** How long tools and providers took, over all apps since the page was opened, and the page's web vitals. */
export function TimingsPanel({ observer }: { readonly observer: Observer }): ReactNode {
  useVersion(useCallback(() => observer.seq, [observer]))
  const timings = observer.timings()
  const vitals = new Map(observer.find({ kinds: VITALS }).map(record => [record.what, record]))
  return (
    <>
      {timings.length === 0 ? (
        <p className="inspector-empty">No tool was called and no model asked since the page was opened.</p>
      ) : (
        <table className="inspector-table">
          <caption>Tools and models, all apps</caption>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Times</th>
              <th scope="col">Half within</th>
              <th scope="col">99 % within</th>
              <th scope="col">Longest</th>
            </tr>
          </thead>
          <tbody>
            {timings.map(({ kind, what, histogram }) => (
              <tr key={`${kind} ${what}`}>
                <th scope="row">{what}</th>
                <td>{histogram.count.toLocaleString('en')}</td>
                <td>{durationWords(histogram.quantile(0.5) ?? 0)}</td>
                <td>{durationWords(histogram.quantile(0.99) ?? 0)}</td>
                <td>{durationWords(histogram.max)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {vitals.size > 0 ? (
        <table className="inspector-table">
          <caption>This page</caption>
          <thead>
            <tr>
              <th scope="col">Web vital</th>
              <th scope="col">Value</th>
            </tr>
          </thead>
          <tbody>
            {[...vitals.values()].map(({ what, ms, size }) => (
              <tr key={what}>
                <th scope="row">{what}</th>
                <td>{ms !== null ? durationWords(ms) : (size ?? 0).toFixed(3)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </>
  )
}
