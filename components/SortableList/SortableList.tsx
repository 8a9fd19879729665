import { createContext, type ReactNode, use, useMemo, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { GridList, GridListItem } from 'react-aria-components/GridList'
import { ListStateContext } from 'react-aria-components/ListBox'
import { DropIndicator, useDragAndDrop } from 'react-aria-components/useDragAndDrop'
import type { SortableListProps } from '../../schema/generated/props.ts'
import type { Json } from '../../schema/json/json.ts'
import { itemKeys, itemName } from '../item-keys.ts'
import { asList } from '../read-field.ts'
import { rootProps } from '../root-props.ts'
import { ItemWindow } from '../window/ItemWindow.tsx'
import { type SteadyItem, useSteadyItems } from '../window/steady-items.ts'
import { longList } from '../window/use-row-window.ts'
import { useSay } from '../words/say.ts'
import './SortableList.css'

/** What a row looks up when it is drawn. */
interface Order {
  readonly places: ReadonlyMap<string, number>
  readonly draw: (place: number) => ReactNode
  /** Null where nothing can be moved. */
  readonly move: ((from: number, to: number) => void) | null
}
const OrderContext = createContext<Order>({ places: new Map(), draw: () => null, move: null })

/** Rows that the person puts in order: by dragging, by a keyboard's drag, or by the two buttons of each row. */
export function SortableList(props: SortableListProps<ReactNode>) {
  const say = useSay()
  const items = asList(props.items)
  const keys = useMemo(() => itemKeys(items, props.keyField), [items, props.keyField])
  const names = useMemo(() => items.map(item => itemName(item, say('Item'))), [items, say])
  const places = useMemo(() => new Map(keys.map((key, place) => [key, place])), [keys])
  const rows = useSteadyItems(keys, names)
  const long = items.length > longList
  const movable = props.onMove !== undefined
  const move = (from: number, to: number): void => {
    if (from < 0 || from === to || to < 0 || to >= items.length) return
    props.onMove?.({ item: (items[from] ?? null) as Json, from, to })
  }
  const placeOf = (key: unknown): number => places.get(String(key)) ?? -1
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: dragKeys => [...dragKeys].map(key => ({ 'text/plain': itemName(items[placeOf(key)]) })),
    onReorder: ({ keys: moved, target }) => {
      const from = placeOf([...moved][0])
      move(from, placeAfterMove(from, placeOf(target.key), target.dropPosition === 'after'))
    },
    renderDropIndicator: target => <DropIndicator target={target} className="cy-sortable-place" />,
  })
  return (
    <OrderContext value={{ places, draw: place => props.renderItem?.(place), move: movable ? move : null }}>
      <ItemWindow long={long} state={ListStateContext}>
        <GridList
          {...rootProps(props, 'cy-sortable')}
          data-long={long ? '' : undefined}
          aria-label={props.ariaLabel ?? say('List in order')}
          selectionMode="none"
          {...(movable ? { dragAndDropHooks } : {})}
          items={rows}
        >
          {row => (
            <GridListItem id={row.id} textValue={row.name} className="cy-sortable-row">
              <SortableRow row={row} />
            </GridListItem>
          )}
        </GridList>
      </ItemWindow>
    </OrderContext>
  )
}

function SortableRow({ row: { id, name } }: { readonly row: SteadyItem }) {
  const say = useSay()
  const { places, draw, move } = use(OrderContext)
  const place = places.get(id) ?? -1
  const [movedTo, setMovedTo] = useState<number | null>(null)
  const step = (to: number): void => {
    setMovedTo(to)
    move?.(place, to)
  }
  return (
    <>
      {move ? (
        <Button slot="drag" className="cy-sortable-grip" aria-label={say('Drag {name}', { name })}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M6 4h.01M6 8h.01M6 12h.01M10 4h.01M10 8h.01M10 12h.01" />
          </svg>
        </Button>
      ) : null}
      <div className="cy-sortable-body">{draw(place)}</div>
      {move ? (
        <span className="cy-sortable-steps">
          <Step name={name} up disabled={place === 0} onPress={() => step(place - 1)} />
          <Step name={name} up={false} disabled={place === places.size - 1} onPress={() => step(place + 1)} />
          <span className="cy-hidden" aria-live="polite" data-tests-ignore="">
            {movedTo === place ? say('{name} is number {number} of {total} now.', { name, number: place + 1, total: places.size }) : ''}
          </span>
        </span>
      ) : null}
    </>
  )
}

function Step({ name, up, disabled, onPress }: { readonly name: string; readonly up: boolean; readonly disabled: boolean; readonly onPress: () => void }) {
  const say = useSay()
  return (
    <Button className="cy-sortable-step" aria-label={say(up ? 'Move {name} up' : 'Move {name} down', { name })} isDisabled={disabled} onPress={onPress}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={up ? 'M4 10l4-4 4 4' : 'M4 6l4 4 4-4'} />
      </svg>
    </Button>
  )
}

/** Where a row stands after it was let go before or after another one. */
export function placeAfterMove(from: number, target: number, after: boolean): number {
  const gap = target + (after ? 1 : 0)
  return gap > from ? gap - 1 : gap
}
