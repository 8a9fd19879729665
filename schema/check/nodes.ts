/** Components: which there are, their properties, and what may stand in them. */

import type { ComponentSpec, SlotSpec } from '../catalog.ts'
import { didYouMean } from '../formula/did-you-mean.ts'
import { ANY, NUMBER, type Type } from '../formula/types.ts'
import { commonSlots, components } from '../generated/catalog.ts'
import type { Json, JsonObject, Path } from '../json/json.ts'
import { formatPointer } from '../json/pointer.ts'
import { isPlannedComponent } from '../planned.ts'
import { readFormula } from './formulas.ts'
import { isList, isRecord, isText, kindText, listed, own } from './kinds.ts'
import { below, originOf } from './origins.ts'
import { changeTo, orElse, renameTo } from './repairs.ts'
import { type Binding, findBinding, innerScope, type Origin, type Scope } from './scope.ts'
import type { NodePlace, Params, SlotPlace, Walk } from './walk.ts'

const plainText: SlotSpec = { kind: 'plain', type: 'text' }

/** Checks one component with all that is in it. */
export function checkNode(walk: Walk, value: Json, at: Path, scope: Scope, place: NodePlace): void {
  count(walk, place)
  if (isText(value)) {
    walk.slot(value, plainText, at, { scope, node: place })
    return
  }
  if (!isRecord(value)) {
    walk.report.error('not-a-component', at, `A component is expected here, { "type": … }, or a text; this is ${kindText(value)}.`)
    return
  }
  const type = own(value, 'type')
  if (!isText(type)) {
    walk.report.error('missing-type', at, 'A component says what it is: "type" is missing.')
    return
  }
  const part = walk.definitions.parts.get(type)
  const spec = components.get(type)
  if (part) checkPartUse(walk, value, type, part, at, scope, place)
  else if (spec) checkComponent(walk, value, spec, at, scope, place)
  else checkUnknown(walk, value, type, at, scope, place)
}

function count(walk: Walk, place: NodePlace): void {
  const key = place.owner.kind === 'part' ? place.owner.name : ''
  walk.facts.nodeCounts.set(key, (walk.facts.nodeCounts.get(key) ?? 0) + 1)
  walk.facts.depths.set(key, Math.max(walk.facts.depths.get(key) ?? 0, place.depth + 1))
}

/** A component that this version does not know: what stands in for it is checked (B47). */
function checkUnknown(walk: Walk, node: JsonObject, type: string, at: Path, scope: Scope, place: NodePlace): void {
  const fallback = own(node, 'fallback')
  const typeAt = [...at, 'type']
  if (fallback !== undefined) {
    walk.report.note('unknown-component', typeAt, `This version has no component "${type}": its fallback stands in.`)
    if (fallback !== 'drop') walk.node(fallback, [...at, 'fallback'], scope, place)
    return
  }
  if (walk.pending) return
  if (isPlannedComponent(type)) {
    walk.report.error(
      'planned-component',
      typeAt,
      `The component "${type}" is not available in this version: use another one, or say what stands in for it in "fallback".`,
    )
    return
  }
  const names = [...components.keys(), ...walk.definitions.parts.keys()]
  const suggestion = didYouMean(type, names)
  walk.report.error(
    'unknown-component',
    typeAt,
    `There is no component "${type}"${orElse(suggestion, '. The catalogue lists those there are.')}`,
    changeTo(typeAt, suggestion),
  )
  walkChildren(walk, node, at, scope, place)
}

function checkComponent(walk: Walk, node: JsonObject, spec: ComponentSpec, at: Path, scope: Scope, place: NodePlace): void {
  const childScope = repeatScope(walk, node, at, scope)
  const rowScope = (): Scope => rowsScope(walk, node, spec, scope)
  const inside: NodePlace = { ...place, depth: place.depth + 1, parent: spec.name }
  for (const key of Object.keys(node)) {
    if (key === 'type' || key === 'children') continue
    const slot = Object.hasOwn(spec.slots, key) ? spec.slots[key] : undefined
    if (!slot) reportUnknownProperty(walk, key, spec, at)
    else walk.slot(node[key] as Json, slot, [...at, key], slotPlace(slot, scope, rowScope, inside))
  }
  for (const [name, slot] of Object.entries(spec.slots)) if (slot.required && !Object.hasOwn(node, name)) reportMissing(walk, name, spec, at)
  if (spec.input !== undefined) checkBinding(walk, node, spec, at)
  checkParent(walk, spec, at, place)
  checkRowsOrigin(walk, node, spec, at, scope)
  checkChildren(walk, node, spec, at, spec.children === 'template' ? rowScope() : childScope, inside)
}

function slotPlace(slot: SlotSpec, scope: Scope, rowScope: () => Scope, node: NodePlace): SlotPlace {
  const names = slot.names
  if (!names) return { scope, rowScope, node }
  const withNames = (outer: Scope): Scope =>
    innerScope(
      outer,
      names.map(name => [name, { kind: 'local', type: ANY }]),
    )
  return { scope: withNames(scope), rowScope: () => withNames(rowScope()), node }
}

/** Inside a repeat: the element's name and `index` (B42). */
function repeatScope(walk: Walk, node: JsonObject, at: Path, scope: Scope): Scope {
  const each = own(node, 'each')
  if (each === undefined) return scope
  const as = own(node, 'as')
  const name = isText(as) ? as : 'item'
  noteShadow(walk, name, scope, Object.hasOwn(node, 'as') ? [...at, 'as'] : [...at, 'each'])
  return innerScope(scope, itemBindings(walk, each, name, scope))
}

/** In what a component evaluates per row: the row's name and `index`. */
function rowsScope(walk: Walk, node: JsonObject, spec: ComponentSpec, scope: Scope): Scope {
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
function listOf(walk: Walk, list: Json | undefined, scope: Scope): { readonly type: Type; readonly origin: Origin } {
  if (!isText(list) || walk.pending) return { type: ANY, origin: isList(list) ? null : undefined }
  const formula = readFormula(list)
  if (!formula.ok) return { type: ANY, origin: undefined }
  return { type: walk.typeOf(formula.tree, scope), origin: originOf(formula.tree, scope, walk.derivedOrigin) }
}

function checkRowsOrigin(walk: Walk, node: JsonObject, spec: ComponentSpec, at: Path, scope: Scope): void {
  if (!spec.rows?.origin || walk.pending) return
  const list = own(node, spec.rows.list)
  if (list === undefined || listOf(walk, list, scope).origin !== null) return
  walk.report.error(
    'read-only',
    [...at, spec.rows.list],
    `${spec.name} writes into its list: give it a list of the state, or filter, sort, take, skip, reverse or uniq of one.`,
  )
}

export function noteShadow(walk: Walk, name: string, scope: Scope, at: Path): void {
  if (!walk.pending && findBinding(scope, name) !== undefined)
    walk.report.note('shadowed-name', at, `Inside, "${name}" is this one and hides the "${name}" outside. Rename it if both are wanted.`)
}

function reportUnknownProperty(walk: Walk, key: string, spec: ComponentSpec, at: Path): void {
  const names = Object.keys(spec.slots)
  const alias = spec.aliases && Object.hasOwn(spec.aliases, key) ? spec.aliases[key] : undefined
  const events = names.filter(name => /^on[A-Z]/.test(name))
  const suggestion = alias ?? didYouMean(key, /^on[A-Z]/.test(key) ? events : names)
  const own = names.filter(name => !Object.hasOwn(commonSlots, name))
  const instead = /^on/.test(key)
    ? `. Its events are ${events.length > 0 ? listed(events) : 'none'}.`
    : key === 'style' || key === 'className' || key === 'class'
      ? '. There is no CSS: use tone, size, gap, surface.'
      : `. It has ${listed(own)}.`
  const place = [...at, key]
  walk.report.error(
    'unknown-property',
    place,
    `${spec.name} has no property "${key}"${suggestion ? `: did you mean "${suggestion}"?` : instead}`,
    renameTo(place, suggestion),
  )
}

function reportMissing(walk: Walk, name: string, spec: ComponentSpec, at: Path): void {
  if (name === 'label')
    walk.report.error(
      'missing-label',
      at,
      `${spec.name} needs a "label", which says what it is; screen readers read it.${Object.hasOwn(spec.slots, 'hideLabel') ? ' "hideLabel": true hides it where it can be seen otherwise.' : ''}`,
    )
  else walk.report.error('missing-property', at, `${spec.name} needs "${name}".`)
}

/** An input takes either `bind`, or `value` with `onChange` (B43). */
function checkBinding(walk: Walk, node: JsonObject, spec: ComponentSpec, at: Path): void {
  const bound = Object.hasOwn(node, 'bind')
  const valued = Object.hasOwn(node, 'value')
  if (bound && valued)
    walk.report.error('two-values', [...at, 'value'], `${spec.name} takes either "bind" or "value" with "onChange", not both: remove one.`, {
      fix: { title: 'Remove "value"', edits: [{ remove: formatPointer([...at, 'value']) }] },
    })
  else if (!bound && !valued && !Object.hasOwn(node, 'onChange'))
    walk.report.error('missing-bind', at, `${spec.name} has nothing to edit: "bind" names a place in the state, or "value" with "onChange".`)
  else if (valued && !Object.hasOwn(node, 'onChange') && own(node, 'disabled') !== true)
    walk.report.note('read-only', at, `${spec.name} has a "value" but no "onChange": it cannot be changed.`)
}

function checkParent(walk: Walk, spec: ComponentSpec, at: Path, place: NodePlace): void {
  if (spec.parent !== undefined && place.parent !== undefined && place.parent !== spec.parent)
    walk.report.error('wrong-parent', at, `${spec.name} stands only in ${spec.parent}.`)
  if (spec.name === 'Slot' && place.owner.kind !== 'part')
    walk.report.error('wrong-parent', at, 'A Slot stands only in a part: it is where the children of its use go.')
  if (spec.name === 'Outlet' && walk.definitions.pages.size === 0 && !walk.pending)
    walk.report.error('wrong-parent', at, 'An Outlet shows the current page: this app has no "pages".')
}

function checkChildren(walk: Walk, node: JsonObject, spec: ComponentSpec, at: Path, scope: Scope, inside: NodePlace): void {
  const children = own(node, 'children')
  if (children === undefined) {
    if (Object.hasOwn(node, 'each')) walk.report.error('missing-children', at, '"each" draws the "children" once per element: there are none.')
    return
  }
  if (spec.children === 'none') {
    walk.report.error('no-children', [...at, 'children'], `${spec.name} takes no children: put it beside them in a Row or Stack.`)
    return
  }
  if (spec.child !== undefined && isList(children))
    children.forEach((child, index) => {
      const type = isRecord(child) ? own(child, 'type') : undefined
      if (isText(type) && type !== spec.child && components.has(type))
        walk.report.error('wrong-child', [...at, 'children', index], `${spec.name} takes only ${spec.child}: put this into one.`)
      else if (!isRecord(child)) walk.report.error('wrong-child', [...at, 'children', index], `${spec.name} takes only ${spec.child}.`)
    })
  walkChildren(walk, node, at, scope, inside)
}

function walkChildren(walk: Walk, node: JsonObject, at: Path, scope: Scope, place: NodePlace): void {
  const children = own(node, 'children')
  if (isList(children)) for (const [index, child] of children.entries()) walk.node(child, [...at, 'children', index], scope, place)
  else if (children !== undefined) walk.report.error('wrong-type', [...at, 'children'], `"children" is a list of components; this is ${kindText(children)}.`)
}

/** A part is used like a component: its parameters are its properties (B45). */
function checkPartUse(walk: Walk, node: JsonObject, type: string, part: Params, at: Path, scope: Scope, place: NodePlace): void {
  const owner = place.owner.kind === 'part' ? place.owner.name : ''
  const uses = walk.facts.partUses.get(owner) ?? []
  uses.push({ name: type, depth: place.depth })
  walk.facts.partUses.set(owner, uses)
  const names = [...part.types.keys()]
  const inside: NodePlace = { owner: place.owner, depth: place.depth + 1 }
  for (const key of Object.keys(node)) {
    if (key === 'type' || key === 'children') continue
    const value = node[key] as Json
    if (part.types.has(key)) walk.slot(value, { kind: 'plain', type: 'any' }, [...at, key], { scope, node: inside })
    else if (Object.hasOwn(commonSlots, key)) walk.slot(value, commonSlots[key] as SlotSpec, [...at, key], { scope, node: inside })
    else {
      const suggestion = didYouMean(key, names)
      walk.report.error(
        'unknown-property',
        [...at, key],
        `The part "${type}" has no parameter "${key}"${suggestion ? `: did you mean "${suggestion}"?` : names.length > 0 ? `. It has ${listed(names)}.` : '.'}`,
        renameTo([...at, key], suggestion),
      )
    }
  }
  if (Object.hasOwn(node, 'children')) walkChildren(walk, node, at, repeatScope(walk, node, at, scope), inside)
}
