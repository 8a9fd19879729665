import type { Json } from '../../schema/json/json.ts'
import type { Choice } from '../field/options.ts'
import { readField } from '../read-field.ts'
import { type Say, sayInEnglish } from '../words/say.ts'

export interface BoardColumn {
  readonly id: string
  readonly label: string
  readonly icon: string | undefined
  /** The value of `groupBy` in it. */
  readonly value: Json
  /** Places in the board's items of the cards in it, in order. */
  readonly rows: readonly number[]
  /** Holds the cards that no column was written for; nothing can be moved into it. */
  readonly stray: boolean
}

/** The columns with their cards. Cards whose value names no column stand in one more, so that nothing is hidden. */
export function boardColumns(items: readonly unknown[], groupBy: string, choices: readonly Choice[], say: Say = sayInEnglish): BoardColumn[] {
  const places = new Map<unknown, number>()
  choices.forEach((choice, place) => {
    if (!places.has(choice.value)) places.set(choice.value, place)
  })
  const rows: number[][] = choices.map(() => [])
  const stray: number[] = []
  items.forEach((item, index) => {
    const place = places.get(readField(item, groupBy))
    if (place === undefined) stray.push(index)
    else rows[place]?.push(index)
  })
  const columns = choices.map((choice, place) => ({
    id: choice.id,
    label: choice.label,
    icon: choice.icon,
    value: choice.value as Json,
    rows: rows[place] ?? [],
    stray: false,
  }))
  if (stray.length > 0) columns.push({ id: 'stray', label: say('Other'), icon: undefined, value: null, rows: stray, stray: true })
  return columns
}

/**
 * Where a card comes to stand among the others of a column, the card itself not counted: before or after another card,
 * or at the end where there is none.
 */
export function placeInColumn(rows: readonly number[], moved: number, target: { readonly row: number; readonly after: boolean } | null): number {
  const others = rows.filter(row => row !== moved)
  if (!target) return others.length
  if (target.row === moved) return rows.indexOf(moved)
  const at = others.indexOf(target.row)
  return at < 0 ? others.length : at + (target.after ? 1 : 0)
}
