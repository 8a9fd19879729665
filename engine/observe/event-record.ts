import type { Path } from '../../schema/json/json.ts'

/**
 * What a record tells of:
 *
 * - `event`     something began a handler: `what` says who, `Button save onPress`, `key mod+s`, `timer`
 * - `end`       that handler is over; `ms` since it began, `code` where it failed
 * - `step`      a step was done; `what` is its tool or control form
 * - `commit`    the state was written: `size` patches at `paths`
 * - `call`      a tool of the registry has answered: `ms`, `size` of its arguments in characters, `code` where it failed
 * - `grant`     a capability was looked up; `code` is `denied` where it is not granted
 * - `failure`   the person was told of a failure, or the app was stopped by one: `code`
 * - `draw`      `size` places were drawn anew in `ms`; only while an inspector is open
 * - `provider`  a model's reply has ended: `ms`, `size` in characters
 * - `vital`     one of the page's web vitals: `ms`, or for CLS its score in `size`
 */
export type EventKind = 'event' | 'end' | 'step' | 'commit' | 'call' | 'grant' | 'failure' | 'draw' | 'provider' | 'vital'

/** One thing that happened. It says sizes and places, never what a person entered. */
export interface EventRecord {
  /** 1 for the first of the page, without gaps. */
  readonly seq: number
  /** Milliseconds since 1970, with fractions; of a step or a commit, when the piece of work began in which it was done. */
  readonly at: number
  /** The app's instance; empty for the desktop itself. */
  readonly app: string
  /** The same number for all that one event led to, however late; 0 where nothing in an app did. */
  readonly cause: number
  readonly kind: EventKind
  readonly what: string
  /** Why it did not go well; null where it did. */
  readonly code: string | null
  readonly ms: number | null
  readonly size: number | null
  readonly paths: readonly Path[] | null
}
