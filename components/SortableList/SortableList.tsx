import { type ReactNode, useMemo } from 'react'
import { Button } from 'react-aria-components/Button'
import { GridList, GridListItem } from 'react-aria-components/GridList'
import { DropIndicator, useDragAndDrop } from 'react-aria-components/useDragAndDrop'
import type { SortableListProps } from '../../schema/generated/props.ts'
import type { Json } from '../../schema/json/json.ts'
import { itemKeys, itemName } from '../item-keys.ts'
import { asList } from '../read-field.ts'
import { rootProps } from '../root-props.ts'
import './SortableList.css'

/** Rows that the person puts in order: by dragging, by a keyboard's drag, or by the two buttons of each row. */
export function SortableList(props: SortableListProps<ReactNode>) {
  const items = asList(props.items)
  const keys = useMemo(() => itemKeys(items, props.keyField), [items, props.keyField])
  const movable = props.onMove !== undefined
  const move = (from: number, to: number): void => {
    if (from < 0 || from === to || to < 0 || to >= items.length) return
    props.onMove?.({ item: (items[from] ?? null) as Json, from, to })
  }
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: dragKeys => [...dragKeys].map(key => ({ 'text/plain': itemName(items[keys.indexOf(String(key))]) })),
    onReorder: ({ keys: moved, target }) => {
      const from = keys.indexOf(String([...moved][0]))
      move(from, placeAfterMove(from, keys.indexOf(String(target.key)), target.dropPosition === 'after'))
    },
    renderDropIndicator: target => <DropIndicator target={target} className="cy-sortable-place" />,
  })
  return (
    <GridList
      {...rootProps(props, 'cy-sortable')}
      aria-label={props.ariaLabel ?? 'List in order'}
      selectionMode="none"
      {...(movable ? { dragAndDropHooks } : {})}
    >
      {items.map((item, place) => (
        <GridListItem key={keys[place]} id={keys[place] ?? `#${place}`} textValue={itemName(item)} className="cy-sortable-row">
          {movable ? (
            <Button slot="drag" className="cy-sortable-grip" aria-label={`Drag ${itemName(item)}`}>
              <svg viewBox="0 0 16 16" aria-hidden="true">
                <path d="M6 4h.01M6 8h.01M6 12h.01M10 4h.01M10 8h.01M10 12h.01" />
              </svg>
            </Button>
          ) : null}
          <div className="cy-sortable-body">{props.renderItem?.(place)}</div>
          {movable ? (
            <span className="cy-sortable-steps">
              <Step name={itemName(item)} up disabled={place === 0} onPress={() => move(place, place - 1)} />
              <Step name={itemName(item)} up={false} disabled={place === items.length - 1} onPress={() => move(place, place + 1)} />
            </span>
          ) : null}
        </GridListItem>
      ))}
    </GridList>
  )
}

function Step({ name, up, disabled, onPress }: { readonly name: string; readonly up: boolean; readonly disabled: boolean; readonly onPress: () => void }) {
  return (
    <Button className="cy-sortable-step" aria-label={`Move ${name} ${up ? 'up' : 'down'}`} isDisabled={disabled} onPress={onPress}>
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
