/**
 * One drawn place: a node of the document in a scope, and what it shows at the moment. It is computed
 * anew when its own definition grows (while it streams) or when a value that it reads changes.
 */
import { computed, type ReadonlySignal } from '@preact/signals-core'
import type { DrawnSpec, SlotSpec } from '../../schema/catalog.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { LIMITS } from '../../schema/limits.ts'
import { evaluateFormula, evaluatePlain } from '../app/evaluate.ts'
import type { PartDefinition, Runtime } from '../app/runtime.ts'
import type { Scope } from '../app/scope.ts'
import type { Phase } from '../contracts.ts'
import { isTrue } from '../formula/values.ts'
import type { NodeCell } from '../stream/cells.ts'
import { moveRow } from './move-row.ts'
import { partScope } from './part-scope.ts'
import { createRowScopes, type RowScopes } from './row-scopes.ts'
import { computeRows, type Rows } from './rows.ts'
import { type Host, type SlotContext, slotValue, stepsHandler } from './slots.ts'

export type Drawn =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'pending' }
  | { readonly kind: 'fault'; readonly title: string; readonly message: string }
  /** Something else is drawn in its place: a part's view, a fallback, what stands in for an empty list. */
  | { readonly kind: 'instead'; readonly definition: Json; readonly scope: Scope }
  | { readonly kind: 'several'; readonly definitions: readonly Json[]; readonly scope: Scope }
  | { readonly kind: 'outlet' }
  | {
      readonly kind: 'component'
      readonly spec: DrawnSpec
      readonly props: Readonly<Record<string, unknown>>
      readonly repeat: Repeat | null
      readonly children: readonly Json[]
    }

/** The rows of a node with `each`, and the scope of each. */
export interface Repeat {
  readonly rows: ReadonlySignal<Rows>
  readonly scopes: RowScopes
  readonly children: readonly Json[]
  readonly empty: Json | undefined
}

const NOTHING: Drawn = { kind: 'nothing' }
const PENDING: Drawn = { kind: 'pending' }
const NO_CHILDREN: readonly Json[] = []

/** The signal of what `definition` shows in `scope`. */
export function createNode(runtime: Runtime, definition: Json, scope: Scope, host: Host): ReadonlySignal<Drawn> {
  if (typeof definition === 'string' || typeof definition === 'number') return computed(() => draw({ type: 'Text', text: String(definition) }, undefined))
  if (definition === null || typeof definition !== 'object' || Array.isArray(definition)) return computed(() => NOTHING)
  const node = definition as JsonObject
  const cell = runtime.cell(node)
  const edits = {}
  let repeated: { readonly raw: Json; readonly repeat: Repeat } | null = null
  let uses: WeakMap<JsonObject, WeakMap<Scope, { readonly part: PartDefinition; readonly scope: Scope }>> | null = null
  let listed: { readonly raw: Json; readonly rows: ReadonlySignal<Rows>; readonly scopes: RowScopes } | null = null

  let last: Drawn = NOTHING
  let isOpen = true
  return computed(() => {
    void cell?.version.value
    try {
      const next = draw(cell?.closedAs ?? node, cell)
      // A formula that was computed again and came to the same draws nothing. What is open grows in place.
      if (isOpen || !isSame(last, next)) last = next
      isOpen = cell?.closed === false
      return last
    } catch (error) {
      // One node that nobody foresaw must not take the others with it.
      return { kind: 'fault', title: String(node.type), message: `This part could not be drawn: ${error instanceof Error ? error.message : String(error)}` }
    }
  })

  function draw(node: JsonObject, cell: NodeCell | undefined): Drawn {
    const { type } = node
    if (typeof type !== 'string') return cell && !cell.closed ? NOTHING : { kind: 'fault', title: 'A component without a type', message: 'It needs a "type".' }
    const wrong = cell?.issues.find(issue => issue.severity === 'error')
    if (wrong) return { kind: 'fault', title: type, message: wrong.message }
    const env = runtime.env(scope)
    if (node.show !== undefined) {
      const before = runtime.pendingNames()
      const shown = isTrue(evaluateFormula(node.show, env, runtime.formulas))
      // A condition over names that are still to come says nothing yet (B6).
      if (runtime.pendingNames() > before) return PENDING
      if (!shown) return NOTHING
    }
    if (type === 'Outlet') return { kind: 'outlet' }
    if (type === 'Slot') {
      const content = slotContent(node, scope)
      return content ? { kind: 'several', ...content } : NOTHING
    }
    const spec = runtime.components.get(type)
    if (spec) return drawComponent(node, spec, cell)
    const part = runtime.part(type)
    // The check refuses parts in a circle; while the document streams it has not been checked yet.
    if (part && scope.parts >= LIMITS.componentDepth)
      return { kind: 'fault', title: type, message: `Parts stand inside each other at most ${LIMITS.componentDepth} deep.` }
    if (part) return { kind: 'instead', definition: part.view, scope: partScope(node, Object.keys(part.params), runtime, scope) }
    if (runtime.phase.value === 'drawing') {
      void runtime.declared.value
      return PENDING
    }
    if (node.fallback === 'drop') return NOTHING
    if (node.fallback !== undefined) return { kind: 'instead', definition: node.fallback, scope }
    return { kind: 'fault', title: type, message: `There is no component “${type}” in this version.` }
  }

  function drawComponent(node: JsonObject, spec: DrawnSpec, cell: NodeCell | undefined): Drawn {
    const rows = spec.rows ? listRows(node, spec.rows) : null
    // A component speaks of a row by its index among those that it was given, whatever has become of the list since.
    const drawn = rows?.rows.value.rows ?? []
    const context: SlotContext = {
      runtime,
      scope,
      host,
      node,
      rowScope(index) {
        const row = drawn[index]
        return row && rows ? rows.scopes.of(row) : scope
      },
    }
    const { defaults, slots } = planOf(spec)
    const props: Record<string, unknown> = { ...defaults, phase: phaseOf(cell) }
    const confirm = spec.slots.confirm && Object.hasOwn(node, 'confirm') ? slotValue(spec.slots.confirm, node.confirm ?? null, context) : undefined
    const guarded: SlotContext = typeof confirm === 'string' ? { ...context, confirm } : context
    const growing = cell?.growing
    if (growing && slots.get(growing.key)?.grows && !growing.text.includes('$')) props[growing.key] = growing.text
    for (const name of Object.keys(node)) {
      const slot = slots.get(name)
      const raw = slot && writtenIn(node, name, slot, cell)
      if (raw === undefined) continue
      const prop = name === 'key' ? 'keyField' : name
      const before = runtime.pendingNames()
      const value = slotValue(slot as SlotSpec, raw, name === 'onPress' ? guarded : context, name)
      if (value !== undefined && runtime.pendingNames() === before) props[prop] = value
      else delete props[prop]
    }
    if (Object.hasOwn(spec.slots, 'bind')) bindValue(node, spec, context, props)
    if (rows && spec.rows) {
      props[spec.rows.list] = drawn.map(row => row.value)
      rows.scopes.keep(rows.rows.value)
      if (spec.rows.origin) props.onMove = moveHandler(node, rows.rows, context)
    }
    if (spec.slots.open && typeof node.id === 'string') openedByTool(node.id, props)
    return withChildren(node, spec, props, rows)
  }

  function withChildren(
    node: JsonObject,
    spec: DrawnSpec,
    props: Record<string, unknown>,
    rows: { readonly rows: ReadonlySignal<Rows>; readonly scopes: RowScopes } | null,
  ): Drawn {
    const children = childList(node.children)
    const repeat = node.each === undefined ? null : eachRows(node, children)
    switch (spec.children) {
      case 'any':
        return { kind: 'component', spec, props, repeat, children: repeat ? NO_CHILDREN : children }
      case 'rows':
        if (repeat && isEmpty(repeat)) return { kind: 'instead', definition: repeat.empty ?? null, scope }
        if (repeat) repeat.scopes.keep(repeat.rows.value)
        props.rows = repeat
          ? repeat.rows.value.rows.map(row => ({
              key: row.key,
              value: row.identity?.value ?? row.index,
              node: host.nodes(repeat.children, repeat.scopes.of(row)),
            }))
          : children.map((child, index) => ({ key: String(index), value: index, node: host.node(child, scope, String(index)) }))
        break
      case 'records':
        if (repeat && isEmpty(repeat)) return { kind: 'instead', definition: repeat.empty ?? null, scope }
        if (repeat) repeat.scopes.keep(repeat.rows.value)
        props.items = repeat
          ? repeat.rows.value.rows.flatMap(row => recordsOf(repeat.children, spec, repeat.scopes.of(row), row.key))
          : children.flatMap((child, index) => recordOf(child, spec, scope, String(index)))
        break
      case 'template':
        props.renderItem = (index: number) => {
          const row = rows?.rows.peek().rows[index]
          return row && rows ? host.nodes(children, rows.scopes.of(row)) : null
        }
        break
    }
    return { kind: 'component', spec, props, repeat: null, children: NO_CHILDREN }
  }

  function recordsOf(children: readonly Json[], spec: DrawnSpec, at: Scope, key: string): unknown[] {
    return children.flatMap((child, index) => recordOf(child, spec, at, index === 0 ? key : `${key}/${index}`))
  }

  /** The computed properties of a child that its parent draws itself (`Tab` in `Tabs`), also where that is a part's view or what was put into a Slot. */
  function recordOf(child: Json, spec: DrawnSpec, at: Scope, key: string): unknown[] {
    if (child === null || typeof child !== 'object' || Array.isArray(child)) return []
    const written = child as JsonObject
    const cell = runtime.cell(written)
    void cell?.version.value
    const node = cell?.closedAs ?? written
    if (typeof node.type !== 'string') return []
    if (node.show !== undefined && !isTrue(evaluateFormula(node.show, runtime.env(at), runtime.formulas))) return []
    const childSpec = spec.child ? runtime.components.get(spec.child) : undefined
    if (!childSpec || node.type !== spec.child) return recordsInstead(node, node.type, spec, at, key, !cell || cell.closed)
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

  function recordsInstead(node: JsonObject, type: string, spec: DrawnSpec, at: Scope, key: string, closed: boolean): unknown[] {
    if (type === 'Slot') {
      const content = slotContent(node, at)
      return content ? recordsOf(content.definitions, spec, content.scope, key) : []
    }
    if (runtime.components.has(type)) return []
    const part = runtime.part(type)
    if (part) return at.parts < LIMITS.componentDepth ? recordOf(part.view, spec, scopeOfUse(node, part, at, closed), key) : []
    return node.fallback === undefined ? [] : recordOf(node.fallback, spec, at, key)
  }

  /** The same each time, so that what is drawn in it stays, once all of the use is there. */
  function scopeOfUse(node: JsonObject, part: PartDefinition, at: Scope, closed: boolean): Scope {
    const known = uses?.get(node)?.get(at)
    if (known && known.part === part) return known.scope
    const inside = partScope(node, Object.keys(part.params), runtime, at)
    if (!closed) return inside
    uses ??= new WeakMap()
    const places = uses.get(node) ?? new WeakMap()
    uses.set(node, places.set(at, { part, scope: inside }))
    return inside
  }

  function eachRows(node: JsonObject, children: readonly Json[]): Repeat {
    const raw = node.each ?? null
    if (!repeated || repeated.raw !== raw || repeated.repeat.children !== children) {
      const rows = rowsOf(raw, node.key)
      const scopes = createRowScopes(runtime, scope, rows, typeof node.as === 'string' ? node.as : 'item')
      repeated = { raw, repeat: { rows, scopes, children, empty: node.empty } }
    }
    return repeated.repeat.empty === node.empty ? repeated.repeat : { ...repeated.repeat, empty: node.empty }
  }

  function rowsOf(raw: Json, key: Json | undefined): ReadonlySignal<Rows> {
    let before: Rows | null = null
    return computed(() => {
      before = computeRows(runtime, raw, typeof key === 'string' ? key : undefined, runtime.env(scope), before)
      return before
    })
  }

  function listRows(node: JsonObject, { list, as, name }: NonNullable<DrawnSpec['rows']>) {
    const raw = (cell?.opening === list ? null : node[list]) ?? null
    if (!listed || listed.raw !== raw) {
      const rows = rowsOf(raw, node.key)
      const given = node[as]
      listed = { raw, rows, scopes: createRowScopes(runtime, scope, rows, typeof given === 'string' ? given : name) }
    }
    return listed
  }

  /** Two-way binding (B43): the value is read from its place in the state and written there before `onChange` runs. */
  function bindValue(node: JsonObject, spec: DrawnSpec, context: SlotContext, props: Record<string, unknown>): void {
    const env = runtime.env(scope)
    const after = node.onChange === undefined ? null : stepsHandler(node.onChange, context, 'onChange')
    if (typeof node.bind === 'string') {
      const formula = runtime.formulas.formula(node.bind)
      const origin = formula.elementOrigin(env)
      props.value = origin?.value ?? null
      props.readOnly = !origin && runtime.phase.value === 'running'
      props.onChange = (event: JsonObject) => {
        if (runtime.phase.peek() !== 'running') return
        const path = formula.elementOrigin(env)?.path
        if (!path) {
          runtime.report({ code: 'not-there', message: 'What is edited here is not in the app’s data any more, or is there twice, so nothing was written.' })
          return
        }
        const merge = editOf(event.value, `bind:${path.join('/')}`)
        if (runtime.write(path, event.value ?? null, merge)) after?.(event, merge)
      }
      return
    }
    if (!spec.input) {
      if (after) props.onChange = after
      return
    }
    props.value = node.value === undefined ? null : evaluatePlain(node.value, env, runtime.formulas)
    props.readOnly = !after
    props.onChange = (event: JsonObject) => after?.(event, editOf(event.value, edits))
  }

  function openedByTool(id: string, props: Record<string, unknown>): void {
    const open = runtime.opened.value.get(id)
    if (open === undefined) return
    props.open = open
    const { onClose } = props
    props.onClose = () => {
      const next = new Map(runtime.opened.peek())
      next.delete(id)
      runtime.opened.value = next
      if (typeof onClose === 'function') onClose()
    }
  }

  function moveHandler(node: JsonObject, rows: ReadonlySignal<Rows>, context: SlotContext) {
    const after = node.onMove === undefined ? null : stepsHandler(node.onMove, context, 'onMove')
    const groupBy = typeof node.groupBy === 'string' ? node.groupBy : null
    const drawn = rows.value.rows
    return (event: JsonObject) => {
      // A Board says which row went to which group; a SortableList from which place to which.
      const move = groupBy === null ? { row: event.from, group: null, place: event.to } : { row: event.row, group: event.to ?? null, place: event.index }
      const moved = drawn[Number(move.row)]
      const merge = {}
      if (moved && moveRow(runtime, rows.peek().rows, { moved, groupBy, group: move.group, place: Number(move.place), merge })) after?.(event, merge)
    }
  }
}

/** What the use of the part put into this Slot, and the scope that it is drawn in. */
function slotContent(node: JsonObject, { slots }: Scope): { readonly definitions: readonly Json[]; readonly scope: Scope } | null {
  const definitions = slots?.nodes.get(typeof node.name === 'string' ? node.name : '')
  return slots && definitions ? { definitions, scope: slots.scope } : null
}

/** There is nothing to show, and something that stands in for it (B42). */
function isEmpty({ rows, empty }: Repeat): boolean {
  return rows.value.rows.length === 0 && empty !== undefined && !rows.value.pending
}

function isSame(a: Drawn, b: Drawn): boolean {
  if (a.kind !== 'component' || b.kind !== 'component') return a.kind === 'nothing' && b.kind === 'nothing'
  if (a.spec !== b.spec || a.repeat !== b.repeat || a.children !== b.children) return false
  const names = Object.keys(b.props)
  return names.length === Object.keys(a.props).length && names.every(name => Object.is(a.props[name], b.props[name]))
}

interface Plan {
  readonly defaults: Readonly<Record<string, unknown>>
  /** What is computed of what the author wrote. */
  readonly slots: ReadonlyMap<string, SlotSpec>
}

const plans = new WeakMap<DrawnSpec, Plan>()

function planOf(spec: DrawnSpec): Plan {
  let plan = plans.get(spec)
  if (!plan) {
    const slots = Object.entries(spec.slots).filter(
      ([name, slot]) => !(slot.engine || name === 'bind' || (spec.input && (name === 'value' || name === 'onChange'))),
    )
    const defaults = slots.flatMap(([name, slot]) => (slot.default === undefined ? [] : [[name === 'key' ? 'keyField' : name, slot.default] as const]))
    plan = { defaults: Object.fromEntries(defaults), slots: new Map(slots) }
    plans.set(spec, plan)
  }
  return plan
}

function childList(children: Json | undefined): readonly Json[] {
  if (children === undefined || children === null) return NO_CHILDREN
  return Array.isArray(children) ? children : [children]
}

/** What is typed or dragged in one field is one entry of the undo history, what is switched one each time (B62). */
function editOf(value: Json | undefined, field: unknown): unknown {
  return typeof value === 'string' || typeof value === 'number' ? field : {}
}

/** What the author wrote in a slot; nothing while a list or record in it is still open, unless components stand in it, which count one by one. */
function writtenIn(node: JsonObject, name: string, { kind }: SlotSpec, cell: NodeCell | undefined): Json | undefined {
  if (!Object.hasOwn(node, name) || (cell?.opening === name && kind !== 'node' && kind !== 'nodes')) return undefined
  return node[name]
}

function phaseOf(cell: NodeCell | undefined): Phase {
  return !cell || cell.closed ? 'developed' : 'outline'
}
