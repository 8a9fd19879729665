/** What of a node's properties never changes, what stays as long as the node does, and what its formulas give: told apart once for each definition. */
import type { DrawnSpec, SlotSpec } from '../../schema/catalog.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { hasRichFields, type SlotContext, slotValue, takenAsWritten } from './slots.ts'

/** How a whole node is read. The same for each place that it is drawn in. */
export interface NodePlan {
  readonly node: JsonObject
  /** The properties that hold whatever happens, with the defaults of the others. Not to be written into. */
  readonly constants: Readonly<Record<string, unknown>>
  /** What depends on the scope alone: handlers, and what is drawn in slots. */
  readonly lasting: readonly WrittenSlot[]
  readonly live: readonly WrittenSlot[]
}

interface WrittenSlot {
  /** Of the node, and of the component. */
  readonly name: string
  readonly prop: string
  readonly slot: SlotSpec
  readonly raw: Json
}

/** How a component's properties are read from any node. */
interface SpecPlan {
  readonly defaults: Readonly<Record<string, unknown>>
  /** What is computed of what the author wrote. */
  readonly slots: ReadonlyMap<string, SlotSpec>
}

const specPlans = new WeakMap<DrawnSpec, SpecPlan>()
const nodePlans = new WeakMap<JsonObject, NodePlan>()

export function planOf(spec: DrawnSpec): SpecPlan {
  let plan = specPlans.get(spec)
  if (!plan) {
    const slots = Object.entries(spec.slots).filter(
      ([name, slot]) => !(slot.engine || name === 'bind' || (spec.input && (name === 'value' || name === 'onChange'))),
    )
    const defaults = slots.flatMap(([name, slot]) => (slot.default === undefined ? [] : [[propName(name), slot.default] as const]))
    plan = { defaults: Object.fromEntries(defaults), slots: new Map(slots) }
    specPlans.set(spec, plan)
  }
  return plan
}

/** `node` is all there and is not written into any more. */
export function nodePlan(node: JsonObject, spec: DrawnSpec, context: SlotContext): NodePlan {
  const known = nodePlans.get(node)
  if (known) return known
  const { defaults, slots } = planOf(spec)
  const constants: Record<string, unknown> = { ...defaults, phase: 'developed' }
  const lasting: WrittenSlot[] = []
  const live: WrittenSlot[] = []
  for (const name of Object.keys(node)) {
    const slot = slots.get(name)
    const raw = node[name]
    if (!slot || raw === undefined) continue
    const written = { name, prop: propName(name), slot, raw }
    if (isConstant(slot, raw)) setProp(constants, written.prop, slotValue(slot, raw, context, name))
    else if (isLasting(slot) && !(name === 'onPress' && Object.hasOwn(node, 'confirm'))) lasting.push(written)
    else live.push(written)
  }
  const plan = { node, constants, lasting, live }
  nodePlans.set(node, plan)
  return plan
}

function isConstant(slot: SlotSpec, raw: Json): boolean {
  if (slot.each || slot.names || (slot.fields && hasRichFields(slot.fields))) return false
  if (takenAsWritten.has(slot.kind)) return true
  return slot.kind === 'plain' && !(slot.format === 'src' && typeof raw === 'object') && !computes(raw)
}

function isLasting({ kind, each, names }: SlotSpec): boolean {
  return !each && !names && (kind === 'steps' || kind === 'node' || kind === 'nodes')
}

/** Some text in it has a hole (B20). */
function computes(raw: Json): boolean {
  if (typeof raw === 'string') return raw.includes('${')
  return raw !== null && typeof raw === 'object' && Object.values(raw).some(computes)
}

/** `key` says something else to React. */
export function propName(name: string): string {
  return name === 'key' ? 'keyField' : name
}

/** What has no value is not given, also where there is a default. */
export function setProp(props: Record<string, unknown>, prop: string, value: unknown): void {
  if (value === undefined) delete props[prop]
  else props[prop] = value
}

/** What the person is asked before the steps of `onPress`. */
export function guardedContext(node: JsonObject, spec: DrawnSpec, context: SlotContext): SlotContext {
  const confirm = spec.slots.confirm && Object.hasOwn(node, 'confirm') ? slotValue(spec.slots.confirm, node.confirm ?? null, context) : undefined
  return typeof confirm === 'string' ? { ...context, confirm } : context
}
