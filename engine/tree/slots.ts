/**
 * What an author wrote in a component's slot, in its computed form (`schema/FORMAT.md`): values, event
 * handlers, drawn nodes, and functions of a row's index where the slot is evaluated once per row.
 */
import type { SlotSpec, SlotTable } from '../../schema/catalog.ts'
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { wordsForDesktop } from '../actions/desktop-words.ts'
import { evaluateFormula, evaluatePlain, fitSlot } from '../app/evaluate.ts'
import { createHold } from '../app/hold.ts'
import type { Labels } from '../app/labels.ts'
import type { Runtime } from '../app/runtime.ts'
import { computedBinding, type Scope } from '../app/scope.ts'
import { eventName } from '../observe/event-name.ts'
import { ToolFailure } from '../ports.ts'

/** Draws nodes; the engine's tree does not know what with. */
export interface Host {
  node(definition: Json, scope: Scope, key?: string): unknown
  nodes(definitions: readonly Json[], scope: Scope): unknown
}

export interface SlotContext {
  readonly runtime: Runtime
  readonly scope: Scope
  readonly host: Host
  /** The scope of one of the component's rows, by its index. */
  rowScope(index: number): Scope
  /** The component that the slots are of, as its author wrote it. */
  readonly node?: JsonObject
  /** Asked before the steps of this place run. */
  readonly confirm?: string | undefined
}

/** What is written in slots of these kinds is their value: a name or a path is read by who uses it. */
export const takenAsWritten: ReadonlySet<SlotSpec['kind']> = new Set(['literal', 'name', 'action', 'page', 'lambda', 'path'])

/** The computed form of one slot; `undefined` where the default holds. `name` is the slot's. */
export function slotValue(spec: SlotSpec, raw: Json, context: SlotContext, name = ''): unknown {
  const { runtime, scope } = context
  if (spec.each || spec.names) {
    const once: SlotSpec = { ...spec, each: undefined as never, names: undefined as never }
    const inScope = (at: Scope, names?: JsonObject) => {
      const inner =
        spec.names && names
          ? at.with(Object.fromEntries(spec.names.map(name => [name, computedBinding(names[name] ?? null, nodeLabels({ ...context, scope: at }))])))
          : at
      return slotValue(once, raw, { ...context, scope: inner }, name)
    }
    if (!spec.each) return (names: JsonObject) => inScope(scope, names)
    if (spec.kind === 'steps')
      return (index: number, event?: JsonObject) => {
        const run = inScope(context.rowScope(index))
        if (typeof run === 'function') run(event)
      }
    return (index: number, names?: JsonObject) => inScope(context.rowScope(index), names)
  }
  if (takenAsWritten.has(spec.kind)) return raw
  const env = runtime.env(scope)
  switch (spec.kind) {
    case 'formula':
      if (raw !== null && typeof raw === 'object' && !Array.isArray(raw))
        return Object.fromEntries(Object.entries(raw).map(([key, inner]) => [key, evaluateFormula(inner, env, runtime.formulas)]))
      return fitted(evaluateFormula(raw, env, runtime.formulas), spec)
    case 'node':
      return context.host.node(raw, scope)
    case 'nodes':
      return context.host.nodes(Array.isArray(raw) ? raw : [raw], scope)
    case 'steps':
      // An event that the use of a block says nothing about is none.
      return typeof raw === 'string' && scope.find(raw)?.given === null ? undefined : stepsHandler(raw, context, name)
    case 'data':
      return dataValue(String(raw), context)
    default:
      if (spec.fields && raw !== null && typeof raw === 'object' && hasRichFields(spec.fields)) {
        const { fields } = spec
        return Array.isArray(raw) ? raw.map((element: Json) => recordValue(fields, element, context)) : recordValue(fields, raw, context)
      }
      return fitted(source(evaluatePlain(raw, env, runtime.formulas), spec, runtime), spec)
  }
}

function fitted(value: Json, spec: SlotSpec): Json | undefined {
  const fitting = fitSlot(value, spec)
  return fitting === undefined ? spec.default : fitting
}

/** An attachment's address (B11): what the state holds is a record that names its bytes. */
function source(value: Json, spec: SlotSpec, runtime: Runtime): Json {
  if (spec.format !== 'src' || value === null || typeof value !== 'object' || Array.isArray(value)) return value
  const { ref } = value as JsonObject
  return typeof ref === 'string' ? runtime.attachmentUrl(ref) : null
}

const rich = new WeakMap<SlotTable, boolean>()

/** Some field is more than a value: it draws, runs, or is evaluated per row. */
export function hasRichFields(fields: SlotTable): boolean {
  let known = rich.get(fields)
  if (known === undefined) {
    known = Object.values(fields).some(
      field => field.each || field.names || (field.kind !== 'plain' && field.kind !== 'literal') || (field.fields !== undefined && hasRichFields(field.fields)),
    )
    rich.set(fields, known)
  }
  return known
}

function recordValue(fields: SlotTable, raw: Json, context: SlotContext): unknown {
  if (raw === null || typeof raw !== 'object' || Array.isArray(raw)) return evaluatePlain(raw, context.runtime.env(context.scope), context.runtime.formulas)
  const record = raw as JsonObject
  const inner: SlotContext = { ...context, confirm: undefined }
  const confirm = Object.hasOwn(record, 'confirm') && fields.confirm ? slotValue(fields.confirm, record.confirm ?? null, inner) : undefined
  const guarded: SlotContext = typeof confirm === 'string' ? { ...inner, confirm } : inner
  const value: Record<string, unknown> = {}
  for (const [name, spec] of Object.entries(fields)) {
    const computed = Object.hasOwn(record, name) ? slotValue(spec, record[name] ?? null, guarded, name) : spec.default
    if (computed !== undefined) value[name === 'key' ? 'keyField' : name] = computed
  }
  return value
}

/**
 * A function that runs the steps for an event, after the question that guards them. What they write is one entry of the
 * undo history with what was written before under the same `merge` tag.
 */
export function stepsHandler(written: Json, context: SlotContext, slot: string): (event?: JsonObject, merge?: unknown) => void {
  const { runtime, confirm } = context
  const given = typeof written === 'string' ? context.scope.find(written)?.given : undefined
  const raw = given?.steps ?? written
  const scope = given?.scope ?? context.scope
  const run = (event?: JsonObject, merge?: unknown) =>
    runtime.run(raw, scope, { event: event ?? null, labels: () => nodeLabels(context), gesture: true, merge, from: eventName(context.node, slot) })
  if (confirm === undefined || confirm === '') return run
  return event => {
    let text: string
    try {
      text = wordsForDesktop(confirm)
    } catch (error) {
      if (!(error instanceof ToolFailure)) throw error
      runtime.report(error)
      return
    }
    // What was asked about is what is acted on, whatever has moved in the meantime.
    const asked = createHold().scope(scope)
    void runtime.ask({ text }).then(yes => {
      if (yes) runtime.run(raw, asked, { event: event ?? null, labels: () => nodeLabels(context), gesture: true, from: eventName(context.node, slot) })
    })
  }
}

/** What a component says of an event may be made of all that it shows (S28). */
export function nodeLabels({ runtime, scope, node }: Pick<SlotContext, 'runtime' | 'scope' | 'node'>): Labels {
  return runtime.labels.of(sink => sink.node(node, scope))
}

function dataValue(name: string, { runtime, scope }: SlotContext): unknown {
  // As a formula reads it: a source that comes with the rest of the document is looked up again then.
  const state = runtime.env(scope).read(name, [])
  const fields = state !== null && typeof state === 'object' && !Array.isArray(state) ? (state as JsonObject | undefined) : undefined
  return {
    value: fields?.value ?? null,
    loading: fields?.loading === true,
    error: typeof fields?.error === 'string' ? fields.error : null,
    at: typeof fields?.at === 'number' ? fields.at : null,
    retry: () => void runtime.refreshData(name),
  }
}
