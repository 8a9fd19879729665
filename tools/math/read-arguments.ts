/** Reads the arguments of a call. Their schema has been checked; what it cannot say is checked here. */
import type { Json, JsonObject } from '../../schema/json/json.ts'
import { MATH_BOUNDS } from './bounds.ts'
import { badNumber, badShape, noResult, tooLarge } from './failures.ts'

export function numberAt(args: JsonObject, name: string, otherwise?: number): number {
  const value = args[name]
  if (typeof value === 'number' && Number.isFinite(value)) return value
  if ((value === undefined || value === null) && otherwise !== undefined) return otherwise
  throw badNumber(`${name} has to be a number.`)
}

/** A whole number within what a double counts exactly. */
export function wholeAt(args: JsonObject, name: string, least: number, most: number, otherwise?: number): number {
  const value = numberAt(args, name, otherwise)
  if (!Number.isInteger(value)) throw badNumber(`${name} has to be a whole number, not ${value}.`)
  if (value < least) throw badNumber(`${name} has to be at least ${least}, not ${value}.`)
  if (value > most) throw tooLarge(`${name} goes up to ${most.toLocaleString('en')}, not ${value.toLocaleString('en')}.`)
  return value
}

/** A whole number of any length, from a number or from a text of digits. */
export function bigWholeAt(args: JsonObject, name: string): bigint {
  const value = args[name]
  if (typeof value === 'number') {
    if (Number.isSafeInteger(value)) return BigInt(value)
    throw badNumber(
      Number.isInteger(value)
        ? `${name} has more digits than a number keeps: write it as a text, "${BigInt(value)}".`
        : `${name} has to be a whole number, not ${value}.`,
    )
  }
  const text = String(value ?? '').replace(/[\s_,']/g, '')
  if (!/^[+-]?\d+$/.test(text)) throw badNumber(`${name} has to be a whole number such as 42 or "12345678901234567890".`)
  if (text.length > MATH_BOUNDS.wholeDigits) throw tooLarge(`${name} has more than ${MATH_BOUNDS.wholeDigits} digits.`)
  return BigInt(text)
}

/** A number where it is exact as one, else its digits as a text. */
export function wholeToJson(value: bigint): Json {
  return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : String(value)
}

export function numbersAt(args: JsonObject, name: string, least = 1): readonly number[] {
  const value = args[name]
  if (!Array.isArray(value)) throw badShape(`${name} has to be a list of numbers.`)
  if (value.length < least)
    throw badShape(`${name} needs at least ${least === 1 ? 'one number' : `${least} numbers`}; it has ${value.length === 0 ? 'none' : value.length}.`)
  if (value.length > MATH_BOUNDS.elements)
    throw tooLarge(`${name} has ${value.length.toLocaleString('en')} numbers; ${MATH_BOUNDS.elements.toLocaleString('en')} is the most.`)
  for (const [place, each] of value.entries())
    if (typeof each !== 'number' || !Number.isFinite(each)) throw badNumber(`${name} holds ${JSON.stringify(each)} at place ${place + 1}, which is no number.`)
  return value as readonly number[]
}

/** Two lists of the same length. */
export function pairsAt(args: JsonObject, one: string, other: string, least = 2): readonly [readonly number[], readonly number[]] {
  const [a, b] = [numbersAt(args, one, least), numbersAt(args, other, least)]
  if (a.length !== b.length) throw badShape(`${one} has ${a.length} numbers and ${other} ${b.length}: each of one belongs to one of the other.`)
  return [a, b]
}

export type Matrix = number[][]

/** Rows of the same length, at most `side` of them and as many columns. */
export function matrixAt(args: JsonObject, name: string, side: number = MATH_BOUNDS.matrixSide): Matrix {
  const value = args[name]
  if (!Array.isArray(value) || value.length === 0 || !value.every(Array.isArray)) throw badShape(`${name} has to be a list of rows, such as [[1, 2], [3, 4]].`)
  const rows = value as readonly (readonly Json[])[]
  const columns = rows[0]?.length ?? 0
  if (columns === 0) throw badShape(`${name} has no columns.`)
  if (Math.max(rows.length, columns) > side) throw tooLarge(`${name} has ${rows.length} × ${columns} numbers; ${side} × ${side} is the most here.`)
  return rows.map((row, place) => {
    if (row.length !== columns) throw badShape(`Row ${place + 1} of ${name} has ${row.length} numbers, the first has ${columns}.`)
    return row.map((each, column) => {
      if (typeof each !== 'number' || !Number.isFinite(each))
        throw badNumber(`${name} holds ${JSON.stringify(each)} in row ${place + 1}, column ${column + 1}, which is no number.`)
      return each
    })
  })
}

export function squareAt(args: JsonObject, name: string, side: number = MATH_BOUNDS.matrixSide): Matrix {
  const matrix = matrixAt(args, name, side)
  if (matrix.length !== matrix[0]?.length) throw badShape(`${name} has ${matrix.length} rows and ${matrix[0]?.length} columns; it has to have as many of both.`)
  return matrix
}

/** A share from 0 to 1. */
export function shareAt(args: JsonObject, name: string): number {
  const value = numberAt(args, name)
  if (value < 0 || value > 1) throw noResult(`${name} goes from 0 to 1, not to ${value}.`)
  return value
}
