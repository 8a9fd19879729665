/**
 * Names and what they stand for (B16): a chain of scopes, the document's own names outermost, then a
 * page's or part's parameters, an item of a repeat, what a chain of steps has named.
 */
import type { Json, Path } from '../../schema/json/json.ts'
import type { StatePatch } from '../contracts.ts'
import type { ElementOrigin, ListOrigin, Meter, OriginEnv } from '../formula/contract.ts'
import { valueAt } from '../store/path-signals.ts'
import type { Store } from '../store/store.ts'
import type { LabelSink, Labels } from './labels.ts'

export interface Binding {
  read(path: Path): Json
  /** It is a function of the app's own (B15). */
  call?(args: readonly Json[], meter: Meter): Json
  /** Where in the state the value at `path` below this name stands (B43). */
  elementOrigin?(path: Path): ElementOrigin | null
  /** The same for each element of a list. */
  listOrigin?(path: Path): ListOrigin | null
  /** Where what it stands for came from (S28). */
  labels?(sink: LabelSink): void
  /** Of a property of a block that takes steps: those that its use gives, and where they run; null where it gives none. */
  readonly given?: { readonly steps: Json; readonly scope: Scope } | null
  /** The same name for one run of steps, in which an item stays the element that it was when the run began. */
  held?(hold: Hold): Binding
}

/** An item of a repeat: one element of a list, wherever in the state it stands (B43). */
export interface Item {
  /** Brings what is read of it up to date with its list. */
  refresh(): void
  /** Where it stands now; null where it is nowhere in the state, or is gone, or cannot be told from another. */
  place(): Path | null
  /** The same element for one run of steps; `around` are the items that it stands in, held already, outermost first. */
  held(around: readonly HeldItem[]): HeldItem
}

export interface HeldItem extends Item {
  /** What it is now, or was when it was last there. */
  value(): Json
  /** Something was written: where that gave this very element another key, it goes by that from now on. */
  follow(patches: readonly StatePatch[]): void
}

/** Holds scopes and their items for one run of steps; the same one for the same one. */
export interface Hold {
  scope(of: Scope): Scope
  /** `around` are the items that it stands in, outermost first. */
  item(of: Item, around: readonly Item[]): HeldItem
}

/** Where a part's user put their children (B45), by slot name; drawn in the user's own scope. */
export interface SlotContent {
  readonly scope: Scope
  readonly nodes: ReadonlyMap<string, readonly Json[]>
  /** Of a block that repeats its content: what an element is called in the block's view, and what in the content. */
  readonly row?: { readonly name: string; readonly as: string }
}

export interface Scope {
  find(name: string): Binding | undefined
  /** The content for the `Slot`s of the part that this scope is in. */
  readonly slots: SlotContent | null
  /** How many parts it stands in, each in the view of the one before. */
  readonly parts: number
  /** The items of the repeats that it stands in, also around the parts that it stands in, outermost first. */
  readonly items: readonly Item[]
  with(bindings: Readonly<Record<string, Binding>>, item?: Item): Scope
  /** Names that are looked up each time: those of a chain grow while it runs. */
  extend(lookup: { get(name: string): Binding | undefined }, slots?: SlotContent): Scope
  /** The scope inside a part: these names and this scope's, wherever the part is used. */
  part(lookup: { get(name: string): Binding | undefined }, slots: SlotContent, around: Scope): Scope
  held(hold: Hold): Scope
  /** The environments that formulas in it are evaluated in, for what is drawn and for steps, once they are made: a scope is of one app. */
  drawnEnv: OriginEnv | null
  stepsEnv: OriginEnv | null
}

interface Surroundings {
  readonly slots: SlotContent | null
  readonly parts: number
  readonly items: readonly Item[]
}

export interface Lookup {
  get(name: string): Binding | undefined
}

export function createScope(own: Lookup, outer: Scope | null, around: Surroundings): Scope {
  return new NameScope(own, outer, around)
}

class NameScope implements Scope {
  readonly slots: SlotContent | null
  readonly parts: number
  readonly items: readonly Item[]
  drawnEnv: OriginEnv | null = null
  stepsEnv: OriginEnv | null = null
  readonly #own: Lookup
  readonly #outer: Scope | null

  constructor(own: Lookup, outer: Scope | null, { slots, parts, items }: Surroundings) {
    this.slots = slots
    this.parts = parts
    this.items = items
    this.#own = own
    this.#outer = outer
  }

  find(name: string): Binding | undefined {
    return this.#own.get(name) ?? this.#outer?.find(name)
  }

  with(bindings: Readonly<Record<string, Binding>>, item?: Item): Scope {
    const { slots, parts, items } = this
    return new NameScope(new Map(Object.entries(bindings)), this, { slots, parts, items: item ? [...items, item] : items })
  }

  extend(lookup: Lookup, inner?: SlotContent): Scope {
    const { slots, parts, items } = this
    return new NameScope(lookup, this, { slots: inner ?? slots, parts, items })
  }

  part(lookup: Lookup, inner: SlotContent, around: Scope): Scope {
    return new NameScope(lookup, this, { slots: inner, parts: around.parts + 1, items: around.items })
  }

  held(hold: Hold): Scope {
    const around = this.#outer && hold.scope(this.#outer)
    const held = this.#own instanceof Map ? heldBindings(this.#own, hold) : null
    if (held === null && around === this.#outer) return this
    const { slots, parts, items } = this
    return new NameScope(held ?? this.#own, around, { slots, parts, items: items.map((item, depth) => hold.item(item, items.slice(0, depth))) })
  }
}

/** Null where none of them is held in another way than it is. */
function heldBindings(own: ReadonlyMap<string, Binding>, hold: Hold): ReadonlyMap<string, Binding> | null {
  if (![...own.values()].some(binding => binding.held)) return null
  return new Map([...own].map(([name, binding]) => [name, binding.held?.(hold) ?? binding]))
}

/** An entry of the state: readable and writable at every path below it. */
export function stateBinding(store: Store, name: string): Binding {
  return {
    labels: sink => sink.entry(name),
    read: path => store.read([name, ...path]),
    elementOrigin: path => ({ path: [name, ...path], value: store.read([name, ...path]) }),
    listOrigin: path => listAt([name, ...path], store.read([name, ...path])),
  }
}

/** A value that is nowhere in the state, and where it came from. */
export function valueBinding(get: () => Json, labels?: Binding['labels']): Binding {
  return labels ? { read: path => valueAt(get(), path), labels } : { read: path => valueAt(get(), path) }
}

/** What was computed once, with the labels that it had then. */
export function computedBinding(value: Json, labels: Labels): Binding {
  return valueBinding(
    () => value,
    sink => sink.add(labels),
  )
}

/** An item that is held: it is read and written where it stands now. */
export function heldBinding(item: HeldItem, labels: NonNullable<Binding['labels']>): Binding {
  return itemBinding(
    () => item.value(),
    () => {
      const path = item.place()
      return path && { path, value: item.value() }
    },
    () => null,
    labels,
  )
}

/**
 * A value that stands somewhere in the state, where `origin` says so: an item of a repeat, a parameter, a derived value.
 * `list` says it of the elements of a list that is none in the state, like a filtered one.
 */
export function itemBinding(
  value: () => Json,
  origin: () => ElementOrigin | null,
  list: () => ListOrigin | null,
  labels: NonNullable<Binding['labels']>,
): Binding {
  return {
    labels,
    read: path => valueAt(value(), path),
    elementOrigin(path) {
      const [index, ...rest] = path
      const of = typeof index === 'number' ? list() : null
      return of ? extendOrigin(elementOf(of, index as number), rest) : extendOrigin(origin(), path)
    },
    listOrigin(path) {
      const of = path.length === 0 ? list() : null
      if (of) return of
      const at = this.elementOrigin?.(path) ?? null
      return at && listAt(at.path, at.value)
    },
  }
}

function elementOf({ list, elements }: ListOrigin, index: number): ElementOrigin | null {
  const element = elements[index]
  return element ? { path: [...list, element.index], value: element.value } : null
}

export function extendOrigin(origin: ElementOrigin | null, path: Path): ElementOrigin | null {
  return origin && { path: [...origin.path, ...path], value: valueAt(origin.value, path) }
}

export function listAt(path: Path, value: Json): ListOrigin | null {
  return Array.isArray(value) ? { list: path, elements: value.map((element: Json, index) => ({ value: element, index })) } : null
}
