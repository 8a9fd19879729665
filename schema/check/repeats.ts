/** The scopes of what is drawn once per element: of a repeat, of a component's rows (B42). */
import type { ComponentSpec } from '../catalog.ts'
import { ANY, NUMBER, type Type } from '../formula/types.ts'
import type { Json, JsonObject, Path } from '../json/json.ts'
import type { AsMeant } from './as-meant.ts'
import { checkKey } from './field-names.ts'
import { readFormula } from './formulas.ts'
import { isList, isText, own } from './kinds.ts'
import { below, originOf } from './origins.ts'
import { type Binding, findBinding, innerScope, type Origin, type Scope } from './scope.ts'
import type { Walk } from './walk.ts'

/** Inside a repeat: the element's name and `index` (B42). */
export function repeatScope(walk: Walk, meant: AsMeant, at: Path, scope: Scope): Scope {
  const { record: node, place } = meant
  const each = own(node, 'each')
  if (each === undefined) return scope
  const as = own(node, 'as')
  const name = isText(as) ? as : 'item'
  noteShadow(walk, name, scope, place(Object.hasOwn(node, 'as') ? 'as' : 'each'))
  if (!walk.pending) checkKey(walk, meant, at, listOf(walk, each, scope))
  return innerScope(scope, itemBindings(walk, each, name, scope))
}

/** In what a component evaluates per row: the row's name and `index`. */
export function rowsScope(walk: Walk, node: JsonObject, spec: ComponentSpec, scope: Scope): Scope {
  if (!spec.rows) return scope
  const as = own(node, spec.rows.as)
  return innerScope(scope, itemBindings(walk, own(node, spec.rows.list), isText(as) ? as : spec.rows.name, scope))
}

function itemBindings(walk: Walk, list: Json | undefined, name: string, scope: Scope): [string, Binding][] {
  const { type, origin } = listOf(walk, list, scope)
  return [
    [name, { kind: 'item', type: type.kind === 'list' ? type.of : ANY, origin: below(origin, '[]') }],
    ['index', { kind: 'local', type: NUMBER }],
  ]
}

/** The type and the place in the state of the list that is repeated over; it is reported where it stands, not here. */
export function listOf(walk: Walk, list: Json | undefined, scope: Scope): { readonly type: Type; readonly origin: Origin } {
  if (!isText(list) || walk.pending) return { type: ANY, origin: isList(list) ? null : undefined }
  const formula = readFormula(list)
  if (!formula.ok) return { type: ANY, origin: undefined }
  return { type: walk.typeOf(formula.tree, scope), origin: originOf(formula.tree, scope, walk.derivedOrigin) }
}

export function noteShadow(walk: Walk, name: string, scope: Scope, at: Path): void {
  if (!walk.pending && findBinding(scope, name) !== undefined)
    walk.report.note('shadowed-name', at, `Inside, "${name}" is this one and hides the "${name}" outside. Rename it if both are wanted.`)
}
