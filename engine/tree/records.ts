/** The children that a component draws itself (`Tab` in `Tabs`): a record of computed properties for each. */
import type { DrawnSpec } from '../../schema/catalog.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { LIMITS } from '../../schema/limits.ts'
import { evaluateFormula } from '../app/evaluate.ts'
import type { Runtime } from '../app/runtime.ts'
import type { Scope } from '../app/scope.ts'
import { isTrue } from '../formula/values.ts'
import type { Repeat } from './node.ts'
import { type Host, type SlotContext, slotValue } from './slots.ts'
import type { UseScopes } from './use-scopes.ts'
import { childList, phaseOf, slotContent, writtenIn } from './written.ts'

interface RecordDrawing {
  readonly runtime: Runtime
  readonly host: Host
  readonly scopes: UseScopes
}

/** Those of all children, or of all rows. */
export function drawRecords(drawing: RecordDrawing, spec: DrawnSpec, children: readonly Json[], repeat: Repeat | null, scope: Scope): unknown[] {
  return repeat
    ? repeat.rows.value.rows.flatMap(row => recordsOf(drawing, repeat.children, spec, repeat.scopes.of(row), row.key))
    : children.flatMap((child, index) => recordOf(drawing, child, spec, scope, String(index)))
}

function recordsOf(drawing: RecordDrawing, children: readonly Json[], spec: DrawnSpec, at: Scope, key: string): unknown[] {
  return children.flatMap((child, index) => recordOf(drawing, child, spec, at, index === 0 ? key : `${key}/${index}`))
}

/** The computed properties of a child that its parent draws itself (`Tab` in `Tabs`), also where that is a part's view or what was put into a Slot. */
function recordOf(drawing: RecordDrawing, child: Json, spec: DrawnSpec, at: Scope, key: string): unknown[] {
  const { runtime, host } = drawing
  if (child === null || typeof child !== 'object' || Array.isArray(child)) return []
  const written = child as JsonObject
  const cell = runtime.cell(written)
  void cell?.version.value
  const node = cell?.closedAs ?? written
  if (typeof node.type !== 'string') return []
  if (node.show !== undefined && !isTrue(evaluateFormula(node.show, runtime.env(at), runtime.formulas))) return []
  const childSpec = spec.child ? runtime.components.get(spec.child) : undefined
  if (!childSpec || node.type !== spec.child) return recordsInstead(drawing, node, node.type, spec, at, key, !cell || cell.closed)
  const context: SlotContext = { runtime, scope: at, host, node, rowScope: () => at }
  const record: Record<string, unknown> = { key, phase: phaseOf(cell), content: host.nodes(childList(node.children), at) }
  for (const [name, slot] of Object.entries(childSpec.slots)) {
    if (slot.engine) continue
    const growing = cell?.growing?.key === name && slot.grows && !cell.growing.text.includes('$') ? cell.growing.text : undefined
    const raw = growing ?? writtenIn(node, name, slot, cell)
    const value = raw === undefined ? slot.default : slotValue(slot, raw, context, name)
    if (value !== undefined && name !== 'key') record[name] = value
  }
  return [record]
}

function recordsInstead(drawing: RecordDrawing, node: JsonObject, type: string, spec: DrawnSpec, at: Scope, key: string, closed: boolean): unknown[] {
  const { runtime, scopes } = drawing
  if (type === 'Slot') {
    const content = slotContent(node, at)
    return content ? recordsOf(drawing, content.definitions, spec, content.scope, key) : []
  }
  if (runtime.components.has(type)) return []
  const part = runtime.part(type)
  if (part) return at.parts < LIMITS.componentDepth ? recordOf(drawing, part.view, spec, scopes.of(node, part, at, closed), key) : []
  return node.fallback === undefined ? [] : recordOf(drawing, node.fallback, spec, at, key)
}
