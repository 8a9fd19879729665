/** Edit documents (B80), as plain data. `schema/edit.schema.json` says the same for editors and models. */
import type { Issue } from '../issue.ts'
import type { Json, JsonObject, Path } from '../json/json.ts'

export interface Edit {
  readonly edit: 1
  /** The hash of the document that it changes. */
  readonly base: string
  /** Words for the person: an answer where nothing had to change, or a question. */
  readonly say?: string
  readonly ops: readonly JsonObject[]
}

/** What an operation does; the name of its form in the schema. */
export type OpForm = 'put' | 'drop' | 'change' | 'replace' | 'remove' | 'before' | 'after' | 'into'

/** How an operation names a component: an id, `root`, a short id, or a selector. */
export type Target = string | JsonObject

/** One operation that has been read, and what became of it. */
export interface CheckedOp {
  /** Its place in `ops`. */
  readonly index: number
  readonly issues: readonly Issue[]
  /** What it does, for the person: `Adds DateField “Due” after TextField “Title”`. Null where it does not hold. */
  readonly change: string | null
}

export interface AppliedEdit {
  /** The changed document, checked and in the form that `loadBlueprint` gives; null where the edit is refused. */
  readonly document: JsonObject | null
  /** Their places are in the edit document. */
  readonly issues: readonly Issue[]
  /** What each operation does, in words, in order; those that do not hold are left out. */
  readonly changes: readonly string[]
  /** The edit as it was read; null where it could not be read. */
  readonly edit: Edit | null
}

export interface EditOptions {
  /** The hash of the document that is edited (B90), with which `base` is compared. */
  readonly hash: string
}

/** A place that an operation wrote: where the value stands in the edit, and where in the app. */
export interface Written {
  readonly from: Path
  readonly at: Path
}

/** How one operation changed the document. */
export interface Step {
  readonly document: JsonObject
  readonly change: string
  /** Applied in this order to the places that are known already. */
  readonly moves: readonly Move[]
  readonly written: readonly Written[]
}
export type Move =
  | { readonly kind: 'set'; readonly at: Path }
  | { readonly kind: 'insert'; readonly list: Path; readonly index: number; readonly count: number }
  | { readonly kind: 'remove'; readonly at: Path }

/** Why an operation does not hold: a place in the operation, what is wrong there, and what to do. */
export interface Refusal {
  readonly code: string
  readonly at: Path
  readonly message: string
  readonly suggestion?: string | undefined
  /** What to write there instead, where that is safe. */
  readonly instead?: Json | undefined
}

export const isRefusal = (outcome: object): outcome is Refusal => 'code' in outcome
