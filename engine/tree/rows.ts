/**
 * The rows of a repeat (B42, B43): each element of the list with the key that identifies it, and where
 * in the state it stands, if the list comes from there through filter, sort and the like.
 */
import type { Json, JsonObject, Path } from '../../schema/json/json.ts'
import { LIMITS } from '../../schema/limits.ts'
import { evaluateFormula } from '../app/evaluate.ts'
import type { Runtime } from '../app/runtime.ts'
import type { OriginEnv } from '../formula/contract.ts'
import { textOf } from '../formula/values.ts'
import { memberOf, valueAt } from '../store/path-signals.ts'
import type { Store } from '../store/store.ts'

export interface Row {
  /** Unique among its siblings; React's key. */
  readonly key: string
  readonly index: number
  readonly value: Json
  /** The element's place in the state when the rows were computed; null where it is nowhere in it. */
  readonly path: Path | null
  /** The value that identifies the element, and the field that holds it: null for the element itself, `undefined` for its place. */
  readonly identity: { readonly field: string | null; readonly value: Json } | undefined
}

export interface Rows {
  readonly rows: readonly Row[]
  readonly byKey: ReadonlyMap<string, Row>
  /** The list reads a name that is still to come. */
  readonly pending: boolean
}

/** `raw` is the list as its author wrote it: a formula, or a list. */
export function computeRows(runtime: Runtime, raw: Json | undefined, keyField: string | undefined, env: OriginEnv): Rows {
  const before = runtime.pendingNames()
  const origin = typeof raw === 'string' ? runtime.formulas.formula(raw).listOrigin(env) : null
  const value = origin ? null : evaluateFormula(raw, env, runtime.formulas)
  const count = origin ? origin.elements.length : Array.isArray(value) ? value.length : 0
  const shown =
    origin?.elements.slice(0, LIMITS.listElements) ??
    (Array.isArray(value) ? value.slice(0, LIMITS.listElements).map((element: Json, index) => ({ value: element, index })) : [])
  if (!origin && value !== null && !Array.isArray(value))
    env.report({ code: 'not-a-list', message: 'A repeat stands over something that is not a list, so it shows nothing.', from: 0, to: 0 })
  if (count > LIMITS.listElements)
    env.report({
      code: 'too-many-rows',
      message: `A repeat shows its first ${LIMITS.listElements.toLocaleString('en')} rows of ${count.toLocaleString('en')}.`,
      from: 0,
      to: 0,
    })
  const field = identityField(shown, keyField)
  const byKey = new Map<string, Row>()
  const rows = shown.map((element, index): Row => {
    const identity = field === undefined ? undefined : { field, value: field === null ? element.value : memberOf(element.value, field) }
    const wanted = identity && identity.value !== null ? `${typeof identity.value}:${textOf(identity.value)}` : `#${index}`
    const key = byKey.has(wanted) ? `${wanted}#${index}` : wanted
    const row: Row = {
      key,
      index,
      value: element.value,
      path: origin ? [...origin.list, element.index] : null,
      identity: key === wanted && identity?.value !== null ? identity : undefined,
    }
    byKey.set(key, row)
    return row
  })
  return { rows, byKey, pending: runtime.pendingNames() > before }
}

function identityField(elements: readonly { readonly value: Json }[], keyField: string | undefined): string | null | undefined {
  const first = elements[0]?.value
  if (first === undefined) return undefined
  if (first !== null && typeof first === 'object') {
    if (keyField && elements.some(element => memberOf(element.value, keyField) !== null)) return keyField
    return Object.hasOwn(first as JsonObject, 'id') ? 'id' : undefined
  }
  return new Set(elements.map(element => element.value)).size === elements.length ? null : undefined
}

/**
 * Where a row's element stands now: at its place if the key there still matches, else at the only
 * element with that key; null where it is gone.
 */
export function currentPath(store: Store, row: Row): Path | null {
  const { path, identity } = row
  if (!path) return null
  if (!identity) return path
  const matches = (value: Json) => (identity.field === null ? value : memberOf(value, identity.field)) === identity.value
  if (matches(valueAt(store.value, path))) return path
  const list = store.peek(path.slice(0, -1))
  if (!Array.isArray(list)) return null
  const places = list.flatMap((value: Json, index) => (matches(value) ? [index] : []))
  return places.length === 1 && places[0] !== undefined ? [...path.slice(0, -1), places[0]] : null
}
