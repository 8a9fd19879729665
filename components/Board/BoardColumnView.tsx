import type { ReactNode, RefObject } from 'react'
import { GridList } from 'react-aria-components/GridList'
import { DropIndicator, useDragAndDrop } from 'react-aria-components/useDragAndDrop'
import { Icon } from '../Icon/Icon.tsx'
import { BoardCard } from './BoardCard.tsx'
import { type BoardColumn, placeInColumn } from './board-columns.ts'

/** The card on its way; known to all columns, since what a drag carries can be read only once it is dropped. */
export interface Dragged {
  readonly row: number
}

export interface BoardColumnViewProps {
  readonly board: string
  readonly column: BoardColumn
  readonly columns: readonly BoardColumn[]
  /** The key of each item of the board. */
  readonly keys: readonly string[]
  readonly dragged: RefObject<Dragged | null>
  readonly movable: boolean
  readonly nameOf: (row: number) => string
  readonly accepts: (row: number, column: BoardColumn) => boolean
  readonly move: (row: number, column: BoardColumn, index: number) => void
  readonly header: ReactNode
  readonly renderItem: (row: number) => ReactNode
}

export function BoardColumnView({ board, column, columns, keys, dragged, movable, nameOf, accepts, move, header, renderItem }: BoardColumnViewProps) {
  const kind = `x-cyanotype-card-${board.replaceAll(/\W/g, '')}`
  const drop = (target: { readonly key: unknown; readonly after: boolean } | null): void => {
    const card = dragged.current
    if (!card) return
    const row = target ? keys.indexOf(String(target.key)) : -1
    move(card.row, column, placeInColumn(column.rows, card.row, target && row >= 0 ? { row, after: target.after } : null))
  }
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: !movable,
    getItems: dragKeys => [...dragKeys].map(key => ({ [kind]: String(key), 'text/plain': nameOf(keys.indexOf(String(key))) })),
    getAllowedDropOperations: () => ['move'],
    acceptedDragTypes: [kind],
    getDropOperation: (_target, types) => (types.has(kind) && dragged.current && accepts(dragged.current.row, column) ? 'move' : 'cancel'),
    onDragStart: event => {
      const row = keys.indexOf(String([...event.keys][0]))
      dragged.current = row < 0 ? null : { row }
    },
    onDragEnd: () => {
      dragged.current = null
    },
    onReorder: ({ target }) => drop({ key: target.key, after: target.dropPosition === 'after' }),
    onInsert: ({ target }) => drop({ key: target.key, after: target.dropPosition === 'after' }),
    onRootDrop: () => drop(null),
    renderDropIndicator: target => <DropIndicator target={target} className="cy-board-place" />,
  })
  return (
    <section className="cy-board-column" data-stray={column.stray}>
      <header className="cy-board-head">
        {column.icon ? <Icon name={column.icon} size="s" /> : null}
        <span className="cy-board-title">{column.label}</span>
        <span className="cy-board-count">{column.rows.length}</span>
        {header ? <div className="cy-board-more">{header}</div> : null}
      </header>
      <GridList
        className="cy-board-cards"
        aria-label={`${column.label}, ${column.rows.length} ${column.rows.length === 1 ? 'card' : 'cards'}`}
        selectionMode="none"
        {...(movable ? { dragAndDropHooks } : {})}
        renderEmptyState={() => <span className="cy-board-empty">No cards</span>}
      >
        {column.rows.map((row, place) => (
          <BoardCard
            key={keys[row]}
            id={keys[row] ?? `#${row}`}
            name={nameOf(row)}
            moves={movable ? cardMoves(row, place, column, columns, accepts, move) : null}
          >
            {renderItem(row)}
          </BoardCard>
        ))}
      </GridList>
    </section>
  )
}

export interface CardMove {
  readonly label: string
  readonly icon: string
  readonly disabled: boolean
  readonly do: () => void
}

/** What a card's menu offers: the other columns, and up and down. */
function cardMoves(
  row: number,
  place: number,
  column: BoardColumn,
  columns: readonly BoardColumn[],
  accepts: BoardColumnViewProps['accepts'],
  move: BoardColumnViewProps['move'],
): CardMove[] {
  const others = columns.filter(other => other !== column && !other.stray)
  const moves = others.map(other => ({
    label: `Move to ${other.label}`,
    icon: other.icon ?? 'arrow-right',
    disabled: !accepts(row, other),
    do: () => move(row, other, other.rows.length),
  }))
  if (column.stray) return moves
  if (place > 0) moves.push({ label: 'Move up', icon: 'arrow-up', disabled: false, do: () => move(row, column, place - 1) })
  if (place < column.rows.length - 1) moves.push({ label: 'Move down', icon: 'arrow-down', disabled: false, do: () => move(row, column, place + 1) })
  return moves
}
