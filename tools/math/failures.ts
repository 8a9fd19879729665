import { ToolFailure } from '../../engine/ports.ts'

/** It cannot be read, or says something that is not offered. `column` counts from 1. */
export function badExpression(message: string, column?: number): ToolFailure {
  return new ToolFailure('bad-expression', column === undefined ? message : `Column ${column}: ${message}`)
}

/** A text that was to be a number, a fraction, a unit … is none. */
export const badNumber = (message: string): ToolFailure => new ToolFailure('bad-number', message)
/** Lists and matrices whose sizes do not go together. */
export const badShape = (message: string): ToolFailure => new ToolFailure('bad-shape', message)
/** What was asked for does not exist: a quotient by 0, the inverse of a singular matrix. */
export const noResult = (message: string): ToolFailure => new ToolFailure('no-result', message)
/** It would pass one of `MATH_BOUNDS`. */
export const tooLarge = (message: string): ToolFailure => new ToolFailure('too-large', message)

/** `value`, unless it is infinite or no number. */
export function finite(value: number, what: string): number {
  if (Number.isNaN(value)) throw noResult(`${what} has no result among the real numbers.`)
  if (!Number.isFinite(value)) throw tooLarge(`${what} is larger than a number can be (about 1.8e308).`)
  // Zero has no sign that a person would want to see.
  return value === 0 ? 0 : value
}
