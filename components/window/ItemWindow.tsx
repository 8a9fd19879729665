import {
  type ComponentProps,
  type Context,
  createContext,
  Fragment,
  type ReactElement,
  type ReactNode,
  type RefObject,
  use,
  useEffect,
  useEffectEvent,
  useMemo,
} from 'react'
import { ListDropTargetDelegate } from 'react-aria/ListDropTargetDelegate'
import { type CollectionRenderer, CollectionRendererContext } from 'react-aria-components/CollectionBuilder'
import type { ListState } from 'react-aria-components/ListBox'
import type { TreeState } from 'react-aria-components/Tree'
import { RowSpace } from './RowSpace.tsx'
import { type RowWindow, useRowWindow } from './use-row-window.ts'

type RootProps = ComponentProps<CollectionRenderer['CollectionRoot']>
type Items = RootProps['collection']
type Item = Items extends Iterable<infer Each> ? Each : never

/** The context of a list's state whose focus the keys of a page move. */
export type FocusStateContext = Context<ListState<unknown> | null> | Context<TreeState<unknown> | null>

/** As it is read; only who gives one cares which of the two it is. */
type FocusState = ListState<unknown> | TreeState<unknown> | null

/** What stands between a list and its renderer while it is drawn. */
interface Surroundings {
  readonly long: boolean
  readonly state: FocusStateContext
  /** As last drawn. */
  readonly current: { readonly window: RowWindow; readonly items: readonly Item[]; readonly list: RefObject<HTMLElement | null> } | null
  show(current: NonNullable<Surroundings['current']>): void
}
const SurroundingsContext = createContext<Surroundings | null>(null)
const noState = createContext<ListState<unknown> | null>(null)

/**
 * Around one list of React Aria's (`GridList`, `Tree`, `ListBox`, `Menu`) without sections: a long one draws the items that can be
 * seen, while keyboard, selection, drag and drop and what a screen reader counts go on knowing all of them.
 *
 * `state` is the context of the list's state where the list itself does not scroll: Page Up and Page Down then go by what can be seen of it.
 */
export function ItemWindow({ long, state = noState, children }: { readonly long: boolean; readonly state?: FocusStateContext; readonly children: ReactNode }) {
  const surroundings = useMemo(() => createSurroundings(long, state), [long, state])
  const renderer = useMemo(() => createRenderer(surroundings), [surroundings])
  return (
    <SurroundingsContext value={surroundings}>
      <CollectionRendererContext value={renderer}>{children}</CollectionRendererContext>
    </SurroundingsContext>
  )
}

function createSurroundings(long: boolean, state: FocusStateContext): Surroundings {
  let current: Surroundings['current'] = null
  return {
    long,
    state,
    get current() {
      return current
    },
    show(next) {
      current = next
    },
  }
}

function createRenderer(around: Surroundings): CollectionRenderer {
  const shared = { CollectionRoot: DrawnItems, CollectionBranch: NoBranch }
  if (!around.long) return shared
  return {
    ...shared,
    isVirtualized: true,
    layoutDelegate: {
      getItemRect(key) {
        const { window, list } = around.current ?? {}
        const index = window?.places.indexOf(String(key)) ?? -1
        if (!window || index < 0) return null
        return { x: 0, y: window.places.top(index), width: list?.current?.clientWidth ?? 0, height: window.places.size(index, index + 1) }
      },
      getVisibleRect() {
        const { window, list } = around.current ?? {}
        const part = window?.seen() ?? { from: 0, to: 0 }
        return { x: 0, y: part.from, width: list?.current?.clientWidth ?? 0, height: part.to - part.from }
      },
      getContentSize() {
        const { window, list } = around.current ?? {}
        return { width: list?.current?.clientWidth ?? 0, height: window?.places.size(0, window.places.count) ?? 0 }
      },
    },
    dropTargetDelegate: {
      // React Aria looks among the items for the one under the pointer; here among those that are drawn.
      getDropTargetFromPoint(x, y, isValid) {
        const { window, items = [], list } = around.current ?? {}
        if (!window || !list) return { type: 'root' }
        const drawn = window.stretches.filter(stretch => stretch.drawn).flatMap(({ start, end }) => items.slice(start, end))
        return new ListDropTargetDelegate(drawn, list).getDropTargetFromPoint(x, y, isValid)
      },
    },
  }
}

/** The items of a flat list, or of a tree, whose opened branches React Aria lays flat. */
function DrawnItems({ collection, persistedKeys, scrollRef, renderDropIndicator }: RootProps): ReactNode {
  const around = use(SurroundingsContext)
  if (!around || !scrollRef) throw new RangeError('These items are drawn outside of an ItemWindow.')
  const items = useMemo(() => [...collection].filter(item => item.type !== 'content'), [collection])
  const keys = useMemo(() => items.map(item => String(item.key)), [items])
  const window = useRowWindow(scrollRef, keys, around.long, { keep: persistedKeys })
  const draw = useItemDrawing(items, renderDropIndicator)
  usePageKeys(scrollRef, window, items, around.long, use(around.state as Context<FocusState>))
  useRowNumbers(scrollRef, window, around.long && around.state !== noState)
  useEffect(() => around.show({ window, items, list: scrollRef }))
  const drawnItems = window.stretches.flatMap(({ drawn, start, end }): ReactNode[] =>
    drawn ? items.slice(start, end).map(draw) : [<RowSpace key={`space before ${keys[end] ?? 'the end'}`} size={window.places.size(start, end)} />],
  )
  if (!around.long || around.state === noState) return drawnItems
  return <CollectionRendererContext value={plainItems}>{drawnItems}</CollectionRendererContext>
}

/**
 * What the rows of a grid or tree are told. Knowing that the list is not all there each would look through all of it for its number; they
 * get their numbers below.
 */
const plainItems: CollectionRenderer = { CollectionRoot: DrawnItems, CollectionBranch: NoBranch }

/** The numbers of the rows of a grid or tree, for screen readers. */
function useRowNumbers(list: RefObject<HTMLElement | null>, { places }: RowWindow, numbered: boolean): void {
  useEffect(() => {
    if (!numbered) return
    for (const row of list.current?.querySelectorAll<HTMLElement>(':scope > [data-key]') ?? []) {
      const number = String(places.indexOf(row.dataset.key ?? '') + 1)
      if (row.getAttribute('aria-rowindex') !== number) row.setAttribute('aria-rowindex', number)
    }
  })
}

function NoBranch(): never {
  throw new RangeError('The items of an ItemWindow have no sections.')
}

/** An item is drawn again when it changes, not when others scroll into view. */
function useItemDrawing(items: readonly Item[], renderDropIndicator: RootProps['renderDropIndicator']): (item: Item) => ReactElement {
  const last = items.at(-1)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was drawn with other indicators, or as another last one, is drawn anew
  const elements = useMemo(() => new WeakMap<Item, ReactElement>(), [renderDropIndicator, last])
  return item => {
    const known = elements.get(item)
    if (known) return known
    const element = (
      <Fragment key={item.key}>
        {renderDropIndicator?.({ type: 'item', key: item.key, dropPosition: 'before' })}
        {item.render?.(item)}
        {item === last ? renderDropIndicator?.({ type: 'item', key: item.key, dropPosition: 'after' }) : null}
      </Fragment>
    )
    elements.set(item, element)
    return element
  }
}

/** React Aria goes by what it can measure of a list that scrolls by itself, and else to the list's end. */
function usePageKeys(list: RefObject<HTMLElement | null>, { places, seen }: RowWindow, items: readonly Item[], long: boolean, state: FocusState): void {
  const page = useEffectEvent((event: KeyboardEvent): void => {
    const direction = event.key === 'PageDown' ? 1 : event.key === 'PageUp' ? -1 : 0
    const manager = state?.selectionManager
    if (direction === 0 || !manager || manager.focusedKey === null) return
    if (event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable="true"]')) return
    const part = seen()
    const at = places.indexOf(String(manager.focusedKey))
    if (!part || at < 0) return
    const to = places.at(places.top(at) + direction * (part.to - part.from))
    const target = items[to === at ? at + direction : to]
    event.preventDefault()
    event.stopPropagation()
    if (target) manager.setFocusedKey(target.key)
  })
  useEffect(() => {
    const element = list.current
    if (!element || !long) return
    const pressed = (event: KeyboardEvent): void => page(event)
    element.addEventListener('keydown', pressed, { capture: true })
    return () => element.removeEventListener('keydown', pressed, { capture: true })
  }, [list, long])
}
