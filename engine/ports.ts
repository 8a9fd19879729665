/**
 * What an app needs from its surroundings. The engine and the tools reach the world through these
 * alone; the shell supplies the real ones, tests and the virtual-clock runner supply others, an
 * embedder supplies its own.
 */
import type { Failure } from '../schema/issue.ts'
import type { Json, JsonObject, Path } from '../schema/json/json.ts'
import type { LabelPort } from './app/labels.ts'

export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number
  /** Calls `run` once after `ms`; gives what cancels it. */
  after(ms: number, run: () => void): () => void
}

export interface Locale {
  /** BCP 47, `en-US`. */
  readonly language: string
  /** IANA, `Europe/Madrid`. */
  readonly timeZone: string
  /** ISO 4217; what `money` uses where the app names none. */
  readonly currency: string
}

/** Unique ids and randomness, from the platform's secure source. */
export interface Chance {
  id(): string
  /** At least 0, below 1. */
  random(): number
}

export interface ToolCallContext {
  /** A person's press or key started the chain in which this call stands. */
  readonly gesture: boolean
  /** Aborted when the app stops or its grant is taken back. */
  readonly signal: AbortSignal
  /** Which event led to the call, as the app's observer counts them. */
  readonly cause?: number
  /** Over how many apps' intents that event came; left out, none. */
  readonly hops?: number
  /** Where its arguments came from (S28); left out, from nowhere but the app and its person. */
  readonly labels?: readonly string[]
}

/**
 * Runs one tool of the registry. The broker behind it checks the arguments and looks the live grant
 * up at each call. What can be done at once is given at once, so that a chain stays one transaction;
 * what fails throws a `ToolFailure`.
 */
export interface ToolPort {
  call(tool: string, args: JsonObject, context: ToolCallContext): Json | Promise<Json>
}

export class ToolFailure extends Error implements Failure {
  readonly code: string
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ToolFailure'
    this.code = code
  }
}

/** Files that the state refers to (B11): their bytes are kept beside it. */
export interface Attachments {
  /** An address that an image may show, or null while it loads or where it is missing. */
  url(ref: string): string | null
  /** Resolves when `url(ref)` may have changed. */
  load(ref: string): Promise<void>
  /** Stores the bytes; gives the record that the state keeps. */
  put(file: File): Promise<AttachmentRecord>
}
export type AttachmentRecord = { readonly ref: string; readonly name: string; readonly type: string; readonly size: number }

/**
 * Notes what happens in one app, so that it can be looked at afterwards (`engine/observe`). It is told of names, sizes
 * and places, never of values. `cause` is the number that all that one event leads to has in common.
 */
export interface AppObserver {
  /** Milliseconds with fractions, to take durations with. */
  now(): number
  event(cause: number, what: string): void
  end(cause: number, ms: number, code: string | null): void
  step(cause: number, tool: string): void
  commit(cause: number, patches: readonly { readonly path: Path }[]): void
  /** `capability`: under which it was made; null or left out where it needs none. */
  call(
    cause: number,
    tool: string,
    outcome: { readonly ms: number; readonly size: number; readonly code: string | null; readonly capability?: string | null },
  ): void
  grant(cause: number, capability: string, granted: boolean): void
  failure(cause: number, code: string): void
  draw(places: number, ms: number): void
  /** Called with the definition of each place that is drawn, each time it is; null while nobody looks. */
  drawn: ((definition: Json) => void) | null
}

export interface AppPorts {
  readonly clock: Clock
  readonly locale: Locale
  readonly chance: Chance
  readonly tools: ToolPort
  readonly attachments: Attachments
  /** A step failed and nothing in the app caught it (B61). */
  reportFailure(failure: Failure): void
  /** Follows where values came from (S28); left out, nothing is followed. */
  readonly labels?: LabelPort
  /** Left out, nothing is noted. */
  readonly observe?: AppObserver
}
