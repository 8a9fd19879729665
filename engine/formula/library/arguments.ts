/** How library functions read their arguments: leniently where a value can serve, with a fault where none can. */
import type { Json } from '../../../schema/json/json.ts'
import { type Argument, type Frame, fault, Lambda, spend, spendOnElements } from '../frame.ts'
import { textValue } from '../metered.ts'
import { getField, isList, toNumber } from '../values.ts'

export type Selector = (element: Json, index: number) => Json

/** The value of an argument; a lambda where none is wanted is null. */
export function valueArgument(arg: Argument | undefined): Json {
  return arg === undefined || arg instanceof Lambda ? null : arg
}

/** A list that is about to be walked; null counts as the empty one. Gives null, and a fault, for anything else. */
export function listArgument(frame: Frame, arg: Argument | undefined): readonly Json[] | null {
  if (arg === null || arg === undefined) return []
  if (isList(arg)) {
    spendOnElements(frame, arg.length)
    return arg
  }
  return fault(frame, 'wrong-type', `Here should be a list, not ${nameOf(arg)}.`)
}

/** A number, as arithmetic reads it; NaN where it is none. */
export function numberArgument(arg: Argument | undefined, otherwise = 0): number {
  return arg === undefined || arg === null ? otherwise : arg instanceof Lambda ? Number.NaN : toNumber(arg)
}

/** A whole number, rounded toward zero; 0 where it is none. */
export function wholeArgument(arg: Argument | undefined, otherwise = 0): number {
  return Math.trunc(numberArgument(arg, otherwise)) || 0
}

export function textArgument(frame: Frame, arg: Argument | undefined, otherwise = ''): string {
  return arg === undefined || arg === null || arg instanceof Lambda ? otherwise : textValue(frame, arg)
}

/** A lambda of an element, or the name of a field (dotted for one inside another). Nothing stands for the element itself. */
export function selectorArgument(frame: Frame, arg: Argument | undefined): Selector | null {
  if (arg instanceof Lambda) return arg.run
  if (arg === undefined || arg === null) return element => element
  if (typeof arg === 'string')
    return element => {
      spend(frame, 1)
      return readPath(element, arg)
    }
  return fault(frame, 'wrong-type', `Here should be a lambda (x => …) or the name of a field, not ${nameOf(arg)}.`)
}

/** The field of that name, or where there is none, what the name's dots lead to. */
export function readPath(value: Json, path: string): Json {
  const own = getField(value, path)
  return own !== null || !path.includes('.') ? own : path.split('.').reduce<Json>(getField, value)
}

/** A text as a message shows it. */
export function shown(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)
}

export function nameOf(arg: Argument): string {
  if (arg instanceof Lambda) return 'a lambda'
  if (arg === null) return 'null'
  if (typeof arg === 'string') return 'a text'
  if (isList(arg)) return 'a list'
  return typeof arg === 'object' ? 'a record' : typeof arg === 'number' ? 'a number' : 'true or false'
}
