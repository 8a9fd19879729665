/** What becomes of the kept state when an app gets another version of its document (B81). */
import { recordOf } from '../../schema/check/kinds.ts'
import { equalJson } from '../../schema/check/validator-runtime.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { KEPT_LABELS, keptLabels, type Labels, STORAGE_ENTRY } from '../app/labels.ts'
import { convert, covers, saysSomething } from './convert.ts'
import { restore } from './restore.ts'
import { firstValue, type KeptEntry, keptEntries } from './state-fit.ts'

/** A kept value as it was before a change. */
export interface SetAside {
  /** The entry that it stood in. */
  readonly name: string
  /** The entry's type then, as the document wrote it; null where it is not known. */
  readonly type: Json
  readonly value: Json
  /** What became of it in the state; missing where nothing did. */
  readonly left?: Json
  /** It says something that a person may have entered and that is not in the state: it is shown and offered back. */
  readonly missed: boolean
  /** Where it came from (S28). */
  readonly labels?: Labels
}

export interface Migration<A extends SetAside> {
  /** For the new version; an entry that is not in it starts with its first value. */
  readonly state: JsonObject
  /** Entries whose value is now one of another type, and says the same. */
  readonly converted: readonly string[]
  /** Entries that got back what had been set aside. */
  readonly restored: readonly string[]
  /** Of what was aside, what still is. */
  readonly kept: readonly A[]
  /** What goes aside now. */
  readonly aside: readonly SetAside[]
}

export interface MigrationOptions<A extends SetAside> {
  /** What earlier changes set aside, oldest first. */
  readonly aside?: readonly A[]
  /** The first values of the old version, where they are known: formulas make some of them. */
  readonly initial?: JsonObject
}

/**
 * - Nothing is lost: every value of `persisted` and of what was aside is in the state or aside afterwards.
 * - Whatever comes out fits the entries of `next`.
 * - There and back gives the same state; with changes made in between, these and what they did not touch.
 */
export function migrateState<A extends SetAside>(old: JsonObject, next: JsonObject, persisted: JsonObject, options: MigrationOptions<A> = {}): Migration<A> {
  const before = keptEntries(old)
  const after = keptEntries(next)
  const state: (readonly [string, Json])[] = []
  const converted: string[] = []
  const restored: string[] = []
  const aside: SetAside[] = []
  let kept: readonly A[] = options.aside ?? []

  const labels: (readonly [string, Labels])[] = [[STORAGE_ENTRY, keptLabels(persisted, STORAGE_ENTRY)]]

  for (const name of new Set([...Object.keys(persisted), ...after.keys()])) {
    if (name === KEPT_LABELS) continue
    const was = Object.hasOwn(persisted, name) ? (persisted[name] as Json) : undefined
    const untouched = was === undefined || isFirst(was, before.get(name), options.initial, name)
    const mine = kept.filter(item => item.name === name)
    const entry = after.get(name)
    const value = entry && become(was, untouched, mine, entry)
    const own = keptLabels(persisted, name)
    if (value !== undefined) {
      state.push([name, value])
      labels.push([name, [...new Set([...own, ...mine.flatMap(item => item.labels ?? [])])]])
    }
    const done = entry ? mine.filter(item => value !== undefined && covers(value, item.value) && (item.missed || equalJson(value, item.value))) : []
    kept = kept.filter(item => !done.includes(item))
    if (done.some(({ missed }) => missed)) restored.push(name)
    if (was === undefined || equalJson(value, was)) continue
    // Back where it came from: what it was in between was made of what it is again.
    if (done.some(item => equalJson(value, item.value) && (item.left === undefined ? untouched : equalJson(item.left, was)))) continue
    const missed = !untouched && saysSomething(was) && !covers(value, was)
    if (value !== undefined && !missed && !untouched) converted.push(name)
    aside.push({
      name,
      type: before.get(name)?.entry.type ?? null,
      value: was,
      ...(value !== undefined && { left: value }),
      missed,
      ...(own.length > 0 && { labels: own }),
    })
  }
  const known = labels.filter(([, own]) => own.length > 0)
  if (known.length > 0) state.push([KEPT_LABELS, recordOf(known)])
  return { state: recordOf(state), converted, restored, kept, aside }
}

/** What an entry of the new version holds; undefined for its first value. */
function become(was: Json | undefined, untouched: boolean, mine: readonly SetAside[], { type, allowed }: KeptEntry): Json | undefined {
  const takes = (value: Json | undefined): value is Json =>
    value !== undefined && (allowed === null || value === null || allowed.some(one => equalJson(one, value)))
  for (const item of mine.toReversed()) {
    // An entry that nothing became of counts as untouched while it holds what it began with.
    const now = item.left === undefined && untouched ? undefined : was
    const value = restore(now, item.left, item.value, type)
    if (takes(value) && (item.left !== undefined || now === undefined)) return value
  }
  const value = was === undefined ? undefined : convert(was, type)
  return takes(value) ? value : undefined
}

function isFirst(value: Json, entry: KeptEntry | undefined, initial: JsonObject | undefined, name: string): boolean {
  if (initial && Object.hasOwn(initial, name) && equalJson(initial[name], value)) return true
  return entry !== undefined && equalJson(firstValue(entry), value)
}
