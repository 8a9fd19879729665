/** How large a value of an expression is, and what is too large to go on with. */
import { MATH_BOUNDS } from '../bounds.ts'
import { badShape, tooLarge } from '../failures.ts'

export interface Size {
  readonly rows: number
  readonly columns: number
  readonly elements: number
}

export function sizeOf(value: unknown): Size {
  if (!Array.isArray(value)) return { rows: 1, columns: 1, elements: 1 }
  const [first] = value as readonly unknown[]
  const columns = Array.isArray(first) ? first.length : 1
  return { rows: value.length, columns, elements: value.length * Math.max(1, columns) }
}

interface FractionLike {
  readonly n: bigint
  readonly d: bigint
}

const TOO_MANY_DIGITS = 10n ** BigInt(MATH_BOUNDS.wholeDigits)

/** Counts what an evaluation has cost, and refuses a value that has grown past the bounds. */
export function createGrowth() {
  let work = 0
  return {
    spend(operations: number): void {
      work += operations
      if (work > MATH_BOUNDS.evaluationWork) throw tooLarge('This takes too many operations. Work it out in several steps, or with smaller lists.')
    },
    /** Gives the value back. */
    check(value: unknown): unknown {
      if (Array.isArray(value)) {
        const { elements } = sizeOf(value)
        if (elements > MATH_BOUNDS.elements)
          throw tooLarge(`A list of ${elements.toLocaleString('en')} numbers is too long; ${MATH_BOUNDS.elements.toLocaleString('en')} is the most.`)
        for (const row of value as unknown[]) {
          if (Array.isArray(row) && row.some(Array.isArray)) throw badShape('Matrices have rows and columns, and nothing deeper.')
          if (Array.isArray(row) !== Array.isArray((value as unknown[])[0]) || (Array.isArray(row) && row.length !== sizeOf(value).columns))
            throw badShape('The rows of a matrix all have the same number of columns.')
        }
      } else if (typeof value === 'object' && value !== null) {
        const { n, d } = value as Partial<FractionLike>
        if (typeof n === 'bigint' && typeof d === 'bigint' && (n > TOO_MANY_DIGITS || d > TOO_MANY_DIGITS))
          throw tooLarge(`A fraction with more than ${MATH_BOUNDS.wholeDigits} digits is too large to go on with.`)
        const { units } = value as { units?: readonly unknown[] }
        if (Array.isArray(units) && units.length > MATH_BOUNDS.unitParts)
          throw tooLarge(`A unit of more than ${MATH_BOUNDS.unitParts} parts is too large to go on with.`)
      }
      return value
    },
  }
}

export type Growth = ReturnType<typeof createGrowth>

/** Refuses a power whose digits, units or matrices would grow past the bounds, before it is computed. */
export function checkPower(base: unknown, exponent: unknown): void {
  if (Array.isArray(base) || Array.isArray(exponent)) {
    const { rows, columns } = sizeOf(base)
    if (typeof exponent !== 'number' || !Number.isInteger(exponent) || Math.abs(exponent) > MATH_BOUNDS.matrixPower)
      throw tooLarge(`A matrix is raised to whole numbers up to ${MATH_BOUNDS.matrixPower}.`)
    if (Math.max(rows, columns) > MATH_BOUNDS.matrixSide) throw tooLarge(`A matrix that is raised has at most ${MATH_BOUNDS.matrixSide} rows and columns.`)
    return
  }
  const size = Math.abs(Number(exponent))
  if (typeof base !== 'object' || base === null) {
    // A number that is raised to a fraction becomes one.
    if (typeof exponent === 'object' && !(size <= MATH_BOUNDS.wholeDigits)) throw tooLarge('This power would have too many digits.')
    return
  }
  const { n, d } = base as Partial<FractionLike>
  if (typeof n === 'bigint' && typeof d === 'bigint') {
    const digits = Math.max(String(n).length, String(d).length)
    if (!(size * digits <= MATH_BOUNDS.wholeDigits)) throw tooLarge(`This power of a fraction would have more than ${MATH_BOUNDS.wholeDigits} digits.`)
  }
  if ('units' in base && !(size <= MATH_BOUNDS.unitPower)) throw tooLarge(`A unit is raised to powers up to ${MATH_BOUNDS.unitPower}.`)
}
