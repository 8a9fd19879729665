/**
 * What a document declares, section by section, as the sections arrive: each turns into names that
 * formulas can read (B16) and definitions that the rest of the engine looks up.
 */
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { createActionRuns } from '../actions/action-runs.ts'
import { isRecord } from '../formula/values.ts'
import { ToolFailure } from '../ports.ts'
import { createDataSource, type DataSource } from './data-source.ts'
import { derivedBinding } from './derived.ts'
import { createDerivedOrder, type DerivedOrder } from './derived-order.ts'
import { evaluatePlain } from './evaluate.ts'
import { normaliseShortcut } from './keys.ts'
import type { ActionDefinition, PartDefinition, Runtime } from './runtime.ts'
import { type Binding, stateBinding, valueBinding } from './scope.ts'
import { completeInit, emptyOf, readStateEntry, type StateEntry } from './state-types.ts'

export interface Declarations {
  readonly names: Map<string, Binding>
  readonly state: Map<string, StateEntry>
  /** The state when it was new. */
  readonly first: Map<string, Json>
  readonly data: Map<string, DataSource>
  readonly derived: DerivedOrder
  readonly actions: Map<string, ActionDefinition>
  readonly parts: Map<string, PartDefinition>
  readonly keys: Map<string, Json>
  readonly timers: Map<string, JsonObject>
  readonly effects: Map<string, JsonObject>
  readonly actionRuns: ReturnType<typeof createActionRuns>
}

export function createDeclarations(): Declarations {
  return {
    names: new Map(),
    state: new Map(),
    first: new Map(),
    data: new Map(),
    derived: createDerivedOrder(),
    actions: new Map(),
    parts: new Map(),
    keys: new Map(),
    timers: new Map(),
    effects: new Map(),
    actionRuns: createActionRuns(),
  }
}

/** Takes in one section, which a stream gives before it has been checked. What has not the shape that it needs, and unknown sections, are the check's business. */
export function declareSection(runtime: Runtime, declared: Declarations, section: string, value: Json): void {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return
  const entries = Object.entries(value as JsonObject)
  const records = entries.filter((entry): entry is [string, JsonObject] => isRecord(entry[1]))
  switch (section) {
    case 'constants':
      for (const [name, constant] of entries)
        declared.names.set(
          name,
          valueBinding(() => constant),
        )
      break
    case 'state':
      declareState(runtime, declared, entries)
      break
    case 'data':
      for (const [name, definition] of records) {
        const source = createDataSource(runtime, definition)
        declared.data.set(name, source)
        declared.names.set(name, source.binding)
      }
      break
    case 'derived':
      for (const [name, definition] of entries) declared.names.set(name, derivedBinding(runtime, name, definition, declared.derived))
      break
    case 'actions':
      for (const [name, definition] of entries) {
        declared.actions.set(name, actionOf(definition))
        declared.names.set(
          name,
          valueBinding(
            () => declared.actionRuns.state(name).value,
            sink => sink.add(runtime.labels.failed()),
          ),
        )
      }
      break
    case 'parts':
      for (const [name, { params, view }] of records) {
        declared.parts.set(name, { params: params !== undefined && isRecord(params) ? params : {}, view: view ?? null })
      }
      break
    case 'keys':
      for (const [shortcut, steps] of entries) declared.keys.set(normaliseShortcut(shortcut), steps)
      break
    case 'timers':
    case 'effects':
      for (const [name, definition] of records) declared[section].set(name, definition)
      break
    case 'strings':
      // Read by the function `t`; a name of the app's own comes first.
      if (!declared.names.has('strings'))
        declared.names.set(
          'strings',
          valueBinding(() => value),
        )
      break
  }
}

/** First values may read the constants and the clock, nothing else (B11). */
function declareState(runtime: Runtime, declared: Declarations, entries: readonly (readonly [string, Json])[]): void {
  const env = runtime.stepsEnv(runtime.names)
  for (const [name, raw] of entries) {
    const entry = readStateEntry(raw)
    const value = entry.init === undefined ? emptyOf(entry.type) : completeInit(evaluatePlain(entry.init, env, runtime.formulas), entry.type)
    declared.state.set(name, entry)
    declared.first.set(name, value)
    declared.names.set(name, stateBinding(runtime.store, name))
  }
  try {
    runtime.store.transact(draft => {
      // The check refuses the name; while the document streams it has not been checked yet.
      for (const [name, value] of declared.first) if (name !== '__proto__') draft.set([name], value)
    })
  } catch (error) {
    if (!(error instanceof ToolFailure)) throw error
    runtime.stop(error)
  }
}

function actionOf(raw: Json): ActionDefinition {
  // An `each` has steps of its own and is a step.
  if (isRecord(raw) && Object.hasOwn(raw, 'steps') && !Object.hasOwn(raw, 'do')) {
    const { params, steps, again } = raw
    return {
      params: Object.keys((params as JsonObject | undefined) ?? {}),
      steps: steps ?? [],
      again: again === 'queue' || again === 'restart' ? again : 'ignore',
    }
  }
  return { params: [], steps: raw, again: 'ignore' }
}
