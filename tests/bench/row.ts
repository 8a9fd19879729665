/** One row of the table, and how measured figures become one. */

export interface Row {
  readonly what: string
  /** What was measured, in words: `9.2 ms beside 6.1 ms`. */
  readonly measured: string
  readonly value: number
  /** What `value` has to stay at or under; null where it is shown only. */
  readonly bar: number | null
}

export interface Effort {
  /** Rounds of each measure; engines take turns in each. */
  readonly rounds: number
  readonly components: readonly number[]
}

/** Doubling the input may cost this much more. */
const DOUBLED = 2.4

export function isOver({ value, bar }: Row): boolean {
  return bar !== null && !(value <= bar)
}

/** `ours` as a multiple of `others`, both in milliseconds. */
export function ratio(what: string, ours: number, others: number, bar: number | null): Row {
  return { what, measured: `${ours.toFixed(2)} ms beside ${others.toFixed(2)} ms`, value: ours / others, bar }
}

export function doubling(what: string, once: number, doubled: number, unit = 'ms'): Row {
  return { what: `cost of twice as much: ${what}`, measured: `${once.toFixed(2)} ${unit}, ${doubled.toFixed(2)} ${unit}`, value: doubled / once, bar: DOUBLED }
}

export function milliseconds(what: string, value: number, bar: number | null): Row {
  return { what, measured: `${value.toFixed(2)} ms`, value, bar }
}

/** The middle one, NaN of none. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

/** For what meets a full garbage collection in every other round, which on a busy machine takes longer than the work itself. */
export function quickest(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : Math.min(...values)
}

/** Measures each of `sizes` `rounds` times in turn, and gives the middle figure of each, or what `pick` takes of them. */
export async function inTurn<Size>(
  rounds: number,
  sizes: readonly Size[],
  measure: (size: Size) => Promise<number>,
  pick: (figures: readonly number[]) => number = median,
): Promise<readonly number[]> {
  const figures = sizes.map((): number[] => [])
  for (let round = 0; round < rounds; round++) for (const [at, size] of sizes.entries()) figures[at]?.push(await measure(size))
  return figures.map(pick)
}
