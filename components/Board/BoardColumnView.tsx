import { createContext, type ReactNode, type RefObject, use, useMemo } from 'react'
import { GridList, GridListItem } from 'react-aria-components/GridList'
import { ListStateContext } from 'react-aria-components/ListBox'
import { DropIndicator, useDragAndDrop } from 'react-aria-components/useDragAndDrop'
import { Icon } from '../Icon/Icon.tsx'
import { ItemWindow } from '../window/ItemWindow.tsx'
import { type SteadyItem, useSteadyItems } from '../window/steady-items.ts'
import { longList } from '../window/use-row-window.ts'
import { type Say, useSay } from '../words/say.ts'
import { type BoardColumn, placeInColumn } from './board-columns.ts'
import { CardTools } from './CardTools.tsx'

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
  /** The item of each key. */
  readonly places: ReadonlyMap<string, number>
  readonly dragged: RefObject<Dragged | null>
  readonly movable: boolean
  /** What each item of the board is called. */
  readonly names: readonly string[]
  readonly accepts: (row: number, column: BoardColumn) => boolean
  readonly move: (row: number, column: BoardColumn, index: number) => void
  readonly header: ReactNode
  readonly renderItem: (row: number) => ReactNode
}

/** What a card looks up when it is drawn. */
interface Cards {
  readonly draw: (card: SteadyItem) => ReactNode
  readonly movesOf: (card: SteadyItem) => readonly CardMove[] | null
}
const CardsContext = createContext<Cards>({ draw: () => null, movesOf: () => null })

export function BoardColumnView({ board, column, columns, keys, places, dragged, movable, names, accepts, move, header, renderItem }: BoardColumnViewProps) {
  const say = useSay()
  const cardKeys = useMemo(() => column.rows.map(row => keys[row] ?? `#${row}`), [column.rows, keys])
  const cardNames = useMemo(() => column.rows.map(row => names[row] ?? ''), [column.rows, names])
  const cards = useSteadyItems(cardKeys, cardNames)
  const placesInColumn = useMemo(() => new Map(column.rows.map((row, place) => [row, place])), [column.rows])
  // Cards are large, and the columns stand side by side: what counts is how many there are in all of them.
  const long = keys.length > longList
  const rowOf = (key: unknown): number => places.get(String(key)) ?? -1
  const kind = `x-cyanotype-card-${board.replaceAll(/\W/g, '')}`
  const drop = (target: { readonly key: unknown; readonly after: boolean } | null): void => {
    const card = dragged.current
    if (!card) return
    const row = target ? rowOf(target.key) : -1
    move(card.row, column, placeInColumn(column.rows, card.row, target && row >= 0 ? { row, after: target.after } : null))
  }
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: !movable,
    getItems: dragKeys => [...dragKeys].map(key => ({ [kind]: String(key), 'text/plain': names[rowOf(key)] ?? '' })),
    getAllowedDropOperations: () => ['move'],
    acceptedDragTypes: [kind],
    getDropOperation: (_target, types) => (types.has(kind) && dragged.current && accepts(dragged.current.row, column) ? 'move' : 'cancel'),
    onDragStart: event => {
      const row = rowOf([...event.keys][0])
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
  const shown: Cards = {
    draw: card => renderItem(rowOf(card.id)),
    movesOf(card) {
      const row = rowOf(card.id)
      return movable ? cardMoves(row, placesInColumn.get(row) ?? -1, column, columns, accepts, move, say) : null
    },
  }
  return (
    <section className="cy-board-column" data-stray={column.stray}>
      <header className="cy-board-head">
        {column.icon ? <Icon name={column.icon} size="s" /> : null}
        <span className="cy-board-title">{column.label}</span>
        <span className="cy-board-count">{column.rows.length}</span>
        {header ? <div className="cy-board-more">{header}</div> : null}
      </header>
      <CardsContext value={shown}>
        <ItemWindow long={long} state={ListStateContext}>
          <GridList
            className="cy-board-cards"
            data-long={long ? '' : undefined}
            aria-label={say(cards.length === 1 ? '{name}, 1 card' : '{name}, {count} cards', { name: column.label, count: cards.length })}
            selectionMode="none"
            {...(movable ? { dragAndDropHooks } : {})}
            renderEmptyState={() => <span className="cy-board-empty">{say('No cards')}</span>}
            items={cards}
          >
            {card => (
              <GridListItem id={card.id} textValue={card.name} className="cy-board-card">
                <DrawnCard card={card} />
              </GridListItem>
            )}
          </GridList>
        </ItemWindow>
      </CardsContext>
    </section>
  )
}

function DrawnCard({ card }: { readonly card: SteadyItem }) {
  const { draw, movesOf } = use(CardsContext)
  const moves = movesOf(card)
  return (
    <>
      {draw(card)}
      {moves ? <CardTools name={card.name} moves={moves} /> : null}
    </>
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
  say: Say,
): CardMove[] {
  const others = columns.filter(other => other !== column && !other.stray)
  const moves = others.map(other => ({
    label: say('Move to {place}', { place: other.label }),
    icon: other.icon ?? 'arrow-right',
    disabled: !accepts(row, other),
    do: () => move(row, other, other.rows.length),
  }))
  if (column.stray) return moves
  if (place > 0) moves.push({ label: say('Move up'), icon: 'arrow-up', disabled: false, do: () => move(row, column, place - 1) })
  if (place < column.rows.length - 1) moves.push({ label: say('Move down'), icon: 'arrow-down', disabled: false, do: () => move(row, column, place + 1) })
  return moves
}
