/**
 * A state under change: writes go into copies, of the lists and records on the way to them alone, each made once.
 *
 * Laws: what nothing was written to is shared with the state before, so that `===` finds what changed; applied to the state
 * before, `patches` give the state after, and `inverse` to that the one before; a value that is there already is no change.
 * It costs what the lists and records on the way are long, never what is in them.
 */
import type { Json, JsonObject, Path } from '../../schema/json/json.ts'
import type { StatePatch } from '../contracts.ts'
import { keySize, sizeChange } from './size.ts'

/** What a recipe may write with. Paths that lead nowhere, and places that cannot be written, are a `RangeError`. */
export interface Draft {
  /** What stands at the first `depth` keys of the path, all of them where that is left out; `undefined` where there is nothing. Not to be written into. */
  at(path: Path, depth?: number): Json | undefined
  /** Sets a field of a record, there or not, or an element that a list has. */
  set(path: Path, value: Json): void
  /** Puts an element into the list at `list`; `index` is at most its length. */
  insert(list: Path, index: number, value: Json): void
  /** Takes away a field or an element; nothing where there is none. */
  remove(path: Path): void
}

export interface Written {
  readonly after: JsonObject
  readonly patches: readonly StatePatch[]
  /** In the order in which they are applied. */
  readonly inverse: readonly StatePatch[]
  /** By how much the state has grown, as `sizeOf` counts. */
  readonly grown: number
}

type MutableRecord = { [key: string]: Json }
type Container = Json[] | MutableRecord

/** Runs `recipe`; null where it changed nothing. One that throws leaves `before` as it was. */
export function writeState(before: JsonObject, recipe: (draft: Draft) => void): Written | null {
  const writing = new Writing(before)
  recipe(writing)
  return writing.written()
}

/** One is made for each write, so what it does stands in the class. */
class Writing implements Draft {
  readonly #before: JsonObject
  #root: Json
  /** The copies that were made: they may be written into. */
  readonly #own = new Set<unknown>()
  readonly #patches: StatePatch[] = []
  readonly #inverse: StatePatch[] = []
  #grown = 0

  constructor(before: JsonObject) {
    this.#before = before
    this.#root = before
  }

  written(): Written | null {
    const patches = this.#patches
    // What goes out and comes in again is no change either.
    if (patches.length === 0 || (patches.length > 1 && this.#isAsBefore(this.#before, this.#root))) return null
    return { after: this.#root as JsonObject, patches, inverse: this.#inverse.reverse(), grown: this.#grown }
  }

  at(path: Path, depth = path.length): Json | undefined {
    let value: Json | undefined = this.#root
    for (let step = 0; step < depth && value !== undefined; step++) value = memberOf(value, path[step] as string | number)
    return value
  }

  set(path: Path, value: Json): void {
    const last = path.length - 1
    const key = path[last]
    if (key === undefined) throw new RangeError('The whole state cannot be replaced.')
    const parent = this.at(path, last)
    const old = parent === undefined ? undefined : memberOf(parent, key)
    if (old === value) return
    if (Array.isArray(parent) ? old === undefined : key === '__proto__' && old === undefined) throw new RangeError(`${JSON.stringify(path)} cannot be written.`)
    this.#keep(value)
    const container = this.#open(path, last)
    if (Array.isArray(container)) container[Number(key)] = value
    else container[key] = value
    const place = placeOf(path, this.#root)
    this.#note(
      { op: old === undefined ? 'add' : 'replace', path: place, value },
      old === undefined ? { op: 'remove', path: place } : { op: 'replace', path: place, value: old },
      container,
    )
  }

  insert(list: Path, index: number, value: Json): void {
    const length = this.at(list)
    if (!Array.isArray(length) || !Number.isInteger(index) || index < 0 || index > length.length)
      throw new RangeError(`There is no place ${index} in a list at ${JSON.stringify(list)}.`)
    this.#keep(value)
    const container = this.#open(list, list.length) as Json[]
    container.splice(index, 0, value)
    const path = [...placeOf(list, this.#root), index]
    this.#note({ op: 'add', path, value }, { op: 'remove', path }, container)
  }

  remove(path: Path): void {
    const old = this.at(path)
    const key = path[path.length - 1]
    if (old === undefined || key === undefined) return
    const container = this.#open(path, path.length - 1)
    if (Array.isArray(container)) container.splice(Number(key), 1)
    else delete container[key]
    const place = placeOf(path, this.#root)
    this.#note({ op: 'remove', path: place }, { op: 'add', path: place, value: old }, container)
  }

  #note(patch: StatePatch, back: StatePatch, container: Container): void {
    this.#patches.push(patch)
    this.#inverse.push(back)
    this.#grown += sizeChange(back.value, patch.value)
    if (patch.op === 'replace') return
    const around = Array.isArray(container) ? 1 : keySize(String(patch.path[patch.path.length - 1]))
    this.#grown += patch.op === 'add' ? around : -around
  }

  /** What comes in stays as it is, also where it has been written into before, or is afterwards. */
  #keep(value: Json): void {
    if (this.#own.size > 0 && this.#holdsOwn(value)) this.#own.clear()
  }

  #holdsOwn(value: Json): boolean {
    if (value === null || typeof value !== 'object') return false
    return this.#own.has(value) || Object.values(value).some(inner => this.#holdsOwn(inner as Json))
  }

  /** Only what was copied can be another. */
  #isAsBefore(then: Json | undefined, now: Json | undefined): boolean {
    if (then === now) return true
    if (!this.#own.has(now) || then === null || typeof then !== 'object' || Array.isArray(then) !== Array.isArray(now)) return false
    const fields = Object.keys(now as object)
    return fields.length === Object.keys(then).length && fields.every(key => this.#isAsBefore(memberOf(then, key), memberOf(now as Json, key)))
  }

  #ownCopy(value: Json | undefined, path: Path): Container {
    if (this.#own.has(value)) return value as Container
    if (value === null || typeof value !== 'object') throw new RangeError(`There is no list or record at ${JSON.stringify(path)}.`)
    const copy: Container = Array.isArray(value) ? value.slice() : { ...(value as JsonObject) }
    this.#own.add(copy)
    return copy
  }

  /** The list or record at `path`, to be written into. */
  #open(path: Path, depth: number): Container {
    let container = this.#ownCopy(this.#root, path)
    this.#root = container
    for (let step = 0; step < depth; step++) {
      const key = path[step] as string | number
      const inner = this.#ownCopy(memberOf(container, key), path)
      if (Array.isArray(container)) container[Number(key)] = inner
      else container[key] = inner
      container = inner
    }
    return container
  }
}

/** Writes patches as they stand; one that comes late, when what it names is gone, is passed over. */
export function writePatches(draft: Draft, patches: readonly StatePatch[]): void {
  for (const { op, path, value } of patches) {
    const key = path[path.length - 1]
    const container = draft.at(path.slice(0, -1))
    if (key === undefined || container === undefined || container === null || typeof container !== 'object') continue
    if (op === 'remove') draft.remove(path)
    else if (!Array.isArray(container)) {
      if (key !== '__proto__' || Object.hasOwn(container, key)) draft.set(path, value ?? null)
    } else if (op === 'replace' && key !== 'length') {
      if (draft.at(path) !== undefined) draft.set(path, value ?? null)
    } else if (key === 'length') {
      for (let index = container.length - 1; index >= Number(value); index--) draft.remove([...path.slice(0, -1), index])
    } else if (Number.isInteger(Number(key))) draft.insert(path.slice(0, -1), Math.min(Math.max(0, Number(key)), container.length), value ?? null)
  }
}

/** An own field or an element that is there (S9). */
function memberOf(value: Json, key: string | number): Json | undefined {
  if (value === null || typeof value !== 'object') return undefined
  if (!Array.isArray(value)) return Object.hasOwn(value, key) ? (value as JsonObject)[key] : undefined
  const index = typeof key === 'number' ? key : isNumeral(key) ? Number(key) : -1
  return index >= 0 && index < value.length ? value[index] : undefined
}

function isNumeral(key: string | number): boolean {
  return typeof key === 'string' && key.charCodeAt(0) < 58 && /^\d+$/.test(key)
}

/** A path as patches have it, elements of lists by their numbers. */
function placeOf(path: Path, root: Json): Path {
  if (!path.some(isNumeral)) return path
  let value: Json | undefined = root
  return path.map(key => {
    const place = Array.isArray(value) ? Number(key) : key
    value = value === undefined ? undefined : memberOf(value, key)
    return place
  })
}
