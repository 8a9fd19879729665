/** What a compiled formula needs from whoever evaluates it, and what it gives. */
import type { Json, Path } from '../../schema/json/json.ts'
import type { Chance, Locale } from '../ports.ts'

/** Counts what one evaluation has spent (B28); shared by all formulas of one evaluation. */
export interface Meter {
  lambdaCalls: number
  textMade: number
}

export interface FormulaFault {
  readonly code: string
  readonly message: string
  /** Offsets into the formula's text. */
  readonly from: number
  readonly to: number
}

/** `'day'` where only `today()` is read, `'second'` for `now()`, `'frame'` where tenths are shown. */
export type ClockGrain = 'day' | 'second' | 'frame'

export interface FormulaEnv {
  /**
   * The value of a free name, with the constant members that follow it: `todo.tags[0]` reads
   * `read('todo', ['tags', 0])`, so that only that path is subscribed to. Missing is null. `.length` is never in the path.
   */
  read(name: string, path: Path): Json
  /** Calls one of the app's own functions (a `derived` entry with parameters, B15). */
  call(name: string, args: readonly Json[]): Json
  /** Milliseconds since 1970; reading it makes whatever is being computed depend on the clock at that grain. */
  now(grain: ClockGrain): number
  readonly locale: Locale
  /** Present in steps only: `id()` and `random()` (B31). */
  readonly chance: Chance | null
  readonly meter: Meter
  report(fault: FormulaFault): void
}

/** A formula made ready to run; never throws (B26). */
export type Evaluate = (env: FormulaEnv) => Json

/** One element of a list in the state, or a path in it, that a formula's value came from (B43). */
export interface ElementOrigin {
  readonly value: Json
  /** Where it stands in the state: the list's path with the element's index, or the path of a record. */
  readonly path: Path
}

/** A list whose elements each know where in the state they stand. */
export interface ListOrigin {
  /** The path of the list in the state. */
  readonly list: Path
  /** The elements in the order that the formula gives: each element's value and its index in the source list. */
  readonly elements: readonly { readonly value: Json; readonly index: number }[]
}

export interface OriginEnv extends FormulaEnv {
  /** The list in the state that a free name (with constant members after it) stands for, else null. */
  listOrigin(name: string, path: Path): ListOrigin | null
  /** The place in the state that a free name (with constant members after it) stands for, else null. */
  elementOrigin(name: string, path: Path): ElementOrigin | null
}
