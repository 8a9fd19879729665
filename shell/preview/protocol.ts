/** What the server of `cyanotype dev` and its page say to each other. */

/** Where the page listens, server-sent events: first a `hello`, then a `file` now and after every save. */
export const EVENTS = 'dev/events'
/** Where a fix is asked for: `POST` of a `FixRequest`; answered by `{}` or by a failure. */
export const FIX = 'dev/fix'

export interface Hello {
  /** Names one start of the server; a page that hears another one is out of date. */
  readonly start: string
}

/** The file that is watched, as it is now. */
export type WatchedFile =
  | { readonly kind: 'text'; readonly name: string; readonly version: string; readonly text: string }
  | { readonly kind: 'unreadable'; readonly name: string; readonly message: string }

/** Asks for the fix of one issue. It is done only if the file still is what was checked. */
export interface FixRequest {
  /** The version of the text that was checked. */
  readonly version: string
  /** Which of the issues that `loadBlueprint` finds in it. */
  readonly issue: number
}
