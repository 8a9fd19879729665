/**
 * Expression tree → closures, once for each formula; only this is ever evaluated (B32).
 *
 * A closure knows the node kinds of the tree and the functions of the library, and nothing else: no value of
 * the language is a function, names are looked up by `env` alone, and fields are own fields (B27).
 */
import { clockGrain } from '../../schema/formula/clock.ts'
import type { Argument as ArgumentTree, Binary, Call, Entry, Expression, Lambda as LambdaTree, Spread } from '../../schema/formula/expression.ts'
import { libraryName } from '../../schema/formula/library-names.ts'
import type { Template } from '../../schema/formula/text.ts'
import type { Json, Path } from '../../schema/json/json.ts'
import { setOwn } from '../../schema/json/own.ts'
import type { Evaluate, FormulaEnv } from './contract.ts'
import { type Argument, evaluate, type Frame, fault, Lambda, makeList, makeText, type Run, spend, spendOnFields, weightOf } from './frame.ts'
import { natives } from './library/natives.ts'
import { orderable, sameValue, textValue } from './metered.ts'
import { difference, finite, getField, isList, isRecord, isTrue, toNumber } from './values.ts'

/** Where the parameters of the lambdas round a node are kept. */
export interface Slots {
  readonly byName: ReadonlyMap<string, number>
  /** Shared by all of one formula. */
  readonly used: { count: number }
}

export function noSlots(): Slots {
  return { byName: new Map(), used: { count: 0 } }
}

/** A formula made ready to run. It never throws: a fault gives null and is reported to `env` (B26). */
export function compileFormula(tree: Expression): Evaluate {
  const slots = noSlots()
  const run = compile(tree, slots)
  const grain = clockGrain(tree) ?? 'second'
  const weight = weightOf(tree)
  const whole: Evaluate = env => evaluate(env, slots.used.count, grain, tree, run, null, weight)
  const constant = constantPath(tree, slots)
  if (constant === null) return whole
  const { name, path } = constant
  // It needs no frame, as nothing is counted. What it stands for can fail where it leads to itself, as it may while the document streams.
  return env => {
    try {
      return env.read(name, path)
    } catch {
      return whole(env)
    }
  }
}

/** The text of a plain slot (B20): one hole alone keeps its value, else all is joined as text. */
export function compileText(template: Pick<Template, 'parts' | 'whole'>): Evaluate {
  const [only] = template.parts
  if (template.parts.length === 0) return () => ''
  if (template.parts.length === 1 && only !== undefined) {
    if (typeof only === 'string') return () => only
    if (template.whole) return compileFormula(only)
  }
  const tree: Expression = { kind: 'template', parts: template.parts }
  return compileFormula(tree)
}

/** What a slot for a lambda holds, `t => t.done`; a formula that is no lambda gives its value whatever it is given. */
export function compileLambda(tree: ArgumentTree): (env: FormulaEnv, args: readonly Json[]) => Json {
  const slots = noSlots()
  const grain = clockGrain(tree) ?? 'second'
  const run = tree.kind === 'lambda' ? compileLambdaBody(tree, slots) : compile(tree, slots)
  return (env, args) =>
    evaluate(
      env,
      slots.used.count,
      grain,
      tree,
      frame => {
        // The parameters of the outermost lambda have the first slots.
        if (tree.kind === 'lambda') for (let i = 0; i < tree.params.length; i += 1) frame.slots[i] = args[i] ?? null
        return run(frame)
      },
      null,
    )
}

/** A free name with the constant members after it, which is read as one path, or null for any other node. */
export function constantPath(node: Expression, slots: Slots): { readonly name: string; readonly path: Path } | null {
  if (node.kind === 'name') return slots.byName.has(node.name) ? null : { name: node.name, path: [] }
  if (node.kind !== 'member' && node.kind !== 'index') return null
  const key = constantKey(node)
  if (key === null) return null
  const base = constantPath(node.object, slots)
  return base === null ? null : { name: base.name, path: [...base.path, key] }
}

/** The key of a member or index, where it is constant; `length` is none, as it may be a count. */
export function constantKey(node: Expression): string | number | null {
  if (node.kind === 'member') return node.key === 'length' ? null : node.key
  if (node.kind !== 'index' || node.index.kind !== 'literal') return null
  const { value } = node.index
  return (typeof value === 'string' && value !== 'length') || typeof value === 'number' ? value : null
}

export function compile(node: Expression, slots: Slots): Run {
  switch (node.kind) {
    case 'literal': {
      const { value } = node
      return () => value
    }
    case 'name':
    case 'member':
    case 'index':
      return compileRead(node, slots)
    case 'list':
      return compileList(node.items, slots)
    case 'record':
      return compileRecord(node.entries, slots)
    case 'unary': {
      const value = compile(node.value, slots)
      if (node.op === '!') return frame => !isTrue(value(frame))
      return frame => finite(-toNumber(value(frame)))
    }
    case 'binary':
      return compileBinary(node, slots)
    case 'logical': {
      const left = compile(node.left, slots)
      const right = compile(node.right, slots)
      if (node.op === '??') return frame => left(frame) ?? right(frame)
      const wanted = node.op === '&&'
      return frame => {
        const value = left(frame)
        return isTrue(value) === wanted ? right(frame) : value
      }
    }
    case 'conditional': {
      const test = compile(node.test, slots)
      const then = compile(node.then, slots)
      const other = compile(node.else, slots)
      return frame => (isTrue(test(frame)) ? then(frame) : other(frame))
    }
    case 'template': {
      const parts = node.parts.map((part): Run => (typeof part === 'string' ? () => part : compile(part, slots)))
      return frame => parts.reduce((text, part) => joined(frame, text, textValue(frame, part(frame))), '')
    }
    case 'call':
      return compileCall(node, slots)
  }
}

/** Two texts as one. Only the shorter counts as made: appending piece by piece costs what is appended. */
function joined(frame: Frame, left: string, right: string): string {
  if (left === '' || right === '') return left + right
  makeText(frame, Math.min(left.length, right.length))
  return left + right
}

function compileRead(node: Expression, slots: Slots): Run {
  const constant = constantPath(node, slots)
  if (constant !== null) {
    const { name, path } = constant
    return ({ env }) => env.read(name, path)
  }
  if (node.kind === 'name') {
    const slot = slots.byName.get(node.name) as number
    return frame => frame.slots[slot] as Json
  }
  if (node.kind === 'member') {
    const object = compile(node.object, slots)
    const { key } = node
    return frame => getField(object(frame), key)
  }
  if (node.kind !== 'index') return () => null
  const object = compile(node.object, slots)
  const index = compile(node.index, slots)
  return frame => {
    const value = object(frame)
    const key = index(frame)
    return typeof key === 'number' ? getField(value, isList(value) ? key : String(key)) : key === null ? null : getField(value, textValue(frame, key))
  }
}

function compileList(items: readonly (Expression | Spread)[], slots: Slots): Run {
  const parts = items.map(item => ({
    spread: item.kind === 'spread',
    run: compile(item.kind === 'spread' ? item.value : item, slots),
    node: item,
  }))
  return frame => {
    const list: Json[] = []
    for (const { spread, run, node } of parts) {
      const value = run(frame)
      if (!spread) list.push(value)
      else if (isList(value)) {
        makeList(frame, list.length + value.length, value.length)
        for (const element of value) list.push(element)
      } else if (typeof value === 'string') {
        makeList(frame, list.length + value.length, value.length)
        list.push(...value)
      } else if (value !== null) {
        frame.site = node
        fault(frame, 'wrong-type', 'Only a list can be spread into a list.')
      }
    }
    return list
  }
}

function compileRecord(entries: readonly (Entry | Spread)[], slots: Slots): Run {
  const parts = entries.map(entry => ({
    key: entry.kind === 'spread' ? null : typeof entry.key === 'string' ? entry.key : compile(entry.key, slots),
    run: compile(entry.value, slots),
  }))
  return frame => {
    const record: Record<string, Json> = {}
    for (const { key, run } of parts) {
      if (key !== null) {
        setOwn(record, typeof key === 'string' ? key : textValue(frame, key(frame)), run(frame))
        continue
      }
      const fields = Object.entries(run(frame) ?? {})
      spendOnFields(frame, fields.length)
      for (const [name, value] of fields) setOwn(record, name, value as Json)
    }
    return record
  }
}

function compileBinary({ op, left, right }: Binary, slots: Slots): Run {
  const a = compile(left, slots)
  const b = compile(right, slots)
  switch (op) {
    case '+':
      return frame => {
        const x = a(frame)
        const y = b(frame)
        if (typeof x === 'number' && typeof y === 'number') return finite(x + y)
        const asText = (value: Json) => typeof value === 'string' || (typeof value === 'object' && value !== null)
        return asText(x) || asText(y) ? joined(frame, textValue(frame, x), textValue(frame, y)) : finite(toNumber(x) + toNumber(y))
      }
    case '-':
      return frame => finite(toNumber(a(frame)) - toNumber(b(frame)))
    case '*':
      return frame => finite(toNumber(a(frame)) * toNumber(b(frame)))
    case '/':
      return frame => finite(toNumber(a(frame)) / toNumber(b(frame)))
    case '%':
      return frame => finite(toNumber(a(frame)) % toNumber(b(frame)))
    case '<':
      return frame => compared(frame, a(frame), b(frame)) < 0
    case '<=':
      return frame => compared(frame, a(frame), b(frame)) <= 0
    case '>':
      return frame => compared(frame, a(frame), b(frame)) > 0
    case '>=':
      return frame => compared(frame, a(frame), b(frame)) >= 0
    case '==':
      return frame => sameValue(frame, a(frame), b(frame))
    case '!=':
      return frame => !sameValue(frame, a(frame), b(frame))
    case 'in':
      return frame => {
        const key = textValue(frame, a(frame))
        const value = b(frame)
        return isRecord(value) ? Object.hasOwn(value, key) : isList(value) && key !== 'length' && Object.hasOwn(value, key)
      }
  }
}

function compared(frame: Frame, a: Json, b: Json): number {
  return difference(orderable(frame, a), orderable(frame, b))
}

/** The body of a lambda, its parameters in new slots. */
function compileLambdaBody(node: LambdaTree, slots: Slots): Run {
  const byName = new Map(slots.byName)
  for (const param of node.params) {
    byName.set(param, slots.used.count)
    slots.used.count += 1
  }
  return compile(node.body, { byName, used: slots.used })
}

/** An argument of a call: its value, or a lambda bound to the frame. */
export function compileArgument(node: ArgumentTree, slots: Slots): (frame: Frame) => Argument {
  if (node.kind !== 'lambda') return compile(node, slots)
  const first = slots.used.count
  const body = compileLambdaBody(node, slots)
  const arity = node.params.length
  const weight = 1 + weightOf(node.body)
  return frame => {
    const { slots: places } = frame
    return new Lambda(arity, (a, b, c) => {
      spend(frame, weight)
      if (arity > 0) places[first] = a
      if (arity > 1) places[first + 1] = b ?? null
      if (arity > 2) places[first + 2] = c ?? null
      for (let i = 3; i < arity; i += 1) places[first + i] = null
      return body(frame)
    })
  }
}

function compileCall(node: Call, slots: Slots): Run {
  const args = node.args.map(arg => compileArgument(arg, slots))
  const native = natives.get(libraryName(node.name))
  const { name } = node
  const call = native ?? ((frame: Frame, values: readonly Argument[]) => callOwn(frame, name, values))
  return frame => {
    const values = args.map(arg => arg(frame))
    const outer = frame.site
    frame.site = node
    const value = call(frame, values)
    frame.site = outer
    return value
  }
}

function callOwn(frame: Frame, name: string, values: readonly Argument[]): Json {
  const given: Json[] = []
  for (const value of values) {
    if (value instanceof Lambda) return fault(frame, 'wrong-type', `${name} takes no lambda: the app's own functions take values.`)
    given.push(value)
  }
  spend(frame, 1)
  return frame.env.call(name, given)
}
