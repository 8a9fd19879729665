/**
 * Where in the state the value of a formula stands (B43): what a repeat binds its items to, and what `bind` writes to.
 *
 * A list keeps its origin through names, members, `filter sort take skip reverse uniq`, and `? :` and `??` whose branches
 * have the same one; an element is found by `find first last [i]`, names and members. Through anything else there is none.
 */
import { clockGrain } from '../../schema/formula/clock.ts'
import type { Call, Expression } from '../../schema/formula/expression.ts'
import { libraryName } from '../../schema/formula/library-names.ts'
import type { Json, Path } from '../../schema/json/json.ts'
import { compile, compileArgument, constantKey, constantPath, noSlots, type Slots } from './compile.ts'
import type { ElementOrigin, ListOrigin, OriginEnv } from './contract.ts'
import { evaluate, type Frame, spendOnElements, weightOf } from './frame.ts'
import { selectorArgument } from './library/arguments.ts'
import { selections } from './library/selections.ts'
import { getField, isList, isRecord, isTrue } from './values.ts'

/** Those of the selections that the check lets a write go through. */
const KEEPS_ORIGIN: ReadonlySet<string> = new Set(['filter', 'sort', 'take', 'skip', 'reverse', 'uniq'])

/** A frame whose surroundings know origins. */
type OriginFrame = Frame<OriginEnv>
type FindList = (frame: OriginFrame) => ListOrigin | null
type FindElement = (frame: OriginFrame) => ElementOrigin | null

/** Finds the list that a formula's elements come from; null where no value of this formula can have one. */
export function compileListOrigin(tree: Expression): ((env: OriginEnv) => ListOrigin | null) | null {
  const slots = noSlots()
  const found = listOrigin(tree, slots)
  return found === null ? null : start(tree, slots, found)
}

/** Finds the place in the state of the one value that a formula picks; null where no value of this formula can have one. */
export function compileElementOrigin(tree: Expression): ((env: OriginEnv) => ElementOrigin | null) | null {
  const slots = noSlots()
  const found = elementOrigin(tree, slots)
  if (found === null) return null
  const whole = start(tree, slots, found)
  const constant = constantPath(tree, slots)
  if (constant === null) return whole
  const { name, path } = constant
  return env => {
    try {
      return env.elementOrigin(name, path)
    } catch {
      return whole(env)
    }
  }
}

function start<R>(tree: Expression, slots: Slots, find: (frame: OriginFrame) => R | null): (env: OriginEnv) => R | null {
  const grain = clockGrain(tree) ?? 'second'
  const weight = weightOf(tree)
  return env => evaluate<OriginEnv, R | null>(env, slots.used.count, grain, tree, find, null, weight)
}

function listOrigin(node: Expression, slots: Slots): FindList | null {
  const constant = constantPath(node, slots)
  if (constant !== null) return ({ env }) => env.listOrigin(constant.name, constant.path)
  if (node.kind === 'conditional' || (node.kind === 'logical' && node.op === '??')) return branches(node, slots, listOrigin, origin => origin.list)
  if (node.kind === 'call') return selected(node, slots)
  const element = elementOrigin(node, slots)
  if (element === null) return null
  return frame => {
    const found = element(frame)
    return found !== null && isList(found.value) ? { list: found.path, elements: found.value.map((value, index) => ({ value, index })) } : null
  }
}

function selected(node: Call, slots: Slots): FindList | null {
  const name = libraryName(node.name)
  const selection = KEEPS_ORIGIN.has(name) ? selections.get(name) : undefined
  const [of, ...rest] = node.args
  if (selection === undefined || of === undefined || of.kind === 'lambda') return null
  const source = listOrigin(of, slots)
  if (source === null) return null
  const args = rest.map(arg => compileArgument(arg, slots))
  return frame => {
    const origin = source(frame)
    if (origin === null) return null
    const values = origin.elements.map(element => element.value)
    frame.site = node
    spendOnElements(frame, values.length)
    const given = args.map(arg => arg(frame))
    frame.site = node
    const places = selection(frame, values, given)
    if (places === null) return null
    return { list: origin.list, elements: places.flatMap(i => origin.elements[i] ?? []) }
  }
}

/** Both branches must be able to have an origin, in the same list; the one that is taken gives it. */
function branches<R>(
  node: Extract<Expression, { kind: 'conditional' | 'logical' }>,
  slots: Slots,
  originOf: (node: Expression, slots: Slots) => ((frame: OriginFrame) => R | null) | null,
  placeOf: (origin: R) => Path,
): ((frame: OriginFrame) => R | null) | null {
  const [first, second] = node.kind === 'conditional' ? [node.then, node.else] : [node.left, node.right]
  const one = originOf(first, slots)
  const other = originOf(second, slots)
  if (one === null || other === null) return null
  const test = compile(node.kind === 'conditional' ? node.test : node.left, slots)
  const takesFirst = node.kind === 'conditional' ? isTrue : (value: Json) => value !== null
  return frame => {
    const [taken, left] = takesFirst(test(frame)) ? [one, other] : [other, one]
    const origin = taken(frame)
    const beside = origin === null ? null : left(frame)
    return origin !== null && beside !== null && patternOf(placeOf(origin)) !== patternOf(placeOf(beside)) ? null : origin
  }
}

/** A place without its indices, as the check knows it. */
function patternOf(path: Path): string {
  return path.map(key => (typeof key === 'number' ? '[]' : `.${key}`)).join('')
}

function elementOrigin(node: Expression, slots: Slots): FindElement | null {
  const constant = constantPath(node, slots)
  if (constant !== null) return ({ env }) => env.elementOrigin(constant.name, constant.path)
  if (node.kind === 'conditional' || (node.kind === 'logical' && node.op === '??')) return branches(node, slots, elementOrigin, origin => origin.path)
  if (node.kind === 'call') return picked(node, slots)
  if (node.kind !== 'member' && node.kind !== 'index') return null
  const key = node.kind === 'index' ? compile(node.index, slots) : () => constantKey(node)
  const record = elementOrigin(node.object, slots)
  const list = listOrigin(node.object, slots)
  if (record === null && list === null) return null
  return frame => {
    const at = key(frame)
    if (typeof at !== 'string' && typeof at !== 'number') return null
    const base = record === null ? null : record(frame)
    if (base !== null) return inside(base, at)
    return list === null || typeof at !== 'number' ? null : elementAt(list(frame), at)
  }
}

/** A field of a record, which need not be there yet, or an element of a list, which must. */
function inside({ value, path }: ElementOrigin, key: string | number): ElementOrigin | null {
  if (isRecord(value)) return { value: getField(value, String(key)), path: [...path, String(key)] }
  const index = isList(value) && /^\d+$/.test(String(key)) ? Number(key) : -1
  return isList(value) && index >= 0 && index < value.length ? { value: getField(value, index), path: [...path, index] } : null
}

function elementAt(origin: ListOrigin | null, place: number): ElementOrigin | null {
  const element = Number.isInteger(place) && place >= 0 ? origin?.elements[place] : undefined
  return origin === null || element === undefined ? null : { value: element.value, path: [...origin.list, element.index] }
}

function picked(node: Call, slots: Slots): FindElement | null {
  const name = libraryName(node.name)
  const [of, test] = node.args
  if ((name !== 'find' && name !== 'first' && name !== 'last') || of === undefined || of.kind === 'lambda') return null
  const source = listOrigin(of, slots)
  if (source === null) return null
  const selector = test === undefined ? null : compileArgument(test, slots)
  return frame => {
    const origin = source(frame)
    if (origin === null) return null
    const { elements } = origin
    if (name === 'first') return elementAt(origin, 0)
    if (name === 'last') return elementAt(origin, elements.length - 1)
    frame.site = node
    spendOnElements(frame, elements.length)
    const select = selectorArgument(frame, selector?.(frame))
    return select === null
      ? null
      : elementAt(
          origin,
          elements.findIndex((element, i) => isTrue(select(element.value, i))),
        )
  }
}
