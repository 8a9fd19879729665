/** React's keys of a repeat's rows: a row keeps its key, and so its focus and what stands in it, for as long as its element stays. */
import type { Json, JsonObject } from '../../schema/json/json.ts'

interface NamedRow {
  readonly name: string
  readonly value: Json
  /** In the list that the rows come from, or among the rows where that is nowhere. */
  readonly place: number
}

interface Matched<R> {
  /** Which of those before each row is; null where it is none of them. */
  readonly was: readonly (R | null)[]
  /** Those before that are none of the rows. */
  readonly gone: readonly R[]
}

/**
 * Which of the rows before each of `rows` is. The same name is the same row, at the same place before elsewhere; where
 * just one row is new and just one is gone, at one place, and nothing but its key is another, it is an edit of that key.
 */
export function matchRows<R extends NamedRow>(rows: readonly NamedRow[], before: readonly R[]): Matched<R> {
  const { was, gone } = matchUnlike(rows, before) ?? matchAlike(rows, before)
  const [only] = gone
  const at = was.indexOf(null)
  const edited = rows[at]
  if (!only || gone.length > 1 || !edited || was.includes(null, at + 1) || !isEdit(edited, only)) return { was, gone }
  return { was: was.with(at, only), gone: [] }
}

/** Where no name stands there twice, now or before; else null. */
function matchUnlike<R extends NamedRow>(rows: readonly NamedRow[], before: readonly R[]): Matched<R> | null {
  const left = new Map<string, R | null>()
  for (const row of before) left.set(row.name, row)
  if (left.size < before.length) return null
  const was: (R | null)[] = []
  let taken = 0
  for (const { name } of rows) {
    const row = left.get(name)
    if (row === null) return null
    was.push(row ?? null)
    left.set(name, null)
    if (row) taken++
  }
  const gone = taken === before.length ? [] : [...left.values()].filter(row => row !== null)
  return { was, gone }
}

function matchAlike<R extends NamedRow>(rows: readonly NamedRow[], before: readonly R[]): Matched<R> {
  const left = new Map<string, R[]>()
  for (const row of before) {
    const others = left.get(row.name)
    if (others) others.push(row)
    else left.set(row.name, [row])
  }
  const was = rows.map(row => take(left, row.name, old => old.place === row.place))
  rows.forEach((row, at) => {
    was[at] ??= take(left, row.name, () => true)
  })
  return { was, gone: [...left.values()].flat() }
}

function take<R extends NamedRow>(left: Map<string, R[]>, name: string, fits: (row: R) => boolean): R | null {
  const rows = left.get(name)
  const at = rows?.findIndex(fits) ?? -1
  return at < 0 ? null : (rows?.splice(at, 1)[0] ?? null)
}

/** `name`, or what is next to it where that is `taken`. */
export function freeKey(name: string, taken: ReadonlySet<string>): string {
  let key = name
  for (let turn = 2; taken.has(key); turn++) key = `${name}~${turn}`
  return key
}

function isEdit(row: NamedRow, old: NamedRow): boolean {
  if (row.place !== old.place) return false
  const [now, then] = [row.value, old.value]
  if (typeof now !== 'object' || typeof then !== 'object') return typeof now === typeof then
  if (now === null || then === null || Array.isArray(now) || Array.isArray(then)) return false
  const fields = Object.keys(now)
  return Object.keys(then).length === fields.length && fields.filter(field => (now as JsonObject)[field] !== (then as JsonObject)[field]).length <= 1
}
