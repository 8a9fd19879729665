/** The tools that change the state: `set add remove update toggle inc reset move` (no capability). */
import type { Json, JsonObject, Path } from '../../schema/json/json.ts'
import { evaluateTogether, lendMeter } from '../app/env.ts'
import { evaluateFormula, evaluatePlain } from '../app/evaluate.ts'
import type { Runtime } from '../app/runtime.ts'
import { type Scope, valueBinding } from '../app/scope.ts'
import { equals, isTrue } from '../formula/values.ts'
import { ToolFailure } from '../ports.ts'
import type { Draft } from '../store/draft.ts'
import { resolvePath } from './arguments.ts'

export type StateTool = (runtime: Runtime, step: JsonObject, scope: Scope) => void

const set: StateTool = (runtime, step, scope) => {
  const env = runtime.stepsEnv(scope)
  const path = resolvePath(runtime, step.path, env)
  const value = evaluatePlain(step.value, env, runtime.formulas)
  // A list that is made anew with the same content is no change, and nothing to undo.
  const isSame = value !== null && typeof value === 'object' && equals(value, runtime.store.peek(path), { count: 0 })
  write(runtime, step, scope, path, draft => isSame || writeAt(draft, path, value), !isSame)
}

const add: StateTool = (runtime, step, scope) => {
  const env = runtime.stepsEnv(scope)
  const path = resolvePath(runtime, step.to, env)
  const item = evaluatePlain(step.item, env, runtime.formulas)
  const at = evaluatePlain(step.at, env, runtime.formulas)
  write(runtime, step, scope, path, draft => insertAt(draft, path, String(step.to), at === 'start' ? 0 : at, item))
}

/** So many are removed one by one, which says no more than what is gone; of more the list is written anew. */
const FEW = 16

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
  runtime.store.transact(draft => {
    if (gone.size > FEW) writeAt(draft, path, list.filter((_, index) => !gone.has(index)) as Json)
    else for (const index of [...gone].reverse()) draft.remove([...path, index])
  })
}

const update: StateTool = (runtime, step, scope) => {
  const env = runtime.stepsEnv(scope)
  if (step.item !== undefined) {
    const path = resolvePath(runtime, step.item, env)
    const changes = evaluatePlain(step.with, env, runtime.formulas)
    write(runtime, step, scope, path, draft => mergeAt(draft, path, changes))
    return
  }
  const path = resolvePath(runtime, step.in, env)
  const list = listOf(runtime, path, String(step.in))
  const chosen = matching(runtime, list, step.where, scope)
  const name = lambdaParameter(runtime, step.where)
  const changes = evaluateTogether(env, () =>
    [...chosen].map(index => {
      const inner = name ? scope.with({ [name]: valueBinding(() => list[index] ?? null) }) : scope
      return [index, evaluatePlain(step.with, lendMeter(runtime.stepsEnv(inner), env.meter), runtime.formulas)] as const
    }),
  )
  write(runtime, step, scope, path, draft => {
    for (const [index, change] of changes) mergeAt(draft, [...path, index], change)
  })
}

const toggle: StateTool = (runtime, step, scope) => {
  const path = resolvePath(runtime, step.path, runtime.stepsEnv(scope))
  const value = !isTrue(runtime.store.peek(path))
  write(runtime, step, scope, path, draft => writeAt(draft, path, value))
}

const inc: StateTool = (runtime, step, scope) => {
  const env = runtime.stepsEnv(scope)
  const path = resolvePath(runtime, step.path, env)
  const by = step.by === undefined ? 1 : evaluatePlain(step.by, env, runtime.formulas)
  // Rounded as the formulas round (B25), so that ten times 0.1 is 1.
  const sum = Number((Number(runtime.store.peek(path) ?? 0) + Number(by ?? 0)).toPrecision(15))
  if (!Number.isFinite(sum)) throw new ToolFailure('not-a-number', `“${String(step.path)}” holds no number to add to.`)
  write(runtime, step, scope, path, draft => writeAt(draft, path, sum))
}

const reset: StateTool = (runtime, step, scope) => {
  const env = runtime.stepsEnv(scope)
  const paths = (Array.isArray(step.path) ? step.path : [step.path]).map((path: Json | undefined) => resolvePath(runtime, path, env))
  runtime.store.transact(draft => {
    for (const path of paths) {
      writeAt(draft, path, runtime.firstValue(path))
      runtime.labels.write(draft, path, [], true)
    }
  })
}

const move: StateTool = (runtime, step, scope) => {
  const env = runtime.stepsEnv(scope)
  const from = resolvePath(runtime, step.item, env)
  const to = resolvePath(runtime, step.to, env)
  const index = evaluatePlain(step.index, env, runtime.formulas)
  const value = runtime.store.peek(from)
  write(runtime, step, scope, to, draft => {
    removeAt(draft, from)
    insertAt(draft, to, String(step.to), index, value)
  })
}

export const stateTools: ReadonlyMap<string, StateTool> = new Map(Object.entries({ set, add, remove, update, toggle, inc, reset, move }))

/** One transaction, with where what it writes at `path` came from (S28). `instead`: nothing of what stood there is left. */
function write(runtime: Runtime, step: JsonObject, scope: Scope, path: Path, recipe: (draft: Draft) => unknown, instead = false): void {
  const read = instead && path.length === 1 ? { value: step.value ?? null } : step
  const labels = runtime.labels.of(sink => sink.slots(runtime.tools.get(String(step.do))?.arguments ?? {}, read, scope))
  runtime.store.transact(draft => {
    recipe(draft)
    runtime.labels.write(draft, path, labels, instead)
  })
}

/** Writes one value, making the records on the way where there is nothing yet. */
export function writeAt(draft: Draft, path: Path, value: Json): void {
  if (path.length === 0) throw new ToolFailure('no-path', 'The whole state cannot be replaced.')
  for (let depth = 1; depth < path.length; depth++) {
    const there = draft.at(path, depth) ?? null
    if (there === null) {
      setAt(draft, path.slice(0, depth), recordAround(path.slice(depth), value))
      return
    }
    if (typeof there !== 'object')
      throw new ToolFailure('not-writable', `“${path.join('.')}” cannot be written: “${path[depth - 1]}” holds a ${typeof there}, not a record.`)
  }
  setAt(draft, path, value)
}

function recordAround(path: Path, value: Json): Json {
  return path.reduceRight((inner: Json, key) => {
    if (key === '__proto__') throw notWritable()
    return { [String(key)]: inner }
  }, value)
}

function setAt(draft: Draft, path: Path, value: Json): void {
  const parent = draft.at(path, path.length - 1)
  const key = path[path.length - 1]
  if (Array.isArray(parent)) {
    const index = Number(key)
    if (!Number.isInteger(index) || index < 0 || index >= parent.length)
      throw new ToolFailure('no-element', `There is no element ${key} to write: the list has ${parent.length}.`)
  } else if (key === '__proto__') throw notWritable()
  draft.set(path, value)
}

function notWritable(): ToolFailure {
  return new ToolFailure('not-writable', '“__proto__” is no name that a field can have, so nothing was written.')
}

function removeAt(draft: Draft, path: Path): void {
  const last = path[path.length - 1]
  if (typeof last !== 'number' || draft.at(path) === undefined || !Array.isArray(draft.at(path.slice(0, -1))))
    throw new ToolFailure('no-element', 'What was to be removed is not there any more.')
  draft.remove(path)
}

function mergeAt(draft: Draft, path: Path, changes: Json): void {
  if (changes === null || typeof changes !== 'object' || Array.isArray(changes))
    throw new ToolFailure('not-a-record', '“with” must be a record of the fields to change.')
  for (const [key, value] of Object.entries(changes)) writeAt(draft, [...path, key], value as Json)
}

/** Puts an element into the list at `path`, at its end where `at` is no number; places count as they do in JavaScript's `splice`. */
function insertAt(draft: Draft, path: Path, name: string, at: Json, element: Json): void {
  if ((draft.at(path) ?? null) === null) writeAt(draft, path, [])
  const list = draft.at(path)
  if (!Array.isArray(list)) throw new ToolFailure('not-a-list', `“${name}” is not a list.`)
  const wanted = typeof at === 'number' ? Math.trunc(at) : list.length
  draft.insert(path, wanted < 0 ? Math.max(0, list.length + wanted) : Math.min(wanted, list.length), element)
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
  let value: Json = null
  let index = 0
  const inner = scope.with({ [element]: valueBinding(() => value), [place]: valueBinding(() => index) })
  const env = lendMeter(runtime.stepsEnv(inner), whole.meter)
  evaluateTogether(whole, () => {
    for (; index < list.length; index++) {
      value = list[index] ?? null
      if (isTrue(lambda ? lambda.body(env) : evaluateFormula(where, env, runtime.formulas))) found.add(index)
    }
  })
  return found
}
