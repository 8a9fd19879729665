import { noResult } from './failures.ts'

type Rows = readonly (readonly number[])[]

/** The least part of a matrix's largest number that still counts as different from 0. */
const NOTHING = 1e-12

/** Rows in reduced echelon form, and the columns that hold their first 1. */
export function reduceRows(matrix: Rows): { readonly rows: number[][]; readonly pivots: readonly number[] } {
  const rows = matrix.map(row => [...row])
  const largest = Math.max(...rows.flat().map(Math.abs), 0)
  const pivots: number[] = []
  for (let column = 0; column < (rows[0]?.length ?? 0) && pivots.length < rows.length; column++) {
    const top = pivots.length
    let best = top
    for (let row = top + 1; row < rows.length; row++) if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = row
    const [chosen, other] = [rows[best] as number[], rows[top] as number[]]
    const first = chosen[column] ?? 0
    if (Math.abs(first) <= largest * NOTHING) continue
    rows[best] = other
    rows[top] = chosen.map(value => value / first)
    for (const [place, row] of rows.entries()) {
      const by = row[column] ?? 0
      if (place === top || by === 0) continue
      rows[place] = row.map((value, at) => (at === column ? 0 : value - by * (rows[top]?.[at] ?? 0)))
    }
    pivots.push(column)
  }
  return { rows, pivots }
}

/** The one x with `matrix` · x = `vector`. */
export function solveSquare(matrix: Rows, vector: readonly number[]): readonly number[] {
  const { rows, pivots } = reduceRows(matrix.map((row, place) => [...row, vector[place] ?? 0]))
  const side = matrix[0]?.length ?? 0
  if (pivots.includes(side)) throw noResult('The equations contradict each other: there is no solution.')
  if (pivots.length < side) throw noResult('The equations do not say enough: there are endless solutions.')
  return rows.slice(0, side).map(row => row[side] ?? 0)
}
