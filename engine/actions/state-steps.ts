/** The tools that change the state: `set add remove update toggle inc reset move` (no capability). */
import type { Json, JsonObject, Path } from '../../schema/json/json.ts'
import { evaluateTogether } from '../app/env.ts'
import { evaluateFormula, evaluatePlain } from '../app/evaluate.ts'
import type { Runtime } from '../app/runtime.ts'
import { type Scope, valueBinding } from '../app/scope.ts'
import { isTrue } from '../formula/values.ts'
import { ToolFailure } from '../ports.ts'
import type { Draft } from '../store/store.ts'
import { resolvePath } from './arguments.ts'

export type StateTool = (runtime: Runtime, step: JsonObject, scope: Scope) => void

const set: StateTool = (runtime, step, scope) => {
  const env = runtime.stepsEnv(scope)
  const path = resolvePath(runtime, step.path, env)
  const value = evaluatePlain(step.value, env, runtime.formulas)
  runtime.store.transact(draft => writeAt(draft, path, value))
}

const add: StateTool = (runtime, step, scope) => {
  const env = runtime.stepsEnv(scope)
  const path = resolvePath(runtime, step.to, env)
  const item = evaluatePlain(step.item, env, runtime.formulas)
  const at = evaluatePlain(step.at, env, runtime.formulas)
  runtime.store.transact(draft => {
    const list = listIn(draft, path, String(step.to))
    list.splice(at === 'start' ? 0 : typeof at === 'number' ? at : list.length, 0, item)
  })
}

const remove: StateTool = (runtime, step, scope) => {
  const env = runtime.stepsEnv(scope)
  if (step.item !== undefined) {
    const path = resolvePath(runtime, step.item, env)
    runtime.store.transact(draft => removeAt(draft, path))
    return
  }
  const path = resolvePath(runtime, step.from, env)
  const list = listOf(runtime, path, String(step.from))
  const gone = matching(runtime, list, step.where, scope)
  if (gone.size === 0) return
  runtime.store.transact(draft => writeAt(draft, path, list.filter((_, index) => !gone.has(index)) as Json))
}

const update: StateTool = (runtime, step, scope) => {
  const env = runtime.stepsEnv(scope)
  if (step.item !== undefined) {
    const path = resolvePath(runtime, step.item, env)
    const changes = evaluatePlain(step.with, env, runtime.formulas)
    runtime.store.transact(draft => mergeAt(draft, path, changes))
    return
  }
  const path = resolvePath(runtime, step.in, env)
  const list = listOf(runtime, path, String(step.in))
  const chosen = matching(runtime, list, step.where, scope)
  const name = lambdaParameter(runtime, step.where)
  const changes = evaluateTogether(env, () =>
    [...chosen].map(index => {
      const inner = name ? scope.with({ [name]: valueBinding(() => list[index] ?? null) }) : scope
      return [index, evaluatePlain(step.with, { ...runtime.stepsEnv(inner), meter: env.meter }, runtime.formulas)] as const
    }),
  )
  runtime.store.transact(draft => {
    for (const [index, change] of changes) mergeAt(draft, [...path, index], change)
  })
}

const toggle: StateTool = (runtime, step, scope) => {
  const path = resolvePath(runtime, step.path, runtime.stepsEnv(scope))
  const value = !isTrue(runtime.store.peek(path))
  runtime.store.transact(draft => writeAt(draft, path, value))
}

const inc: StateTool = (runtime, step, scope) => {
  const env = runtime.stepsEnv(scope)
  const path = resolvePath(runtime, step.path, env)
  const by = step.by === undefined ? 1 : evaluatePlain(step.by, env, runtime.formulas)
  // Rounded as the formulas round (B25), so that ten times 0.1 is 1.
  const sum = Number((Number(runtime.store.peek(path) ?? 0) + Number(by ?? 0)).toPrecision(15))
  if (!Number.isFinite(sum)) throw new ToolFailure('not-a-number', `“${String(step.path)}” holds no number to add to.`)
  runtime.store.transact(draft => writeAt(draft, path, sum))
}

const reset: StateTool = (runtime, step, scope) => {
  const env = runtime.stepsEnv(scope)
  const paths = (Array.isArray(step.path) ? step.path : [step.path]).map((path: Json | undefined) => resolvePath(runtime, path, env))
  runtime.store.transact(draft => {
    for (const path of paths) writeAt(draft, path, runtime.firstValue(path))
  })
}

const move: StateTool = (runtime, step, scope) => {
  const env = runtime.stepsEnv(scope)
  const from = resolvePath(runtime, step.item, env)
  const to = resolvePath(runtime, step.to, env)
  const index = evaluatePlain(step.index, env, runtime.formulas)
  const value = runtime.store.peek(from)
  runtime.store.transact(draft => {
    removeAt(draft, from)
    const list = listIn(draft, to, String(step.to))
    list.splice(typeof index === 'number' ? index : list.length, 0, value)
  })
}

export const stateTools: ReadonlyMap<string, StateTool> = new Map(Object.entries({ set, add, remove, update, toggle, inc, reset, move }))

/** Writes one value, making the records on the way where there is nothing yet. */
export function writeAt(draft: Draft, path: Path, value: Json): void {
  const last = path[path.length - 1]
  if (last === undefined) throw new ToolFailure('no-path', 'The whole state cannot be replaced.')
  let parent: Draft | unknown[] = draft
  path.slice(0, -1).forEach(key => {
    const next = childOf(parent, key)
    if (next === null || next === undefined) {
      const made = {}
      setChild(parent, key, made)
      parent = childOf(parent, key) as Draft
    } else if (typeof next === 'object') parent = next as Draft
    else throw new ToolFailure('not-writable', `“${path.join('.')}” cannot be written: “${key}” holds a ${typeof next}, not a record.`)
  })
  setChild(parent, last, value)
}

function childOf(parent: Draft | unknown[], key: string | number): unknown {
  if (Array.isArray(parent)) return parent[Number(key)]
  return Object.hasOwn(parent, key) ? parent[key] : undefined
}

function setChild(parent: Draft | unknown[], key: string | number, value: unknown): void {
  if (Array.isArray(parent)) {
    const index = Number(key)
    if (!Number.isInteger(index) || index < 0 || index >= parent.length)
      throw new ToolFailure('no-element', `There is no element ${key} to write: the list has ${parent.length}.`)
    parent[index] = value
  } else if (key === '__proto__') throw new ToolFailure('not-writable', '“__proto__” is no name that a field can have, so nothing was written.')
  else parent[String(key)] = value
}

function removeAt(draft: Draft, path: Path): void {
  const last = path[path.length - 1]
  let parent: unknown = draft
  for (const key of path.slice(0, -1)) parent = parent === null || typeof parent !== 'object' ? undefined : childOf(parent as Draft, key)
  if (Array.isArray(parent) && typeof last === 'number' && last >= 0 && last < parent.length) parent.splice(last, 1)
  else throw new ToolFailure('no-element', 'What was to be removed is not there any more.')
}

function mergeAt(draft: Draft, path: Path, changes: Json): void {
  if (changes === null || typeof changes !== 'object' || Array.isArray(changes))
    throw new ToolFailure('not-a-record', '“with” must be a record of the fields to change.')
  for (const [key, value] of Object.entries(changes)) writeAt(draft, [...path, key], value as Json)
}

function listIn(draft: Draft, path: Path, name: string): unknown[] {
  let value: unknown = draft
  for (const key of path) value = value === null || typeof value !== 'object' ? undefined : childOf(value as Draft, key)
  if (value === null || value === undefined) {
    writeAt(draft, path, [])
    return listIn(draft, path, name)
  }
  if (!Array.isArray(value)) throw new ToolFailure('not-a-list', `“${name}” is not a list.`)
  return value
}

function listOf(runtime: Runtime, path: Path, name: string): readonly Json[] {
  const list = runtime.store.peek(path)
  if (!Array.isArray(list)) throw new ToolFailure('not-a-list', `“${name}” is not a list.`)
  return list
}

function lambdaParameter(runtime: Runtime, where: Json | undefined): string | null {
  const tree = typeof where === 'string' ? runtime.formulas.lambda(where) : null
  return tree?.parameters[0] ?? null
}

/** The places in `list` of the elements for which `where` holds: `t => t.done`, or a formula over `item`. */
function matching(runtime: Runtime, list: readonly Json[], where: Json | undefined, scope: Scope): Set<number> {
  const lambda = typeof where === 'string' ? runtime.formulas.lambda(where) : null
  const [element = 'item', place = 'index'] = lambda?.parameters ?? []
  const found = new Set<number>()
  const whole = runtime.stepsEnv(scope)
  evaluateTogether(whole, () =>
    list.forEach((value, index) => {
      const env = { ...runtime.stepsEnv(scope.with({ [element]: valueBinding(() => value), [place]: valueBinding(() => index) })), meter: whole.meter }
      const holds = lambda ? lambda.body(env) : evaluateFormula(where, env, runtime.formulas)
      if (isTrue(holds)) found.add(index)
    }),
  )
  return found
}
