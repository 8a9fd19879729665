/** What the checker of formulas is given, and what it answers. */
import type { ClockGrain } from './clock.ts'
import type { Span } from './expression.ts'
import type { Type } from './types.ts'

/** A function of the app: a `derived` entry with parameters (B15). */
export interface FunctionType {
  readonly params: readonly { readonly name: string; readonly type: Type; readonly optional?: true }[]
  readonly result: Type
}

/** The names that a formula may use, inner scopes first. */
export interface TypeScope {
  readonly names: ReadonlyMap<string, Type>
  readonly functions?: ReadonlyMap<string, FunctionType>
  readonly parent?: TypeScope
}

export interface CheckOptions {
  /** The formula stands in a step, where `id()` and `random()` are allowed. */
  readonly steps?: boolean
  /** The types of what a lambda in this slot is given, where the tree is a lambda. */
  readonly lambda?: readonly Type[]
}

/** What a formula reads of a free name: `todos[].done` is `{ name: 'todos', path: ['[]', 'done'] }`. */
export interface ReadPath {
  readonly name: string
  readonly path: readonly string[]
}

/** An issue with a formula, at offsets into its text. */
export interface FormulaIssue {
  /** `unknown-name`, `unknown-function`, `unknown-field`, `wrong-type`, `wrong-arguments`, `steps-only`, `shadowed-name`, `never-equal`, `always-true`, `key-not-element`, `not-computed`. */
  readonly code: string
  readonly severity: 'error' | 'note'
  readonly message: string
  readonly from: number
  readonly to: number
  readonly suggestion?: string
  /** The name at fault, which stands somewhere from `from` to `to`. */
  readonly word?: string
  /** Text, or pieces of the formula's own, to put in place of what stands from `from` to `to`, the fix's own where it has some; it resolves the issue. */
  readonly fix?: { readonly title: string; readonly text: string | readonly (string | Span)[]; readonly from?: number; readonly to?: number }
}

export interface FormulaCheck {
  /** The type of the value; of a lambda, of what it gives. */
  readonly type: Type
  readonly reads: readonly ReadPath[]
  /** The free names, each once, in order of appearance. */
  readonly names: readonly string[]
  /** The app's own functions that it calls. */
  readonly calls: readonly string[]
  /** How it depends on the clock by itself, apart from what the names that it reads depend on. */
  readonly clock: ClockGrain | null
  readonly issues: readonly FormulaIssue[]
}
