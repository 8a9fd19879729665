/**
 * One drawn place: a node of the document in a scope, and what it shows at the moment. It is computed
 * anew when its own definition grows (while it streams) or when a value that it reads changes.
 */
import { computed, type ReadonlySignal } from '@preact/signals-core'
import type { ComponentSpec, SlotSpec } from '../../schema/catalog.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { LIMITS } from '../../schema/limits.ts'
import { evaluateFormula, evaluatePlain } from '../app/evaluate.ts'
import type { Runtime } from '../app/runtime.ts'
import type { Scope } from '../app/scope.ts'
import type { Phase } from '../contracts.ts'
import { isTrue } from '../formula/values.ts'
import type { NodeCell } from '../stream/cells.ts'
import { moveRow } from './move-row.ts'
import { partScope } from './part-scope.ts'
import { createRowScopes, type RowScopes } from './row-scopes.ts'
import { computeRows, type Row, type Rows } from './rows.ts'
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
      readonly spec: ComponentSpec
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
  let repeated: { readonly raw: Json; readonly repeat: Repeat } | null = null
  let listed: { readonly raw: Json; readonly rows: ReadonlySignal<Rows>; readonly scopes: RowScopes } | null = null

  return computed(() => {
    void cell?.version.value
    try {
      return draw(cell?.closedAs ?? node, cell)
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
      const content = scope.slots?.nodes.get(typeof node.name === 'string' ? node.name : '')
      return content && scope.slots ? { kind: 'several', definitions: content, scope: scope.slots.scope } : NOTHING
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

  function drawComponent(node: JsonObject, spec: ComponentSpec, cell: NodeCell | undefined): Drawn {
    const rows = spec.rows ? listRows(node, spec.rows) : null
    const context: SlotContext = {
      runtime,
      scope,
      host,
      rowScope(index) {
        const row = rows?.rows.value.rows[index]
        return row && rows ? rows.scopes.of(row) : scope
      },
    }
    const props: Record<string, unknown> = { phase: phaseOf(cell) }
    const confirm = spec.slots.confirm && Object.hasOwn(node, 'confirm') ? slotValue(spec.slots.confirm, node.confirm ?? null, context) : undefined
    const guarded: SlotContext = typeof confirm === 'string' ? { ...context, confirm } : context
    for (const [name, slot] of Object.entries(spec.slots)) {
      if (slot.engine || name === 'bind' || (spec.input && (name === 'value' || name === 'onChange'))) continue
      const growing = cell?.growing?.key === name && slot.grows && !cell.growing.text.includes('$') ? cell.growing.text : undefined
      const raw = growing ?? writtenIn(node, name, slot, cell)
      const before = runtime.pendingNames()
      const value = raw === undefined ? slot.default : slotValue(slot, raw, name === 'onPress' ? guarded : context)
      if (value !== undefined && runtime.pendingNames() === before) props[name === 'key' ? 'keyField' : name] = value
    }
    if (Object.hasOwn(spec.slots, 'bind')) bindValue(node, spec, context, props)
    if (rows && spec.rows) {
      props[spec.rows.list] = rows.rows.value.rows.map(row => row.value)
      rows.scopes.keep(rows.rows.value)
      if (spec.rows.origin) props.onMove = moveHandler(node, rows.rows, context)
    }
    if (spec.slots.open && typeof node.id === 'string') openedByTool(node.id, props)
    return withChildren(node, spec, props, rows)
  }

  function withChildren(
    node: JsonObject,
    spec: ComponentSpec,
    props: Record<string, unknown>,
    rows: { readonly rows: ReadonlySignal<Rows>; readonly scopes: RowScopes } | null,
  ): Drawn {
    const children = childList(node.children)
    const repeat = node.each === undefined ? null : eachRows(node, children)
    switch (spec.children) {
      case 'any':
        return { kind: 'component', spec, props, repeat, children: repeat ? NO_CHILDREN : children }
      case 'rows':
        if (repeat && repeat.rows.value.rows.length === 0 && repeat.empty !== undefined && !repeat.rows.value.pending)
          return { kind: 'instead', definition: repeat.empty, scope }
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
        props.items = repeat
          ? repeat.rows.value.rows.flatMap(row => repeat.children.flatMap(child => recordOf(child, spec, repeat.scopes.of(row), row.key)))
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

  /** The computed properties of a child that its parent draws itself (`Tab` in `Tabs`). */
  function recordOf(child: Json, spec: ComponentSpec, at: Scope, key: string): unknown[] {
    if (child === null || typeof child !== 'object' || Array.isArray(child)) return []
    const written = child as JsonObject
    const cell = runtime.cell(written)
    void cell?.version.value
    const node = cell?.closedAs ?? written
    const childSpec = spec.child ? runtime.components.get(spec.child) : undefined
    if (!childSpec || node.type !== spec.child) return []
    const env = runtime.env(at)
    if (node.show !== undefined && !isTrue(evaluateFormula(node.show, env, runtime.formulas))) return []
    const context: SlotContext = { runtime, scope: at, host, rowScope: () => at }
    const record: Record<string, unknown> = { key, phase: phaseOf(cell), content: host.nodes(childList(node.children), at) }
    for (const [name, slot] of Object.entries(childSpec.slots)) {
      if (slot.engine) continue
      const growing = cell?.growing?.key === name && slot.grows && !cell.growing.text.includes('$') ? cell.growing.text : undefined
      const raw = growing ?? writtenIn(node, name, slot, cell)
      const value = raw === undefined ? slot.default : slotValue(slot, raw, context)
      if (value !== undefined && name !== 'key') record[name] = value
    }
    return [record]
  }

  function eachRows(node: JsonObject, children: readonly Json[]): Repeat {
    const raw = node.each ?? null
    if (!repeated || repeated.raw !== raw || repeated.repeat.children !== children) {
      const rows = computed(() => computeRows(runtime, raw, typeof node.key === 'string' ? node.key : undefined, runtime.env(scope)))
      const scopes = createRowScopes(runtime, scope, rows, typeof node.as === 'string' ? node.as : 'item')
      repeated = { raw, repeat: { rows, scopes, children, empty: node.empty } }
    }
    return repeated.repeat.empty === node.empty ? repeated.repeat : { ...repeated.repeat, empty: node.empty }
  }

  function listRows(node: JsonObject, { list, as, name }: NonNullable<ComponentSpec['rows']>) {
    const raw = (cell?.opening === list ? null : node[list]) ?? null
    if (!listed || listed.raw !== raw) {
      const rows = computed(() => computeRows(runtime, raw, typeof node.key === 'string' ? node.key : undefined, runtime.env(scope)))
      const given = node[as]
      listed = { raw, rows, scopes: createRowScopes(runtime, scope, rows, typeof given === 'string' ? given : name) }
    }
    return listed
  }

  /** Two-way binding (B43): the value is read from its place in the state and written there before `onChange` runs. */
  function bindValue(node: JsonObject, spec: ComponentSpec, context: SlotContext, props: Record<string, unknown>): void {
    const env = runtime.env(scope)
    const after = node.onChange === undefined ? null : stepsHandler(node.onChange, context)
    if (typeof node.bind === 'string') {
      const origin = runtime.formulas.formula(node.bind).elementOrigin(env)
      props.value = origin?.value ?? null
      props.readOnly = !origin && runtime.phase.value === 'running'
      props.onChange = (event: JsonObject) => {
        const path = runtime.formulas.formula(node.bind as string).elementOrigin(env)?.path
        if (path) runtime.write(path, event.value ?? null)
        after?.(event)
      }
      return
    }
    if (!spec.input) {
      if (after) props.onChange = after
      return
    }
    props.value = node.value === undefined ? null : evaluatePlain(node.value, env, runtime.formulas)
    props.readOnly = !after
    props.onChange = (event: JsonObject) => after?.(event)
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
    const after = node.onMove === undefined ? null : stepsHandler(node.onMove, context)
    const groupBy = typeof node.groupBy === 'string' ? node.groupBy : null
    return (event: JsonObject) => {
      // A Board says which row went to which group; a SortableList from which place to which.
      const move = groupBy === null ? { row: event.from, group: null, place: event.to } : { row: event.row, group: event.to ?? null, place: event.index }
      const row: Row | undefined = rows.peek().rows[Number(move.row)]
      if (!row) return
      moveRow(runtime, rows.peek().rows, row, groupBy, move.group, Number(move.place))
      after?.(event)
    }
  }
}

function childList(children: Json | undefined): readonly Json[] {
  if (children === undefined || children === null) return NO_CHILDREN
  return Array.isArray(children) ? children : [children]
}

/** What the author wrote in a slot; nothing while a list or record in it is still open, unless components stand in it, which count one by one. */
function writtenIn(node: JsonObject, name: string, { kind }: SlotSpec, cell: NodeCell | undefined): Json | undefined {
  if (!Object.hasOwn(node, name) || (cell?.opening === name && kind !== 'node' && kind !== 'nodes')) return undefined
  return node[name]
}

function phaseOf(cell: NodeCell | undefined): Phase {
  return !cell || cell.closed ? 'developed' : 'outline'
}
