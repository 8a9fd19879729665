/** Where in the app the values stand that the operations of an edit wrote, while later operations move them. */
import type { Path } from '../json/json.ts'
import type { Move, Step } from './edit.ts'

export interface WrittenPlaces {
  /** Takes in what the operation at `index` did. */
  add(index: number, step: Step): void
  /** The place in the edit document of what stands at a place of the app, if an operation wrote it. */
  sourceOf(at: Path): Path | undefined
}

interface Entry {
  readonly from: Path
  at: Path
}

export function createWrittenPlaces(): WrittenPlaces {
  let entries: Entry[] = []
  const move = (change: Move) => {
    if (change.kind === 'insert') {
      for (const entry of entries) entry.at = shift(entry.at, change.list, change.index, change.count)
      return
    }
    entries = entries.filter(entry => !begins(entry.at, change.at))
    const index = change.at.at(-1)
    if (change.kind === 'remove' && typeof index === 'number') for (const entry of entries) entry.at = shift(entry.at, change.at.slice(0, -1), index, -1)
  }
  return {
    add(index, { moves, written }) {
      for (const change of moves) move(change)
      for (const { from, at } of written) entries.push({ from: ['ops', index, ...from], at })
    },
    sourceOf(at) {
      const around = entries.filter(entry => begins(at, entry.at))
      // What was written last inside of what was written before is the nearer cause.
      const nearest = around.reduce<Entry | undefined>((best, entry) => (best === undefined || entry.at.length >= best.at.length ? entry : best), undefined)
      return nearest && [...nearest.from, ...at.slice(nearest.at.length)]
    },
  }
}

function shift(at: Path, list: Path, index: number, by: number): Path {
  const own = at[list.length]
  return begins(at, list) && typeof own === 'number' && own >= index ? at.with(list.length, own + by) : at
}

const begins = (path: Path, start: Path): boolean => path.length >= start.length && start.every((step, index) => String(step) === String(path[index]))
