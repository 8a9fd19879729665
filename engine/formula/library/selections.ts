/**
 * Functions that keep some elements of a list, or put them in another order. Each gives the places of what it keeps,
 * so that the same code serves values and origins (B43).
 */
import type { Json } from '../../../schema/json/json.ts'
import { type Argument, type Frame, Lambda, spend, spendOnValues } from '../frame.ts'
import { identityValue, orderable } from '../metered.ts'
import { isTrue, order, toNumber } from '../values.ts'
import { numberArgument, selectorArgument, textArgument, valueArgument } from './arguments.ts'

/** The places in `list` of what is kept, in the order in which it is given; null after a fault. `args` are those after the list. */
export type Selection = (frame: Frame, list: readonly Json[], args: readonly Argument[]) => readonly number[] | null

const filter: Selection = (frame, list, [test]) => {
  const select = selectorArgument(frame, test)
  if (select === null) return null
  const kept: number[] = []
  for (let i = 0; i < list.length; i += 1) if (isTrue(select(list[i] as Json, i))) kept.push(i)
  return kept
}

const sort: Selection = (frame, list, [by, direction]) => {
  spend(frame, list.length)
  const places = list.map((_, i) => i)
  if (by instanceof Lambda && by.arity === 2) {
    places.sort((i, j) => toNumber(by.run(list[i] as Json, list[j] as Json)) || 0)
    return textArgument(frame, direction) === 'desc' ? places.reverse() : places
  }
  // sort(list, 'desc'), where the elements are no records.
  const bare = (by === 'desc' || by === 'asc') && direction === undefined
  const select = selectorArgument(frame, bare ? null : by)
  if (select === null) return null
  const keys = list.map((element, i) => orderable(frame, select(element, i)))
  const sign = textArgument(frame, bare ? by : direction) === 'desc' ? -1 : 1
  return places.sort((i, j) => {
    const [a, b] = [keys[i] as Json, keys[j] as Json]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return sign * order(a, b)
  })
}

const take: Selection = (_, list, [n]) => span(0, Math.min(list.length, Math.trunc(numberArgument(n)) || 0))

const skip: Selection = (_, list, [n]) => span(Math.max(0, Math.trunc(numberArgument(n)) || 0), list.length)

const reverse: Selection = (_, list) => list.map((_, i) => list.length - 1 - i)

const uniq: Selection = (frame, list, [key]) => {
  const select = selectorArgument(frame, key)
  if (select === null) return null
  spendOnValues(frame, list.length)
  const seen = new Set<string>()
  return list.flatMap((element, i) => {
    const identity = identityValue(frame, select(element, i))
    if (seen.has(identity)) return []
    seen.add(identity)
    return [i]
  })
}

const without: Selection = (frame, list, args) => {
  const dropped = new Set(args.map(arg => identityValue(frame, valueArgument(arg))))
  spendOnValues(frame, list.length + args.length)
  return list.flatMap((element, i) => (dropped.has(identityValue(frame, element)) ? [] : [i]))
}

const slice: Selection = (_, list, [from, to]) => {
  const [start, end] = sliceBounds(list.length, from, to)
  return span(start, end)
}

/** The bounds of a slice as JavaScript reads them: negative ones count from the end. */
export function sliceBounds(length: number, from: Argument | undefined, to: Argument | undefined): readonly [number, number] {
  const bound = (arg: Argument | undefined, otherwise: number) => {
    const n = Math.trunc(numberArgument(arg, otherwise)) || 0
    return n < 0 ? Math.max(0, length + n) : Math.min(length, n)
  }
  return [bound(from, 0), bound(to, length)]
}

function span(from: number, to: number): number[] {
  const places: number[] = []
  for (let place = from; place < to; place += 1) places.push(place)
  return places
}

export const selections: ReadonlyMap<string, Selection> = new Map([
  ['filter', filter],
  ['sort', sort],
  ['take', take],
  ['skip', skip],
  ['reverse', reverse],
  ['uniq', uniq],
  ['without', without],
  ['slice', slice],
])
