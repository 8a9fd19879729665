/** Components: which there are, their properties, and what may stand in them. */

import type { ComponentSpec, SlotSpec } from '../catalog.ts'
import { ANY } from '../formula/types.ts'
import { blocks, commonSlots, components } from '../generated/catalog.ts'
import type { Json, JsonObject, Path } from '../json/json.ts'
import { type AsMeant, asWritten, readAsMeant, type Slip } from './as-meant.ts'
import { checkBlockPlace } from './block-use.ts'
import { checkFieldNames } from './field-names.ts'
import { fitsKeys, guessLabel } from './guess.ts'
import { checkBinding } from './inputs.ts'
import { isList, isRecord, isText, kindText, listed, own, recordOf } from './kinds.ts'
import { reportNoComponent, reportNoType } from './no-component.ts'
import { drawnAs, slotName, slotParent } from './part-views.ts'
import { changeTo, orElse, removeAt, setTo } from './repairs.ts'
import { listOf, repeatScope, rowsScope } from './repeats.ts'
import { innerScope, type Scope } from './scope.ts'
import { isSettled } from './settled.ts'
import { slotWords } from './slot-words.ts'
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
    reportNoComponent(walk, value, at)
    return
  }
  const type = own(value, 'type')
  if (!isText(type)) {
    reportNoType(walk, value, at)
    return
  }
  const part = walk.definitions.parts.get(type)
  const spec = components.get(type)
  // Where the document is still being written, a part of this name may follow.
  const block = walk.pending ? undefined : blocks.get(type)
  if (part) checkPartUse(walk, value, type, part, at, scope, place)
  else if (spec) checkComponent(walk, value, spec, at, scope, place)
  else if (block) {
    checkBlockPlace(walk, value, block, at, place)
    checkComponent(walk, value, block, at, scope, place)
  } else checkUnknown(walk, value, type, at, scope, place)
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
  const names = [...components.keys(), ...blocks.keys(), ...walk.definitions.parts.keys()]
  const keys = Object.keys(node).filter(key => key !== 'type' && key !== 'children')
  const near = walk.report.advice?.nearestFitting(type, names, name => {
    const spec = components.get(name) ?? blocks.get(name)
    return spec === undefined || (fitsKeys(keys, spec.slots) && (spec.children !== 'none' || !Object.hasOwn(node, 'children')))
  })
  walk.report.error(
    'unknown-component',
    typeAt,
    `There is no component "${type}"${orElse(near, '. The catalogue lists those there are.')}`,
    changeTo(typeAt, near),
  )
  // What it was meant as is looked into, so that the rest is told at once.
  const meant = near?.sure ? components.get(near.name) : undefined
  const part = near?.sure ? walk.definitions.parts.get(near.name) : undefined
  if (meant) checkComponent(walk, node, meant, at, scope, place)
  else if (near && part) checkPartUse(walk, node, near.name, part, at, scope, place)
  else walkChildren(walk, own(node, 'children'), [...at, 'children'], scope, place)
}

function checkComponent(walk: Walk, written: JsonObject, spec: ComponentSpec, at: Path, scope: Scope, place: NodePlace): void {
  const meant = readProperties(walk, written, spec, at)
  const node = meant.record
  for (const slip of meant.slips) reportUnknownProperty(walk, slip, spec, at)
  const childScope = repeatScope(walk, meant, at, scope)
  const rowScope = (): Scope => rowsScope(walk, node, spec, scope)
  const repeated = place.repeated || Object.hasOwn(node, 'each') || spec.rows !== undefined
  const inside: NodePlace = { owner: place.owner, depth: place.depth + 1 + (spec.block?.depth ?? 0), parent: spec.name, ...(repeated && { repeated }) }
  for (const key of Object.keys(node)) {
    const slot = key === 'type' || key === 'children' || !Object.hasOwn(spec.slots, key) ? undefined : spec.slots[key]
    const value = node[key] as Json
    if (slot && (walk.report.advice !== null || !isSettled(value, slot))) walk.slot(value, slot, meant.place(key), slotPlace(slot, scope, rowScope, inside))
  }
  for (const name of requiredOf(spec))
    if (isMissing(own(node, name), spec.slots[name] as SlotSpec)) reportMissing(walk, name, spec, node, Object.hasOwn(node, name) ? meant.place(name) : at)
  if (spec.input !== undefined) checkBinding(walk, meant, spec, at, scope)
  if (spec.capability) noteUse(walk, spec, node, at)
  checkParent(walk, spec, at, place)
  checkRowsOrigin(walk, meant, spec, scope)
  checkFieldNames(walk, meant, spec, list => listOf(walk, list, scope).type)
  checkChildren(walk, meant, spec, at, spec.children === 'template' ? rowScope() : childScope, { inside, place, outer: childScope })
}

function noteUse(walk: Walk, { name, capability }: ComponentSpec, node: JsonObject, at: Path): void {
  const scope = capability?.scope && own(node, capability.scope.argument)
  walk.facts.componentUses.push({ component: name, at, scope })
}

const required = new WeakMap<ComponentSpec, readonly string[]>()

/** The properties that a component cannot do without; looked up for each component that streams. */
function requiredOf(spec: ComponentSpec): readonly string[] {
  let names = required.get(spec)
  if (!names) {
    names = Object.keys(spec.slots).filter(name => spec.slots[name]?.required)
    required.set(spec, names)
  }
  return names
}

/** Null stands for nothing where a text or a number is required. */
function isMissing(value: Json | undefined, slot: SlotSpec): boolean {
  return value === undefined || (value === null && slot.kind === 'plain' && !(slot.types ?? [slot.type]).includes('any'))
}

const wrappers: ReadonlySet<string> = new Set(['props', 'properties', 'attributes', 'attrs', 'config', 'args'])

function readProperties(walk: Walk, node: JsonObject, spec: ComponentSpec, at: Path): AsMeant {
  if (Object.keys(node).every(key => key === 'type' || key === 'children' || Object.hasOwn(spec.slots, key))) return asWritten(node, at)
  return readAsMeant(node, at, {
    names: [...Object.keys(spec.slots), 'type', 'children'],
    required: requiredOf(spec),
    wrappers,
    nearest(key, free, missing) {
      const alias = spec.aliases && Object.hasOwn(spec.aliases, key) ? spec.aliases[key] : undefined
      if (alias !== undefined && free.includes(alias)) return { name: alias, sure: true }
      const fitting = free.filter(name => name !== 'type' && (name !== 'children' || spec.children !== 'none'))
      return walk.report.advice?.nearestProperty(key, isEventName(key) ? fitting.filter(isEventName) : fitting, missing)
    },
  })
}

const isEventName = (name: string): boolean => /^on[A-Z_-]/.test(name)

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

function checkRowsOrigin(walk: Walk, { record: node, place }: AsMeant, spec: ComponentSpec, scope: Scope): void {
  if (!spec.rows?.origin || walk.pending) return
  const list = own(node, spec.rows.list)
  if (list === undefined || listOf(walk, list, scope).origin !== null) return
  walk.report.error(
    'read-only',
    place(spec.rows.list),
    `${spec.name} writes into its list: give it a list of the state, or filter, sort, take, skip, reverse or uniq of one.`,
  )
}

function reportUnknownProperty(walk: Walk, { key, near, fix, lifted }: Slip, spec: ComponentSpec, at: Path): void {
  const place = [...at, key]
  if (lifted) {
    walk.report.error('unknown-property', place, `The properties of ${spec.name} stand beside its "type", not in a record "${key}".`, { fix })
    return
  }
  const names = Object.keys(spec.slots)
  const events = names.filter(isEventName)
  const own = names.filter(name => !Object.hasOwn(commonSlots, name))
  const isLook = looks.has(key)
  const instead = isEventName(key)
    ? `. Its events are ${events.length > 0 ? listed(events) : 'none'}.`
    : isLook
      ? '. There is no CSS: use tone, size, gap, surface.'
      : `. It has ${listed(own)}.`
  const known = isLook ? undefined : near
  walk.report.error('unknown-property', place, `${spec.name} has no property "${key}"${orElse(known, instead)}`, {
    suggestion: known?.name,
    fix: isLook ? removeAt(place).fix : fix,
  })
}
const looks: ReadonlySet<string> = new Set(['style', 'className', 'class', 'css', 'sx'])

/** `at` is the component, or the null that stands for the property. */
function reportMissing(walk: Walk, name: string, spec: ComponentSpec, node: JsonObject, at: Path): void {
  if (name !== 'label') {
    walk.report.error('missing-property', at, `${spec.name} needs "${name}", ${slotWords(spec.slots[name] as SlotSpec)}.`)
    return
  }
  const label = guessLabel(node)
  walk.report.error(
    'missing-label',
    at,
    `${spec.name} needs a "label", which says what it is; screen readers read it.${Object.hasOwn(spec.slots, 'hideLabel') ? ' "hideLabel": true hides it where it can be seen otherwise.' : ''}`,
    label === undefined ? {} : { suggestion: label, ...setTo(Object.hasOwn(node, 'label') ? at : [...at, 'label'], label, `Add the label "${label}"`) },
  )
}

function checkParent(walk: Walk, spec: ComponentSpec, at: Path, place: NodePlace): void {
  if (standsWrong(walk, spec, place)) walk.report.error('wrong-parent', at, `${spec.name} stands only in ${spec.parent}.`)
  if (spec.name === 'Slot' && place.owner.kind !== 'part')
    walk.report.error('wrong-parent', at, 'A Slot stands only in a part: it is where the children of its use go.')
  if (spec.name === 'Outlet' && walk.definitions.pages.size === 0 && !walk.pending)
    walk.report.error('wrong-parent', at, 'An Outlet shows the current page: this app has no "pages".')
}

/** A part's view stands where the part is used, and while a document streams that may be anywhere. */
function standsWrong(walk: Walk, { parent }: ComponentSpec, place: NodePlace): boolean {
  if (parent === undefined || place.parent === parent) return false
  return place.parent !== undefined || (place.owner.kind !== 'part' && !walk.pending)
}

function checkChildren(
  walk: Walk,
  meant: AsMeant,
  spec: ComponentSpec,
  at: Path,
  scope: Scope,
  { inside, place, outer }: { readonly inside: NodePlace; readonly place: NodePlace; readonly outer: Scope },
): void {
  const children = own(meant.record, 'children')
  if (children === undefined) {
    if (Object.hasOwn(meant.record, 'each')) walk.report.error('missing-children', at, '"each" draws the "children" once per element: there are none.')
    return
  }
  if (spec.children === 'none') {
    reportNoChildren(walk, meant.record, children, spec, meant.place('children'), place)
    return
  }
  if (isList(children) && spec.child !== undefined)
    for (const [index, child] of children.entries()) checkChild(walk, child, spec, spec.child, [...meant.place('children'), index])
  // While a document is being written, those inside have been checked by themselves.
  if (!walk.pending || !isList(children)) walkChildren(walk, children, meant.place('children'), scope, inside, spec.block && outer)
}

/** A component that takes only certain children looks through parts, and takes what a part's use puts into a Slot (B50). */
function checkChild(walk: Walk, child: Json, { name }: ComponentSpec, only: string, at: Path): void {
  const type = isRecord(child) ? own(child, 'type') : undefined
  if (!isRecord(child)) walk.report.error('wrong-child', at, `${name} takes only ${only}.`)
  else if (isText(type) && walk.definitions.parts.has(type)) {
    const drawn = drawnAs(walk.definitions.parts, type)
    if (drawn !== only && drawn !== 'Slot' && (drawn === undefined || components.has(drawn)))
      walk.report.error('wrong-child', at, `${name} takes only ${only}: the part "${type}" is ${drawn === undefined ? 'none' : `a ${drawn}`}.`)
  } else if (isText(type) && type !== only && type !== 'Slot' && components.has(type))
    walk.report.error('wrong-child', at, `${name} takes only ${only}: put this into one.`)
}

/** What stands in a component that takes nothing goes beside it, where the list around it takes anything. */
function reportNoChildren(walk: Walk, node: JsonObject, children: Json, spec: ComponentSpec, at: Path, { among, parent }: NodePlace): void {
  const free = among && (parent === undefined || components.get(parent)?.child === undefined) && !Object.hasOwn(node, 'each')
  const { children: _, ...alone } = node
  const beside = free ? among.list.toSpliced(among.index, 1, alone, ...(isList(children) ? children : [children])) : undefined
  walk.report.error(
    'no-children',
    at,
    `${spec.name} takes no children: put ${isList(children) && children.length > 1 ? 'them' : 'it'} beside it, in a Row or Stack.`,
    isList(children) && children.length === 0 ? removeAt(at) : setTo(among?.at ?? at, beside, 'Put it beside'),
  )
}

/** @param slotted the scope of those that go to a Slot with a name, where it is another one */
function walkChildren(walk: Walk, children: Json | undefined, at: Path, scope: Scope, place: NodePlace, slotted: Scope = scope): void {
  if (isList(children))
    for (const [index, child] of children.entries())
      walk.node(
        child,
        [...at, index],
        isRecord(child) && slotName(child, 'slot') !== '' ? slotted : scope,
        walk.report.advice ? { ...place, among: { at, list: children, index } } : place,
      )
  else if (children !== undefined) walk.report.error('wrong-type', at, `"children" is a list of components; this is ${kindText(children)}.`)
}

/** What the use of a part has besides the part's parameters: all else belongs to the components in its view, or to one round it (B45). */
const useNames: readonly string[] = ['id', 'show', 'slot', 'type', 'children']
const repeatNames: readonly string[] = ['each', 'as', 'key', 'empty']

/** A part is used like a component: its parameters are its properties (B45). */
function checkPartUse(walk: Walk, node: JsonObject, type: string, part: Params, at: Path, scope: Scope, place: NodePlace): void {
  const owner = place.owner.kind === 'part' ? place.owner.name : ''
  const uses = walk.facts.partUses.get(owner) ?? []
  uses.push({ name: type, depth: place.depth })
  walk.facts.partUses.set(owner, uses)
  const drawn = drawnAs(walk.definitions.parts, type)
  const spec = drawn === undefined ? undefined : components.get(drawn)
  if (spec && standsWrong(walk, spec, place)) walk.report.error('wrong-parent', at, `The part "${type}" is a ${drawn}, which stands only in ${spec.parent}.`)
  const params = [...part.types.keys()]
  const repeated = Object.hasOwn(node, 'each') && !params.includes('each')
  if (repeated) reportRepeatedPart(walk, node, type, params, at, place)
  const meant = readAsMeant(repeated ? alone(node, params) : node, at, {
    names: [...params, ...useNames],
    required: params,
    wrappers: new Set(['params', ...wrappers]),
    nearest: (key, free, missing) =>
      walk.report.advice?.nearestProperty(
        key,
        free.filter(name => params.includes(name)),
        missing,
      ),
  })
  for (const slip of meant.slips) reportUnknownParameter(walk, slip, type, params, at)
  // What was written for one element is no second fault.
  const inner = repeated ? repeatScope(walk, asWritten(node, at), at, scope) : scope
  const inside: NodePlace = { owner: place.owner, depth: place.depth + 1 }
  for (const [key, value] of Object.entries(meant.record)) {
    if (key === 'type' || key === 'children') continue
    const slot = params.includes(key) ? anyPlain : (commonSlots[key] as SlotSpec)
    walk.slot(value, slot, meant.place(key), { scope: inner, node: inside })
  }
  if (Object.hasOwn(meant.record, 'children')) walkContent(walk, own(meant.record, 'children'), type, meant.place('children'), inner, { place, inside })
}
const anyPlain: SlotSpec = { kind: 'plain', type: 'any' }

/** The children of a part's use stand where the Slot stands that they go to. */
function walkContent(
  walk: Walk,
  children: Json | undefined,
  type: string,
  at: Path,
  scope: Scope,
  { place, inside }: { readonly place: NodePlace; readonly inside: NodePlace },
): void {
  if (!isList(children)) {
    walkChildren(walk, children, at, scope, inside)
    return
  }
  for (const [index, child] of children.entries()) {
    const around = slotParent(walk.definitions.parts, type, isRecord(child) ? slotName(child, 'slot') : '')
    const parent = around === null ? place.parent : around
    const spec = parent === undefined ? undefined : components.get(parent)
    if (spec?.child !== undefined) checkChild(walk, child, spec, spec.child, [...at, index])
    walk.node(child, [...at, index], scope, { ...inside, ...(parent !== undefined && { parent }), among: { at, list: children, index } })
  }
}

function reportRepeatedPart(walk: Walk, node: JsonObject, type: string, params: readonly string[], at: Path, place: NodePlace): void {
  const repeat = repeatNames.flatMap((name): [string, Json][] => (Object.hasOwn(node, name) && !params.includes(name) ? [[name, node[name] as Json]] : []))
  const free = !Object.hasOwn(node, 'children') && (place.parent === undefined || components.get(place.parent)?.child === undefined)
  walk.report.error(
    'unknown-property',
    [...at, 'each'],
    `The use of a part is not repeated: put a component with the "each", like a Stack, round "${type}", or in it round its children.`,
    setTo(at, free ? recordOf([['type', 'Stack'], ...repeat, ['children', [alone(node, params)]]]) : undefined, 'Put a Stack with the "each" round it'),
  )
}

/** The use without its repetition. */
function alone(node: JsonObject, params: readonly string[]): JsonObject {
  return recordOf(Object.keys(node).flatMap((key): [string, Json][] => (repeatNames.includes(key) && !params.includes(key) ? [] : [[key, node[key] as Json]])))
}

function reportUnknownParameter(walk: Walk, { key, near, fix, lifted }: Slip, type: string, params: readonly string[], at: Path): void {
  const instead = Object.hasOwn(commonSlots, key)
    ? `: "${key}" is for a component in its view, or for one round it.`
    : params.length > 0
      ? `. It has ${listed(params)}.`
      : '.'
  walk.report.error(
    'unknown-property',
    [...at, key],
    lifted
      ? `What the part "${type}" is given stands beside its "type", not in a record "${key}".`
      : `The part "${type}" has no parameter "${key}"${orElse(near, instead)}`,
    { suggestion: near?.name, fix },
  )
}
