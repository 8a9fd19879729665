/**
 * Names and what they stand for (B16): a chain of scopes, the document's own names outermost, then a
 * page's or part's parameters, an item of a repeat, what a chain of steps has named.
 */
import type { Json, Path } from '../../schema/json/json.ts'
import type { ElementOrigin, ListOrigin, Meter } from '../formula/contract.ts'
import { valueAt } from '../store/path-signals.ts'
import type { Store } from '../store/store.ts'

export interface Binding {
  read(path: Path): Json
  /** It is a function of the app's own (B15). */
  call?(args: readonly Json[], meter: Meter): Json
  /** Where in the state the value at `path` below this name stands (B43). */
  elementOrigin?(path: Path): ElementOrigin | null
  /** The same for each element of a list. */
  listOrigin?(path: Path): ListOrigin | null
}

/** Where a part's user put their children (B45), by slot name; drawn in the user's own scope. */
export interface SlotContent {
  readonly scope: Scope
  readonly nodes: ReadonlyMap<string, readonly Json[]>
}

export interface Scope {
  find(name: string): Binding | undefined
  /** The content for the `Slot`s of the part that this scope is in. */
  readonly slots: SlotContent | null
  /** How many parts it stands in, each in the view of the one before. */
  readonly parts: number
  with(bindings: Readonly<Record<string, Binding>>): Scope
  /** Names that are looked up each time: those of a chain grow while it runs. */
  extend(lookup: { get(name: string): Binding | undefined }, slots?: SlotContent): Scope
  /** The scope inside a part: these names and this scope's, wherever the part is used. */
  part(lookup: { get(name: string): Binding | undefined }, slots: SlotContent, around: Scope): Scope
}

export function createScope(own: { get(name: string): Binding | undefined }, outer: Scope | null, slots: SlotContent | null, parts = 0): Scope {
  const scope: Scope = {
    find: name => own.get(name) ?? outer?.find(name),
    slots,
    parts,
    with: bindings => createScope(new Map(Object.entries(bindings)), scope, slots, parts),
    extend: (lookup, inner) => createScope(lookup, scope, inner ?? slots, parts),
    part: (lookup, inner, around) => createScope(lookup, scope, inner, around.parts + 1),
  }
  return scope
}

/** An entry of the state: readable and writable at every path below it. */
export function stateBinding(store: Store, name: string): Binding {
  return {
    read: path => store.read([name, ...path]),
    elementOrigin: path => ({ path: [name, ...path], value: store.read([name, ...path]) }),
    listOrigin: path => listAt([name, ...path], store.read([name, ...path])),
  }
}

/** A value that is nowhere in the state. */
export function valueBinding(get: () => Json): Binding {
  return { read: path => valueAt(get(), path) }
}

/** A value that stands somewhere in the state, where `origin` says so: an item of a repeat, a parameter. */
export function itemBinding(value: () => Json, origin: () => ElementOrigin | null): Binding {
  return {
    read: path => valueAt(value(), path),
    elementOrigin: path => extendOrigin(origin(), path),
    listOrigin: path => {
      const at = extendOrigin(origin(), path)
      return at && listAt(at.path, at.value)
    },
  }
}

export function extendOrigin(origin: ElementOrigin | null, path: Path): ElementOrigin | null {
  return origin && { path: [...origin.path, ...path], value: valueAt(origin.value, path) }
}

export function listAt(path: Path, value: Json): ListOrigin | null {
  return Array.isArray(value) ? { list: path, elements: value.map((element: Json, index) => ({ value: element, index })) } : null
}
