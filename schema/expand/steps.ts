/** Steps written out: the names that they give to the steps after them, and those inside `each` and `catch` (B60, B61). */
import type { SlotSpec } from '../catalog.ts'
import { isList, isRecord, isText, own, recordOf } from '../check/kinds.ts'
import { stepForms } from '../check/step-forms.ts'
import { tools } from '../generated/catalog.ts'
import type { Json, JsonObject, Path } from '../json/json.ts'
import { bindFixed, type ExpandScope } from './scope.ts'

export interface StepHelp {
  slot(value: Json, spec: SlotSpec, at: Path, scope: ExpandScope): Json
  /** Enters a name that the author chose; gives the name that it is written out under. */
  bind(scope: ExpandScope, name: string): { readonly scope: ExpandScope; readonly written: string }
  /** The name of an action that runs these steps. */
  action(steps: Json, like: string): string
}

/** Steps in the scope of an event. */
export function expandSteps(value: Json, at: Path, scope: ExpandScope, help: StepHelp): Json {
  if (isText(value)) return scope.given?.has(value) ? (scope.given.get(value) ?? []) : value
  if (!isList(value)) return expandStep(value, at, scope, help).step ?? []
  let inner = scope
  return value.flatMap((step, index) => {
    const done = expandStep(step, [...at, index], inner, help)
    inner = done.after
    return done.step === null ? [] : [done.step]
  })
}

/** The step is null where nothing is left to do: a block runs what its use says nothing of. */
function expandStep(written: Json, at: Path, scope: ExpandScope, help: StepHelp): { readonly step: Json | null; readonly after: ExpandScope } {
  const step = isRecord(written) ? withGiven(written, scope, help) : written
  if (step === null || !isRecord(step)) return { step, after: scope }
  const name = own(step, 'do')
  const tool = isText(name) ? tools.get(name) : undefined
  const slots = { ...(tool?.arguments ?? {}), ...stepForms }
  const result = new Map<string, Json>()
  const loop = name === 'each' ? enterLoop(step, scope, help) : null
  for (const key of Object.keys(step)) {
    const value = step[key] as Json
    const slot = Object.hasOwn(slots, key) ? slots[key] : undefined
    const place = [...at, key]
    if (slot?.kind === 'steps') result.set(key, expandSteps(value, place, key === 'catch' ? bindFixed(scope, 'error') : (loop?.scope ?? scope), help))
    else result.set(key, slot === undefined ? value : help.slot(value, slot, place, scope))
  }
  if (loop !== null && loop.as !== loop.was) result.set('as', loop.as)
  let after = scope
  for (const key of ['out', ...(name === 'let' ? ['name'] : [])]) {
    const given = own(step, key)
    if (!isText(given)) continue
    const bound = help.bind(after, given)
    after = bound.scope
    result.set(key, bound.written)
  }
  return { step: recordOf(result), after }
}

/** `run` of an event of the block, in which its use gave steps. */
function withGiven(step: JsonObject, scope: ExpandScope, help: StepHelp): JsonObject | null {
  const action = own(step, 'action')
  if (own(step, 'do') !== 'run' || !isText(action) || !scope.given?.has(action)) return step
  const given = scope.given.get(action) ?? null
  return given === null ? null : { ...step, action: isText(given) ? given : help.action(given, action) }
}

function enterLoop(step: JsonObject, scope: ExpandScope, help: StepHelp) {
  const as = own(step, 'as')
  const was = isText(as) ? as : 'item'
  const bound = help.bind(scope, was)
  return { scope: bindFixed(bound.scope, 'index'), as: bound.written, was }
}
