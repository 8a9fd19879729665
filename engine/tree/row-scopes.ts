/**
 * The scopes of a repeat's rows, one a key, kept while the key is there: a row whose element changed is
 * told through its own signals and nobody else is.
 */
import { computed, effect, type ReadonlySignal, type Signal, type SignalOptions, signal, untracked } from '@preact/signals-core'
import type { Json, Path } from '../../schema/json/json.ts'
import type { LabelSink } from '../app/labels.ts'
import type { Runtime } from '../app/runtime.ts'
import {
  type Binding,
  createScope,
  extendOrigin,
  type HeldItem,
  type Hold,
  heldBinding,
  type Item,
  type Lookup,
  listAt,
  type Scope,
  type SlotContent,
  valueBinding,
} from '../app/scope.ts'
import type { ElementOrigin, ListOrigin, OriginEnv } from '../formula/contract.ts'
import { valueAt } from '../store/path-signals.ts'
import { peeking } from '../store/peeking.ts'
import { holdRow } from './held-row.ts'
import { currentPath, type Row, type Rows } from './rows.ts'

export interface RowScopes {
  of(row: Row): Scope
  /** Forgets the rows that are gone. */
  keep(rows: Rows): void
}

/**
 * `raw` is what was written of the list. Each row has signals of its own, so that a change of one row costs that row and not a look at all the others. They are
 * brought up to date whenever one of them is read, and while any is watched, whenever `rows` changes.
 */
export function createRowScopes(runtime: Runtime, outer: Scope, rows: ReadonlySignal<Rows>, name: string, raw: Json): RowScopes {
  const keptRows = new Map<string, ShownRow>()
  const left = new Set<string>()
  let last: Rows | null = null
  let watched = 0
  let stop = () => {}
  const watching = {
    watched() {
      if (watched++ > 0) return
      stop = effect(() => {
        void rows.value
        refresh()
      })
    },
    unwatched() {
      if (--watched === 0) stop()
    },
  }

  // A list in an element of another one's: that has to be known first.
  const around = outer.items.length > 0 ? outer.items[outer.items.length - 1] : undefined
  const peekRows = peeking(rows)

  function refresh(): void {
    around?.refresh()
    const current = peekRows()
    if (current === last) return
    const isNext = last !== null && current.turn === last.turn + 1
    last = current
    untracked(() => (isNext ? takeChanges(current) : takeAll(current)))
  }

  function takeChanges({ fresh, gone }: Rows): void {
    for (const row of fresh) put(row.key, row)
    for (const key of gone) put(key, null)
  }

  function takeAll({ rows: all }: Rows): void {
    if (keptRows.size === 0) return
    const byKey = new Map(all.map(row => [row.key, row]))
    for (const key of keptRows.keys()) put(key, byKey.get(key) ?? null)
  }

  function put(key: string, row: Row | null): void {
    const kept = keptRows.get(key)
    if (!kept) return
    kept.take(row)
    if (row) left.delete(key)
    else left.add(key)
  }

  const labels = (sink: LabelSink): void => sink.past(raw, outer)
  const list: RowList = { runtime, outer, name, watching, refresh, labels }

  return {
    of(row) {
      let kept = keptRows.get(row.key)
      if (!kept) {
        kept = new ShownRow(list, row)
        keptRows.set(row.key, kept)
        // It may have been given before the last change.
        if (last && last.rows[row.index] !== row) put(row.key, last.rows.find(({ key }) => key === row.key) ?? null)
      }
      return kept
    },
    keep(current) {
      if (current !== last) refresh()
      for (const key of left) keptRows.delete(key)
      left.clear()
    },
  }
}

/** What the rows of one repeat share. */
interface RowList {
  readonly runtime: Runtime
  readonly outer: Scope
  readonly name: string
  readonly watching: SignalOptions
  refresh(): void
  /** Of each row: a row may still show what the list held before. */
  labels(sink: LabelSink): void
}

/** One row: the names of its scope, and signals for those of its sides that somebody reads. There are thousands, so what few need is made when it is. */
class ShownRow implements Scope {
  readonly slots: SlotContent | null
  readonly parts: number
  readonly list: RowList
  drawnEnv: OriginEnv | null = null
  stepsEnv: OriginEnv | null = null
  #row: Row
  #isShown = true
  #value: Signal<Json> | null = null
  #index: Signal<number> | null = null
  /** Grows when it stands elsewhere. */
  #moves: Signal<number> | null = null
  #origin: ReadonlySignal<ElementOrigin | null> | null = null
  #items: readonly Item[] | null = null
  #element: Binding | null = null
  #place: Binding | null = null

  constructor(list: RowList, row: Row) {
    this.list = list
    this.#row = row
    this.slots = list.outer.slots
    this.parts = list.outer.parts
  }

  get items(): readonly Item[] {
    this.#items ??= [...this.list.outer.items, new ShownItem(this)]
    return this.#items
  }

  find(name: string): Binding | undefined {
    // As one name after another is set: the index stands before an item that has its name.
    if (name === 'index') {
      this.#place ??= new IndexBinding(this)
      return this.#place
    }
    if (name !== this.list.name) return this.list.outer.find(name)
    this.#element ??= new ElementBinding(this)
    return this.#element
  }

  with(bindings: Readonly<Record<string, Binding>>, item?: Item): Scope {
    return createScope(new Map(Object.entries(bindings)), this, { slots: this.slots, parts: this.parts, items: item ? [...this.items, item] : this.items })
  }

  extend(lookup: Lookup, inner?: SlotContent): Scope {
    return createScope(lookup, this, { slots: inner ?? this.slots, parts: this.parts, items: this.items })
  }

  part(lookup: Lookup, inner: SlotContent, around: Scope): Scope {
    return createScope(lookup, this, { slots: inner, parts: around.parts + 1, items: around.items })
  }

  held(hold: Hold): Scope {
    const { outer, name, labels } = this.list
    const item = hold.item(this.item, outer.items)
    const began = this.index()
    const names = new Map([
      [name, heldBinding(item, labels)],
      ['index', valueBinding(() => began)],
    ])
    const items = this.items.map((inner, depth) => hold.item(inner, this.items.slice(0, depth)))
    return createScope(names, hold.scope(outer), { slots: this.slots, parts: this.parts, items })
  }

  /** The same each time: a run holds it by that. */
  get item(): Item {
    return this.items[this.items.length - 1] as Item
  }

  /** What the row is now; null where it is not shown any more, and still what its own steps speak of: "removed". */
  take(next: Row | null): void {
    this.#isShown = next !== null
    if (next) this.#row = next
    if (this.#moves) this.#moves.value++
    if (this.#value) this.#value.value = this.#row.value
    if (this.#index) this.#index.value = this.#row.index
  }

  value(): Json {
    this.list.refresh()
    this.#value ??= signal(this.#row.value, this.list.watching)
    return this.#value.value
  }

  index(): number {
    this.list.refresh()
    this.#index ??= signal(this.#row.index, this.list.watching)
    return this.#index.value
  }

  origin(): ElementOrigin | null {
    this.list.refresh()
    this.#origin ??= computed(() => {
      this.#moves ??= signal(0, this.list.watching)
      void this.#moves.value
      const { runtime, outer } = this.list
      // What is not shown any more is found by its key alone, and in a list inside another's element not even by that.
      const path = this.#isShown || (this.#row.identity && outer.items.length === 0) ? currentPath(runtime.store, this.#row) : null
      return path && { path, value: this.#row.value }
    })
    return this.#origin.value
  }

  hold(around: readonly HeldItem[]): HeldItem {
    this.list.refresh()
    return holdRow(this.list.runtime.store, this.#row, around)
  }
}

class ShownItem implements Item {
  readonly #row: ShownRow

  constructor(row: ShownRow) {
    this.#row = row
  }

  refresh(): void {
    this.#row.list.refresh()
  }

  place(): Path | null {
    return this.#row.origin()?.path ?? null
  }

  held(around: readonly HeldItem[]): HeldItem {
    return this.#row.hold(around)
  }
}

class ElementBinding implements Binding {
  readonly #row: ShownRow

  constructor(row: ShownRow) {
    this.#row = row
  }

  read(path: Path): Json {
    return valueAt(this.#row.value(), path)
  }

  elementOrigin(path: Path): ElementOrigin | null {
    return extendOrigin(this.#row.origin(), path)
  }

  listOrigin(path: Path): ListOrigin | null {
    const at = this.elementOrigin(path)
    return at && listAt(at.path, at.value)
  }

  labels(sink: LabelSink): void {
    this.#row.list.labels(sink)
  }

  held(hold: Hold): Binding {
    return heldBinding(hold.item(this.#row.item, this.#row.list.outer.items), this.#row.list.labels)
  }
}

class IndexBinding implements Binding {
  readonly #row: ShownRow

  constructor(row: ShownRow) {
    this.#row = row
  }

  read(path: Path): Json {
    return valueAt(this.#row.index(), path)
  }

  held(): Binding {
    const began = this.#row.index()
    return valueBinding(() => began)
  }
}
