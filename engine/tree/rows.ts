/**
 * The rows of a repeat (B42, B43): each element of the list with the key that identifies it, and where
 * in the state it stands, if the list comes from there through filter, sort and the like.
 */
import type { Json, JsonObject, Path } from '../../schema/json/json.ts'
import { LIMITS } from '../../schema/limits.ts'
import { evaluateFormula } from '../app/evaluate.ts'
import type { Runtime } from '../app/runtime.ts'
import type { ListOrigin, OriginEnv } from '../formula/contract.ts'
import { identityOf, textOf } from '../formula/values.ts'
import { memberOf, valueAt } from '../store/path-signals.ts'
import type { Store } from '../store/store.ts'
import { freeKey, matchRows } from './row-keys.ts'

export interface Row {
  /** Unique among its siblings; React's key. It stays while the element stays, also where an edit gives that another key of its own. */
  readonly key: string
  /** What `key` began as: the element's own key, or its place. */
  readonly name: string
  readonly index: number
  readonly value: Json
  /** The list in the state that the element was in when the rows were computed; null where it is nowhere in it. */
  readonly list: Path | null
  /** Its place in that list, or in the one that the rows are of. */
  readonly place: number
  /** The element's place in the state, of `list` and `place`. */
  readonly path: Path | null
  /** The value that identifies the element; `undefined` where its place does. */
  readonly identity: Identity | undefined
}

/** There are thousands of them: what few are asked for is made when it is. */
class ListRow implements Row {
  key: string
  readonly name: string
  readonly index: number
  readonly value: Json
  readonly list: Path | null
  readonly place: number
  readonly #kind: IdentityKind

  constructor({ value, index: place }: Element, index: number, list: Path | null, kind: IdentityKind) {
    const own = identifying(value, kind)
    // Texts that stand there twice are told apart by their places, and their rows still go with their texts.
    const text = own ?? (typeof value === 'object' ? null : value)
    this.name = text === null ? `#${place}` : `${typeof text}:${textOf(text)}`
    this.key = this.name
    this.index = index
    this.value = value
    this.list = list
    this.place = place
    this.#kind = kind
  }

  get path(): Path | null {
    return this.list && [...this.list, this.place]
  }

  get identity(): Identity | undefined {
    return identityIn(this.value, this.#kind)
  }
}

export interface Identity {
  /** The field that holds it; null for the element itself. */
  readonly field: string | null
  readonly value: Json
}

export interface Rows {
  readonly rows: readonly Row[]
  /** The list reads a name that is still to come. */
  readonly pending: boolean
  /** How many there were of the same repeat before these. */
  readonly turn: number
  /** Those of `rows` that are not the very same as the turn before; a row whose element and places stayed is. */
  readonly fresh: readonly Row[]
  /** The keys of the rows that are not there any more. */
  readonly gone: readonly string[]
  /** What the rows of the next turn are told by. */
  readonly source: RowSource
}

interface RowSource {
  /** The place of the list in the state. */
  readonly list: Path | null
  readonly kind: IdentityKind
  /** The keys of all rows; the next turn takes it over. */
  readonly keys: Set<string>
}

type Element = ListOrigin['elements'][number]

/**
 * `raw` is the list as its author wrote it: a formula, or a list. `before` are the rows that it gave the last time, whose
 * rows are kept where nothing about them changed.
 */
export function computeRows(runtime: Runtime, raw: Json | undefined, keyField: string | undefined, env: OriginEnv, before: Rows | null = null): Rows {
  const pendingBefore = runtime.pendingNames()
  const origin = typeof raw === 'string' ? runtime.formulas.formula(raw).listOrigin(env) : null
  const value = origin ? null : evaluateFormula(raw, env, runtime.formulas)
  const all = origin?.elements ?? (Array.isArray(value) ? value.map((element: Json, index): Element => ({ value: element, index })) : [])
  const shown = all.length > LIMITS.listElements ? all.slice(0, LIMITS.listElements) : all
  if (!origin && value !== null && !Array.isArray(value))
    env.report({ code: 'not-a-list', message: 'A repeat stands over something that is not a list, so it shows nothing.', from: 0, to: 0 })
  if (all.length > LIMITS.listElements)
    env.report({
      code: 'too-many-rows',
      message: `A repeat shows its first ${LIMITS.listElements.toLocaleString('en')} rows of ${all.length.toLocaleString('en')}.`,
      from: 0,
      to: 0,
    })
  const kept = keepRows(shown, origin?.list ?? null, identityKind(shown, keyField), before)
  return { ...kept, pending: runtime.pendingNames() > pendingBefore }
}

const ALL_NEW: ReturnType<typeof matchRows<Row>> = { was: [], gone: [] }

function keepRows(shown: readonly Element[], list: Path | null, kind: IdentityKind, before: Rows | null): Omit<Rows, 'pending'> {
  const old = before?.rows ?? []
  const keys = before?.source.keys ?? new Set<string>()
  const isSame = (at: number) => isRowOf(old[at], at, shown[at])
  let start = 0
  let end = shown.length
  let oldEnd = old.length
  if (before && before.source.kind === kind && samePlace(before.source.list, list)) {
    while (start < end && start < oldEnd && isSame(start)) start++
    if (shown.length === old.length) while (end > start && isSame(end - 1)) oldEnd = --end
  }
  const named = shown.slice(start, end).map((element, at) => new ListRow(element, start + at, list, kind))
  const { was, gone } = start === old.length ? ALL_NEW : matchRows(named, old.slice(start, oldEnd))
  for (const row of gone) keys.delete(row.key)
  const fresh: Row[] = []
  const between = named.map((row, at): Row => {
    const before = was[at] ?? null
    row.key = before?.key ?? freeKey(row.name, keys)
    keys.add(row.key)
    if (before && isSameRow(before, row)) return before
    fresh.push(row)
    return row
  })
  const rows = start === old.length ? old.concat(between) : [...old.slice(0, start), ...between, ...old.slice(oldEnd)]
  return { rows, fresh, gone: gone.map(row => row.key), turn: (before?.turn ?? 0) + 1, source: { list, kind, keys } }
}

function isSameRow(a: Row, b: Row): boolean {
  return (
    a.value === b.value &&
    a.index === b.index &&
    a.name === b.name &&
    a.place === b.place &&
    a.identity?.field === b.identity?.field &&
    samePlace(a.list, b.list)
  )
}

/** Whether `row` is still what is to be said of `element`, in the same list and with the same kind of key. */
function isRowOf(row: Row | undefined, index: number, element: Element | undefined): boolean {
  return row !== undefined && element !== undefined && row.value === element.value && row.index === index && row.place === element.index
}

function samePlace(a: Path | null, b: Path | null): boolean {
  return a === b || (a !== null && b !== null && a.length === b.length && a.every((key, depth) => key === b[depth]))
}

/** The field that tells elements apart, null for the elements themselves, `undefined` for their places (B42). */
type IdentityKind = string | null | undefined

function identityKind(elements: readonly Element[], keyField: string | undefined): IdentityKind {
  const first = elements[0]?.value
  if (first === undefined) return undefined
  if (first !== null && typeof first === 'object') {
    if (keyField && elements.some(({ value }) => memberOf(value, keyField) !== null)) return keyField
    return Object.hasOwn(first as JsonObject, 'id') ? 'id' : undefined
  }
  return new Set(elements.map(({ value }) => value)).size === elements.length ? null : undefined
}

function identityIn(element: Json, field: IdentityKind): Identity | undefined {
  const value = identifying(element, field)
  return value === null ? undefined : { field: field ?? null, value }
}

/** Null where its place identifies it. */
function identifying(element: Json, field: IdentityKind): Json {
  return field === undefined ? null : field === null ? element : memberOf(element, field)
}

/**
 * Where the element stands now: at its place if the key there still matches, else at the only element of
 * `list` with that key; null where it is gone, or where there are several.
 */
export function placeIn(store: Store, list: Path, index: number, identity: Identity | undefined): Path | null {
  const elements = store.peek(list)
  if (!Array.isArray(elements)) return null
  if (!identity) return index < elements.length ? [...list, index] : null
  if (index < elements.length && hasIdentity(elements[index] ?? null, identity)) return [...list, index]
  const places = elements.flatMap((element: Json, at) => (hasIdentity(element, identity) ? [at] : []))
  return places.length === 1 && places[0] !== undefined ? [...list, places[0]] : null
}

/** Where a row's element stands now, as far as `placeIn` tells. */
export function currentPath(store: Store, row: Row): Path | null {
  const { list, place, identity } = row
  return list && placeIn(store, list, place, identity)
}

function hasIdentity(element: Json, { field, value }: Identity): boolean {
  const own = field === null ? element : memberOf(element, field)
  return own === value || (typeof own === 'object' && typeof value === 'object' && identityOf(own) === identityOf(value))
}

/** The key that the element at `path` has now, by the same field. */
export function identityAt(store: Store, path: Path, { field }: Identity): Identity | undefined {
  return identityIn(valueAt(store.value, path), field)
}
