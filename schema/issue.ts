/**
 * What is wrong with a document, said so that a person or a model can repair it from this alone.
 * `error` refuses the document; `note` tells what was normalised or could be better.
 */
export interface Issue {
  /** Stable, kebab-case: `unknown-component`, `syntax`, `cycle`, … */
  readonly code: string
  readonly severity: 'error' | 'note'
  /** JSON Pointer (RFC 6901) to the value at fault; `''` is the document. */
  readonly at: string
  /** 1-based, in the text that was checked; for a value that never was a text, in its pretty-printed form. */
  readonly line: number
  readonly column: number
  /** What is wrong and what to do, one or two plain sentences. */
  readonly message: string
  /** The nearest valid name, for "did you mean". */
  readonly suggestion?: string
  /** A safe repair: the edits, in order, that resolve this issue. */
  readonly fix?: Fix
}

export interface Fix {
  /** What applying it does, in the imperative: `Rename to onPress`. */
  readonly title: string
  readonly edits: readonly FixEdit[]
}

/** Edits of the document, by JSON Pointer; or of the text itself, where it is not JSON yet: from `offset` (in UTF-16 units), `delete` of them go and `insert` comes. */
export type FixEdit =
  | { readonly set: string; readonly value: unknown }
  | { readonly remove: string }
  | { readonly rename: string; readonly to: string }
  | { readonly offset: number; readonly delete: number; readonly insert: string }

/** A failing world (network, disk, provider): made at the edge where it happened, shown in plain words. */
export interface Failure {
  /** Stable, kebab-case: `denied`, `offline`, `timeout`, `quota`, … */
  readonly code: string
  /** What happened, what it means, what can be done: for the person. */
  readonly message: string
}
