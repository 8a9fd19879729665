/**
 * One drawn place: a node of the document in a scope, and what it shows at the moment. It is computed
 * anew when its own definition grows (while it streams) or when a value that it reads changes.
 */
import { computed, type ReadonlySignal } from '@preact/signals-core'
import type { DrawnSpec, SlotSpec } from '../../schema/catalog.ts'
import { blocks } from '../../schema/generated/run-catalog.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { LIMITS } from '../../schema/limits.ts'
import { blockView } from '../app/blocks.ts'
import { evaluateFormula } from '../app/evaluate.ts'
import type { Runtime } from '../app/runtime.ts'
import type { Scope } from '../app/scope.ts'
import { isTrue } from '../formula/values.ts'
import type { NodeCell } from '../stream/cells.ts'
import { type BoundField, bindField } from './bound-field.ts'
import { moveHandler } from './move-row.ts'
import { guardedContext, type NodePlan, nodePlan, planOf, propName, setProp } from './node-plan.ts'
import { partScope } from './part-scope.ts'
import { drawRecords } from './records.ts'
import { createRowScopes, type RowScopes } from './row-scopes.ts'
import { computeRows, type Rows } from './rows.ts'
import { type Host, type SlotContext, slotValue } from './slots.ts'
import { createUseScopes, type UseScopes } from './use-scopes.ts'
import { childList, NO_CHILDREN, phaseOf, slotContent, writtenIn } from './written.ts'

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

/** The signal of what `definition` shows in `scope`. */
export function createNode(runtime: Runtime, definition: Json, scope: Scope, host: Host): ReadonlySignal<Drawn> {
  if (typeof definition === 'string' || typeof definition === 'number')
    return new NodeInScope(runtime, { type: 'Text', text: String(definition) }, scope, host).drawn
  if (definition === null || typeof definition !== 'object' || Array.isArray(definition)) return computed(() => NOTHING)
  return new NodeInScope(runtime, definition as JsonObject, scope, host).drawn
}

interface ListedRows {
  readonly rows: ReadonlySignal<Rows>
  readonly scopes: RowScopes
}

/** There is one for each component on the screen, so what it does stands in the class, and what few need is made when it is. */
class NodeInScope {
  readonly drawn: ReadonlySignal<Drawn>
  readonly #runtime: Runtime
  readonly #definition: JsonObject
  readonly #scope: Scope
  readonly #host: Host
  readonly #cell: NodeCell | undefined
  #last: Drawn = NOTHING
  #isOpen = true
  /** How `definition` was read once all of it was there, and what of that stays as long as this does. */
  #plan: NodePlan | null = null
  #lasting: Readonly<Record<string, unknown>> | null = null
  #bound: BoundField | null = null
  #repeated: { readonly raw: Json; readonly open: boolean; readonly repeat: Repeat } | null = null
  #uses: UseScopes | null = null
  #listed: (ListedRows & { readonly raw: Json }) | null = null

  constructor(runtime: Runtime, definition: JsonObject, scope: Scope, host: Host) {
    this.#runtime = runtime
    this.#definition = definition
    this.#scope = scope
    this.#host = host
    this.#cell = runtime.cell(definition)
    this.drawn = computed(() => this.#look())
  }

  #look(): Drawn {
    const cell = this.#cell
    const definition = this.#definition
    // The app is about to be stopped: thousands of rows that show nothing must not be drawn before it is.
    if (this.#runtime.isSpent()) return this.#last
    void cell?.version.value
    try {
      const next = this.#draw(cell?.closedAs ?? definition)
      // A formula that was computed again and came to the same draws nothing. What is open grows in place.
      if (this.#isOpen || !isSame(this.#last, next)) this.#last = next
      this.#isOpen = cell?.closed === false
      return this.#last
    } catch (error) {
      // One node that nobody foresaw must not take the others with it.
      return {
        kind: 'fault',
        title: String(definition.type),
        message: `This part could not be drawn: ${error instanceof Error ? error.message : String(error)}`,
      }
    }
  }

  #draw(node: JsonObject): Drawn {
    const runtime = this.#runtime
    const scope = this.#scope
    const cell = this.#cell
    const { type } = node
    if (typeof type !== 'string') return cell && !cell.closed ? NOTHING : { kind: 'fault', title: 'A component without a type', message: 'It needs a "type".' }
    const wrong = cell?.issues.find(issue => issue.severity === 'error')
    if (wrong) return { kind: 'fault', title: type, message: wrong.message }
    if (node.show !== undefined) {
      const before = runtime.pendingNames()
      const shown = isTrue(evaluateFormula(node.show, runtime.env(scope), runtime.formulas))
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
    if (spec) return this.#drawComponent(node, spec)
    const part = runtime.part(type)
    // The check refuses parts in a circle; while the document streams it has not been checked yet.
    if (part && scope.parts >= LIMITS.componentDepth)
      return { kind: 'fault', title: type, message: `Parts stand inside each other at most ${LIMITS.componentDepth} deep.` }
    if (part) return { kind: 'instead', definition: part.view, scope: partScope(node, Object.keys(part.params), runtime, scope) }
    const block = blocks.get(type)
    if (block) return this.#drawBlock(node, block)
    if (runtime.phase.value === 'drawing') {
      void runtime.declared.value
      return PENDING
    }
    if (node.fallback === 'drop') return NOTHING
    if (node.fallback !== undefined) return { kind: 'instead', definition: node.fallback, scope }
    return { kind: 'fault', title: type, message: `There is no component “${type}” in this version.` }
  }

  #drawBlock(node: JsonObject, block: DrawnSpec): Drawn {
    const runtime = this.#runtime
    const scope = this.#scope
    const cell = this.#cell
    const view = blockView(block.name, () =>
      runtime.report({ code: 'not-loaded', message: `What draws “${block.name}” could not be loaded. Open the app again.` }),
    )
    if (view === undefined) return PENDING
    return { kind: 'instead', definition: view, scope: this.#scopes().of(node, block, scope, !cell || cell.closed) }
  }

  #drawComponent(node: JsonObject, spec: DrawnSpec): Drawn {
    const runtime = this.#runtime
    const scope = this.#scope
    const host = this.#host
    const rows = spec.rows ? this.#listRows(node, spec.rows) : null
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
    const isWhole = this.#isWhole()
    const props = isWhole ? this.#wholeProps(node, spec, context) : this.#streamedProps(node, spec, context)
    if (Object.hasOwn(spec.slots, 'bind')) {
      // What is still arriving grows in place, so that the same definition may say another "bind" once it is whole.
      const bound = isWhole && this.#bound?.node === node ? this.#bound : bindField(node, spec, context)
      this.#bound = isWhole ? bound : null
      bound.show(props)
    }
    if (rows && spec.rows) {
      props[spec.rows.list] = drawn.map(row => row.value)
      rows.scopes.keep(rows.rows.value)
      if (spec.rows.origin) props.onMove = moveHandler(node, rows.rows, context)
    }
    if (spec.slots.open && typeof node.id === 'string') this.#openedByTool(node.id, props)
    return this.#withChildren(node, spec, props, rows)
  }

  /** Nothing that it stands for is still to come. */
  #isWhole(): boolean {
    return !this.#cell || (this.#cell.closed && this.#runtime.phase.peek() !== 'drawing')
  }

  /** What does not change is read once for the definition, what stays as long as this does once for this. */
  #wholeProps(node: JsonObject, spec: DrawnSpec, context: SlotContext): Record<string, unknown> {
    if (this.#plan?.node !== node) {
      this.#plan = nodePlan(node, spec, context)
      this.#lasting = null
    }
    const { constants, lasting, live } = this.#plan
    if (lasting.length > 0) this.#lasting ??= Object.fromEntries(lasting.map(({ prop, slot, raw, name }) => [prop, slotValue(slot, raw, context, name)]))
    const props: Record<string, unknown> = this.#lasting ? { ...constants, ...this.#lasting } : { ...constants }
    let guarded: SlotContext | null = null
    for (const { prop, slot, raw, name } of live) {
      if (name === 'onPress') guarded ??= guardedContext(node, spec, context)
      setProp(props, prop, slotValue(slot, raw, name === 'onPress' ? (guarded as SlotContext) : context, name))
    }
    return props
  }

  /** As far as the node and the names that it reads have arrived. */
  #streamedProps(node: JsonObject, spec: DrawnSpec, context: SlotContext): Record<string, unknown> {
    const runtime = this.#runtime
    const cell = this.#cell
    const { defaults, slots } = planOf(spec)
    const props: Record<string, unknown> = { ...defaults, phase: phaseOf(cell) }
    const guarded = guardedContext(node, spec, context)
    const growing = cell?.growing
    if (growing && slots.get(growing.key)?.grows && !growing.text.includes('$')) props[growing.key] = growing.text
    for (const name of Object.keys(node)) {
      const slot = slots.get(name)
      const raw = slot && writtenIn(node, name, slot, cell)
      if (raw === undefined) continue
      const before = runtime.pendingNames()
      const value = slotValue(slot as SlotSpec, raw, name === 'onPress' ? guarded : context, name)
      setProp(props, propName(name), runtime.pendingNames() === before ? value : undefined)
    }
    return props
  }

  #withChildren(node: JsonObject, spec: DrawnSpec, props: Record<string, unknown>, rows: ListedRows | null): Drawn {
    const scope = this.#scope
    const host = this.#host
    const children = childList(node.children)
    const repeat = node.each === undefined ? null : this.#eachRows(node, children)
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
        props.items = drawRecords({ runtime: this.#runtime, host, scopes: this.#scopes() }, spec, children, repeat, scope)
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

  #scopes(): UseScopes {
    this.#uses ??= createUseScopes(this.#runtime)
    return this.#uses
  }

  #eachRows(node: JsonObject, children: readonly Json[]): Repeat {
    const raw = node.each ?? null
    const open = this.#cell?.closed === false
    if (!this.#repeated || this.#repeated.raw !== raw || this.#repeated.open !== open || this.#repeated.repeat.children !== children) {
      // What a row shows is still being written: one row shows that, and others would only be pushed down by it.
      const rows = open ? firstOf(this.#rowsOf(raw, node.key)) : this.#rowsOf(raw, node.key)
      const scopes = createRowScopes(this.#runtime, this.#scope, rows, typeof node.as === 'string' ? node.as : 'item', raw)
      this.#repeated = { raw, open, repeat: { rows, scopes, children, empty: node.empty } }
    }
    const { repeat } = this.#repeated
    return repeat.empty === node.empty ? repeat : { ...repeat, empty: node.empty }
  }

  #rowsOf(raw: Json, key: Json | undefined): ReadonlySignal<Rows> {
    const runtime = this.#runtime
    const scope = this.#scope
    let before: Rows | null = null
    return computed(() => {
      if (before && runtime.isSpent()) return before
      before = computeRows(runtime, raw, typeof key === 'string' ? key : undefined, runtime.env(scope), before)
      return before
    })
  }

  #listRows(node: JsonObject, { list, as, name }: NonNullable<DrawnSpec['rows']>): ListedRows {
    const raw = (this.#cell?.opening === list ? null : node[list]) ?? null
    if (!this.#listed || this.#listed.raw !== raw) {
      const rows = this.#rowsOf(raw, node.key)
      const given = node[as]
      this.#listed = { raw, rows, scopes: createRowScopes(this.#runtime, this.#scope, rows, typeof given === 'string' ? given : name, raw) }
    }
    return this.#listed
  }

  #openedByTool(id: string, props: Record<string, unknown>): void {
    const runtime = this.#runtime
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
}

/** There is nothing to show, and something that stands in for it (B42). */
function isEmpty({ rows, empty }: Repeat): boolean {
  return rows.value.rows.length === 0 && empty !== undefined && !rows.value.pending
}

function isSame(a: Drawn, b: Drawn): boolean {
  if (a.kind !== 'component' || b.kind !== 'component') return a.kind === 'nothing' && b.kind === 'nothing'
  if (a.spec !== b.spec || a.repeat !== b.repeat || a.children !== b.children) return false
  let more = 0
  for (const name in b.props) {
    if (!Object.is(a.props[name], b.props[name])) return false
    more++
  }
  for (const _name in a.props) more--
  return more === 0
}

function firstOf(all: ReadonlySignal<Rows>): ReadonlySignal<Rows> {
  return computed(() => (all.value.rows.length < 2 ? all.value : { ...all.value, rows: all.value.rows.slice(0, 1) }))
}
