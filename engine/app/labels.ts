/**
 * Where values came from (S28): each entry of the state has the labels of all that was written into it, and a formula
 * those of all that it reads. A label is a text that the tools give: `net:https://a.example`, `file`, `llm`.
 *
 * Laws: the labels of a value are never fewer than those of the values that it was made of; which of two steps ran because
 * of a value is not followed. How it is done stands in `label-book.ts`, which whoever shows an app gives it: the engine asks.
 */
import type { SlotTable } from '../../schema/catalog.ts'
import type { Failure } from '../../schema/issue.ts'
import type { Json, JsonObject, Path } from '../../schema/json/json.ts'
import type { Draft } from '../store/draft.ts'
import type { Scope } from './scope.ts'

export type Labels = readonly string[]

export const NO_LABELS: Labels = []

/** Where in the store the labels of the entries that are kept stand. No author can write such a name. */
export const KEPT_LABELS = '#from'

/** In the place of an entry's name: what the app keeps with the tools of its storage. */
export const STORAGE_ENTRY = '#storage'

/** The labels that are kept with a state: those of one entry. */
export function keptLabels(persisted: JsonObject, name: string): Labels {
  const all = Object.hasOwn(persisted, KEPT_LABELS) ? persisted[KEPT_LABELS] : null
  return all !== null && typeof all === 'object' && Object.hasOwn(all, name) ? labelsIn((all as JsonObject)[name]) : NO_LABELS
}

/** A list of labels as it is stored. */
export function labelsIn(value: Json | undefined): Labels {
  return Array.isArray(value) ? value.filter((label): label is string => typeof label === 'string') : NO_LABELS
}

/** Gathers the labels of what is read. */
export interface LabelSink {
  add(labels: Iterable<string>): void
  /** Of an entry of the state. */
  entry(name: string): void
  /** Of all that author text reads: formulas, or texts with holes; in lists and records too. */
  written(raw: Json | undefined, isFormula: boolean, scope: Scope): void
  /** The same for what may still show what stood in its entries before. */
  past(raw: Json | undefined, scope: Scope): void
  /** Of all that the slots of a step read, as far as they are values. */
  slots(slots: SlotTable, written: JsonObject, scope: Scope): void
  /** Of all that a component shows. */
  node(node: Json | undefined, scope: Scope): void
}

/** The labels of one app. */
export interface LabelBook {
  /** The labels of what `gather` looks at; at once none, where nothing that has any has come into the app. */
  of(gather: (sink: LabelSink) => void): Labels
  /** Something with these labels comes in; gives them. */
  arrive(labels: Labels): Labels
  /** All that came in since the app went live, or was kept. */
  seen(): Labels
  union(a: Labels, b: Labels): Labels
  /** A call with these labels failed: what is said of it may quote them. */
  fail(error: Failure, labels: Labels): void
  /** The labels of one failure, or of all there were. */
  failed(error?: object): Labels
  /** In the transaction that writes at `path`: the labels of what is written, `instead` of what a whole entry had. */
  write(draft: Draft, path: Path, labels: Labels, instead?: boolean): void
  /** In the transaction that puts back what stood there before. */
  putBack(draft: Draft, names: readonly string[]): void
  /** In the transaction that takes over what was kept. */
  take(draft: Draft, name: string, kept: JsonObject): void
}

/** What a label book needs of its app. */
export interface LabelledApp {
  state(): JsonObject
  isKept(entry: string): boolean
  isComponent(type: string): { readonly slots: SlotTable } | undefined
}

/** How values are followed, and where what a tool gives comes from. Left out of an app's ports, nothing is. */
export interface LabelPort {
  createBook(app: LabelledApp): LabelBook
  /** The labels of what this call gives, beside those of its arguments: none where it reads nothing from outside. */
  origins(tool: string, args: JsonObject): Labels
}

/** Of an app into which nothing comes that has labels. */
export const cleanBook: LabelBook = {
  of: () => NO_LABELS,
  arrive: labels => labels,
  seen: () => NO_LABELS,
  union: () => NO_LABELS,
  fail() {},
  failed: () => NO_LABELS,
  write() {},
  putBack() {},
  take() {},
}
