/** Library functions on lists. */
import type { Json } from '../../../schema/json/json.ts'
import {
  type Argument,
  type Frame,
  fault,
  Lambda,
  makeList,
  makeText,
  type Native,
  spend,
  spendOnElements,
  spendOnFields,
  spendOnText,
  spendOnValues,
} from '../frame.ts'
import { identityValue, orderable, sameValue } from '../metered.ts'
import { finite, isList, isRecord, isTrue, order, toNumber } from '../values.ts'
import { listArgument, nameOf, numberArgument, selectorArgument, textArgument, valueArgument, wholeArgument } from './arguments.ts'
import { selections } from './selections.ts'

const count: Native = (frame, [of, test]) => {
  const value = valueArgument(of)
  if (value === null) return 0
  if (typeof value === 'string') return value.length
  if (isRecord(value)) {
    const { length } = Object.keys(value)
    spendOnFields(frame, length)
    return length
  }
  const list = listArgument(frame, value)
  if (list === null || test === undefined) return list === null ? null : list.length
  const selector = selectorArgument(frame, test)
  return selector === null ? null : list.filter((element, i) => isTrue(selector(element, i))).length
}

/** The values that `sum`, `avg`, `min` and `max` work on: of a list, of a list through a lambda, or the arguments themselves. */
function aggregated(frame: Frame, args: readonly Argument[]): readonly Json[] | null {
  const [first, second] = args
  if (args.length > 1 && !isList(first) && first !== null) return args.map(valueArgument)
  if (args.length === 1 && typeof first === 'number') return [first]
  const list = listArgument(frame, first)
  if (list === null) return null
  if (second === undefined) return list
  if (first === null && !(second instanceof Lambda) && typeof second !== 'string') return args.map(valueArgument)
  const selector = selectorArgument(frame, second)
  return selector === null ? null : list.map(selector)
}

function total(values: readonly Json[]): number | null {
  return values.reduce<number | null>((sum, value) => (sum === null ? null : finite(sum + toNumber(value))), 0)
}

const sum: Native = (frame, args) => {
  const values = aggregated(frame, args)
  return values === null ? null : total(values)
}

const avg: Native = (frame, args) => {
  const values = aggregated(frame, args)
  const whole = values === null || values.length === 0 ? null : total(values)
  return whole === null || values === null ? null : finite(whole / values.length)
}

/** The least or greatest; null is passed over. */
const extreme =
  (sign: number): Native =>
  (frame, args) => {
    let best: Json = null
    const values = aggregated(frame, args) ?? []
    spend(frame, values.length >> 2)
    for (const value of values) if (value !== null && (best === null || sign * order(orderable(frame, value), orderable(frame, best)) > 0)) best = value
    return best
  }

const map: Native = (frame, [of, value]) => {
  const list = listArgument(frame, of)
  const selector = selectorArgument(frame, value)
  return list === null || selector === null ? null : list.map(selector)
}

const flatMap: Native = (frame, [of, value]) => {
  const list = listArgument(frame, of)
  const selector = selectorArgument(frame, value)
  if (list === null || selector === null) return null
  spend(frame, list.length >> 4)
  const found: Json[] = []
  for (const [i, element] of list.entries()) {
    const inner = selector(element, i)
    if (!isList(inner)) found.push(inner)
    else {
      makeList(frame, found.length + inner.length, inner.length)
      for (const one of inner) found.push(one)
    }
  }
  return found
}

function place(frame: Frame, of: Argument | undefined, test: Argument | undefined): number | null {
  const list = listArgument(frame, of)
  const selector = selectorArgument(frame, test)
  return list === null || selector === null ? null : list.findIndex((element, i) => isTrue(selector(element, i)))
}

const find: Native = (frame, [of, test]) => {
  const found = place(frame, of, test)
  return found === null || found < 0 ? null : ((of as readonly Json[])[found] as Json)
}

const any: Native = (frame, [of, test]) => {
  const found = place(frame, of, test)
  return found === null ? null : found >= 0
}

const all: Native = (frame, [of, test]) => {
  const list = listArgument(frame, of)
  const selector = selectorArgument(frame, test)
  return list === null || selector === null ? null : list.every((element, i) => isTrue(selector(element, i)))
}

/** All values that a fold passes through; without a beginning the first element is it, as in JavaScript. */
function fold(frame: Frame, args: readonly Argument[], visit: (value: Json) => void): Json {
  const [of, step] = args
  const list = listArgument(frame, of)
  if (list === null) return null
  if (!(step instanceof Lambda)) return fault(frame, 'wrong-type', `Here should be a lambda, (sum, x) => …, not ${nameOf(valueArgument(step))}.`)
  const given = args.length > 2
  let value = given ? valueArgument(args[2]) : (list[0] ?? null)
  if (!given && list.length > 0) visit(value)
  for (let i = given ? 0 : 1; i < list.length; i += 1) {
    value = step.run(value, list[i] as Json, i)
    visit(value)
  }
  return value
}

const reduce: Native = (frame, args) => fold(frame, args, () => {})

const scan: Native = (frame, args) => {
  const passed: Json[] = []
  fold(frame, args, value => passed.push(value))
  return passed
}

const group: Native = (frame, [of, key, agg]) => {
  const list = listArgument(frame, of)
  const selector = selectorArgument(frame, key)
  if (list === null || selector === null) return null
  spendOnValues(frame, list.length)
  const groups = new Map<string, { key: Json; value: Json[] }>()
  for (const [i, element] of list.entries()) {
    const value = selector(element, i)
    const identity = identityValue(frame, value)
    const known = groups.get(identity)
    if (known === undefined) groups.set(identity, { key: value, value: [element] })
    else known.value.push(element)
  }
  const found = [...groups.values()]
  if (agg === undefined || agg === null) return found
  if (!(agg instanceof Lambda)) return fault(frame, 'wrong-type', `Here should be a lambda of the group's elements, not ${nameOf(agg)}.`)
  return found.map(one => ({ key: one.key, value: agg.run(one.value) }))
}

const zip: Native = (frame, args) => {
  const lists = args.map(arg => listArgument(frame, arg) ?? [])
  const length = Math.max(0, ...lists.map(list => list.length))
  spendOnValues(frame, length * lists.length)
  return Array.from({ length }, (_, i) => lists.map(list => list[i] ?? null))
}

const concat: Native = (frame, args) => {
  const values = args.map(valueArgument)
  if (typeof values[0] === 'string') return joinTexts(frame, values)
  const found: Json[] = []
  for (const value of values) {
    const added = isList(value) ? value.length : 1
    makeList(frame, found.length + added, added)
    if (!isList(value)) found.push(value)
    else for (const element of value) found.push(element)
  }
  return found
}

function joinTexts(frame: Frame, values: readonly Json[]): string {
  const texts = values.map(value => textArgument(frame, value))
  makeText(
    frame,
    texts.reduce((length, text) => length + text.length, 0),
  )
  return texts.join('')
}

const range: Native = (frame, args) => {
  const [from, to] = args.length < 2 ? [0, wholeArgument(args[0])] : [numberArgument(args[0]), numberArgument(args[1])]
  const step = numberArgument(args[2], 1)
  const length = Math.max(0, Math.ceil((to - from) / step))
  if (!Number.isFinite(length)) return fault(frame, 'wrong-value', 'The bounds of range are numbers, and its step is not 0.')
  makeList(frame, length)
  const numbers: Json[] = []
  for (let i = 0; i < length; i += 1) numbers.push(finite(from + i * step))
  return numbers
}

const has: Native = (frame, [of, element]) => {
  const value = valueArgument(of)
  const wanted = valueArgument(element)
  if (typeof value === 'string') {
    spendOnText(frame, value.length)
    return value.includes(textArgument(frame, wanted))
  }
  if (isRecord(value)) return Object.hasOwn(value, textArgument(frame, wanted))
  const list = listArgument(frame, value)
  if (list === null) return null
  return list.some(one => sameValue(frame, one, wanted))
}

const indexOf: Native = (frame, [of, element]) => {
  const wanted = valueArgument(element)
  if (typeof of === 'string') {
    spendOnText(frame, of.length)
    return of.indexOf(textArgument(frame, wanted))
  }
  const list = listArgument(frame, of)
  if (list === null) return null
  return list.findIndex(one => sameValue(frame, one, wanted))
}

const chunk: Native = (frame, [of, size]) => {
  const list = listArgument(frame, of)
  const width = wholeArgument(size)
  if (list === null) return null
  if (width < 1) return fault(frame, 'wrong-value', 'The size of a chunk is 1 or more.')
  return Array.from({ length: Math.ceil(list.length / width) }, (_, i) => list.slice(i * width, (i + 1) * width))
}

const replaceAt: Native = (frame, [of, index, value]) => {
  const list = listArgument(frame, of)
  if (list === null) return null
  const at = numberArgument(index, -1)
  return at >= 0 && at < list.length && Number.isInteger(at) ? list.with(at, valueArgument(value)) : list
}

const end =
  (last: boolean): Native =>
  (frame, [of]) => {
    if (isList(of)) return of[last ? of.length - 1 : 0] ?? null
    return of === null || of === undefined ? null : fault(frame, 'wrong-type', `Here should be a list, not ${nameOf(of)}.`)
  }

const slice: Native = (frame, args) => {
  const [of, ...rest] = args
  if (typeof of !== 'string') return selected('slice')(frame, args)
  return of.slice(wholeArgument(rest[0]), rest[1] === undefined || rest[1] === null ? undefined : wholeArgument(rest[1]))
}

/** The elements that a selection keeps. */
function selected(name: string): Native {
  const selection = selections.get(name)
  if (selection === undefined) throw new RangeError(`There is no selection ${name}.`)
  return (frame, [of, ...rest]) => {
    const list = listArgument(frame, of)
    const places = list === null ? null : selection(frame, list, rest)
    if (list === null || places === null) return null
    spendOnElements(frame, places.length)
    return places.map(i => list[i] as Json)
  }
}

export const lists: readonly (readonly [string, Native])[] = [
  ['count', count],
  ['sum', sum],
  ['avg', avg],
  ['min', extreme(-1)],
  ['max', extreme(1)],
  ['map', map],
  ['flatMap', flatMap],
  ['find', find],
  ['findIndex', (frame, [of, test]) => place(frame, of, test)],
  ['any', any],
  ['all', all],
  ['reduce', reduce],
  ['scan', scan],
  ['group', group],
  ['zip', zip],
  ['first', end(false)],
  ['last', end(true)],
  ['concat', concat],
  ['range', range],
  ['has', has],
  ['contains', has],
  ['indexOf', indexOf],
  ['chunk', chunk],
  ['replaceAt', replaceAt],
  ['slice', slice],
  ...['filter', 'sort', 'take', 'skip', 'reverse', 'uniq', 'without'].map((name): readonly [string, Native] => [name, selected(name)]),
]
