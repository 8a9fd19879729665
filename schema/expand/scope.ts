/** What names mean where a piece of the document is written out, and what stands round that place. */

import type { Expression } from '../formula/expression.ts'
import type { Json } from '../json/json.ts'
import { freeNames } from './substitute.ts'

/** What a name of the piece stands for in the place that it is written out to; `lost` where it cannot be said there. */
export interface Standing {
  readonly tree: Expression
  /** Its free names, as they are written out. */
  readonly free: ReadonlySet<string>
  readonly lost?: string
}

/** The children of a part's use that go to one of its slots, written out already. */
export interface Content {
  readonly nodes: readonly Json[]
  readonly free: ReadonlySet<string>
  readonly lost?: string
  /** Where a block repeats them: written out anew, for an element that is called so. */
  readonly named?: (name: string) => readonly Json[]
}

export interface ExpandScope {
  readonly names: ReadonlyMap<string, Standing>
  /** Null outside of parts. */
  readonly slots: ReadonlyMap<string, Content> | null
  /** In a block: what its use does on its events, written out already; null where it says nothing of one. */
  readonly given: ReadonlyMap<string, Json | null> | null
  /** In a block that repeats its content: what its view calls an element. */
  readonly row: string | null
  /** Names bound round this place, as they are written out. */
  readonly locals: ReadonlySet<string>
  /** Those of them whose names are fixed by the language or a component and cannot be changed. */
  readonly fixed: ReadonlySet<string>
  /** Told each free name that is written out here, unless it is bound since `collect` was set. */
  readonly collect: ((name: string) => void) | null
}

export const documentScope: ExpandScope = { names: new Map(), slots: null, given: null, row: null, locals: new Set(), fixed: new Set(), collect: null }

export const standing = (tree: Expression): Standing => ({ tree, free: freeNames(tree) })

/** Whether a binder of this name would catch what is put inside it. */
export function catches(scope: ExpandScope, name: string): boolean {
  return [...scope.names.values()].some(({ free }) => free.has(name)) || [...(scope.slots?.values() ?? [])].some(({ free }) => free.has(name))
}

/** Inside a binder that the author named; `written` is the name that it is written out under. */
export function bindName(scope: ExpandScope, name: string, written: string): ExpandScope {
  const names = new Map(scope.names)
  if (written === name) names.delete(name)
  else names.set(name, standing({ kind: 'name', name: written }))
  return { ...scope, names, locals: new Set([...scope.locals, written]), collect: without(scope.collect, written) }
}

/** Inside a binder whose name cannot be changed: what stands for something of that name outside cannot be said in there. */
export function bindFixed(scope: ExpandScope, name: string): ExpandScope {
  const lost = `"${name}" of its use means something else there`
  const names = new Map([...scope.names].filter(([key]) => key !== name).map(([key, value]) => [key, value.free.has(name) ? { ...value, lost } : value]))
  const slots = scope.slots && new Map([...scope.slots].map(([key, value]) => [key, value.free.has(name) ? { ...value, lost } : value]))
  return { ...scope, names, slots, locals: new Set([...scope.locals, name]), fixed: new Set([...scope.fixed, name]), collect: without(scope.collect, name) }
}

/** Tells all but this name. */
export function without(collect: ExpandScope['collect'], bound: string): ExpandScope['collect'] {
  return collect && (name => (name === bound ? undefined : collect(name)))
}
