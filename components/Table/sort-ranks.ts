import { readField } from '../read-field.ts'
import { createCompare, type FormatLocale } from '../value-format.ts'

/** Where each row's value stands among those of one field, so that rows are put in order without comparing values again. */
export interface Ranks {
  /** Of each row: equal values share one; `count` where there is no value. */
  readonly of: Uint32Array
  /** How many different ones there are. */
  readonly count: number
}

/** Gives the ranks of a field's values: computed when they are first asked for, each value compared once however often it stands there. */
export function createRanks(rows: readonly unknown[], locale: FormatLocale): (field: string) => Ranks {
  const known = new Map<string, Ranks>()
  return field => {
    let ranks = known.get(field)
    if (!ranks) {
      ranks = rankValues(
        rows.map(row => readField(row, field)),
        locale,
      )
      known.set(field, ranks)
    }
    return ranks
  }
}

function rankValues(values: readonly unknown[], locale: FormatLocale): Ranks {
  const compare = createCompare(locale, 'up')
  const distinct = new Set(values)
  const numbers = Float64Array.from([...distinct].filter(value => typeof value === 'number' && !Number.isNaN(value)) as number[]).sort()
  const others = [...distinct].filter(value => typeof value !== 'number' && !isMissing(value)).sort(compare)
  const rankOf = new Map<unknown, number>()
  let count = 0
  for (const number of numbers) rankOf.set(number, count++)
  for (const [at, value] of others.entries()) {
    if (at > 0 && compare(others[at - 1], value) === 0) count--
    rankOf.set(value, count++)
  }
  return { of: Uint32Array.from(values, value => rankOf.get(value) ?? count), count }
}

const isMissing = (value: unknown): boolean => value === null || value === undefined || value === ''

/** `indices`, which rise, by their ranks; those of the same rank in the order of the rows, those without a value last in both directions. */
export function inOrder(indices: readonly number[], { of, count }: Ranks, direction: 'up' | 'down'): number[] {
  const placeOf = (index: number): number => {
    const rank = of[index] ?? count
    return rank === count || direction === 'up' ? rank : count - 1 - rank
  }
  const starts = new Uint32Array(count + 2)
  for (const index of indices) starts[placeOf(index) + 1]!++
  for (let place = 1; place < starts.length; place++) starts[place]! += starts[place - 1]!
  const ordered = new Array<number>(indices.length)
  for (const index of indices) ordered[starts[placeOf(index)]!++] = index
  return ordered
}
