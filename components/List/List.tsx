import { createContext, type ReactNode, use, useMemo, useRef, useState } from 'react'
import { GridList, GridListItem } from 'react-aria-components/GridList'
import { ListStateContext } from 'react-aria-components/ListBox'
import type { ListProps } from '../../schema/generated/props.ts'
import type { Json } from '../../schema/json/json.ts'
import { itemName } from '../item-keys.ts'
import { rootProps } from '../root-props.ts'
import { ItemWindow } from '../window/ItemWindow.tsx'
import { useSteadyItems } from '../window/steady-items.ts'
import { longList, useRowWindow } from '../window/use-row-window.ts'
import { useSay } from '../words/say.ts'
import './List.css'

type Rows = NonNullable<ListProps<ReactNode>['rows']>
type InnerProps = ListProps<ReactNode> & {
  readonly root: ReturnType<typeof rootProps>
  readonly rows: Rows
  readonly keys: readonly string[]
  readonly long: boolean
}

const noRows: Rows = []

/** Rows one below the other; with `selectable`, one of them can be chosen by pointer or keyboard. */
export function List(props: ListProps<ReactNode>) {
  const rows = props.rows ?? noRows
  const keys = useMemo(() => rows.map(keyOf), [rows])
  const long = rows.length > longList
  const root = {
    ...rootProps(props, 'cy-list'),
    'data-divided': props.divided === true,
    'data-density': props.density === 'compact' ? 'compact' : 'cozy',
    'data-long': long ? '' : undefined,
  }
  const Inner = props.selectable ? SelectableList : PlainList
  return <Inner {...props} root={root} rows={rows} keys={keys} long={long} />
}

function PlainList({ root, rows, keys, long, ariaLabel }: InnerProps) {
  const list = useRef<HTMLUListElement>(null)
  const { stretches, places } = useRowWindow(list, keys, long)
  return (
    // Safari drops the role of a list without markers, hence the explicit one.
    // biome-ignore lint/a11y/noRedundantRoles: see above
    <ul {...root} ref={list} role="list" aria-label={ariaLabel}>
      {stretches.flatMap(({ drawn, start, end }) =>
        drawn
          ? rows.slice(start, end).map((row, offset) => (
              <li
                key={keys[start + offset]}
                className="cy-list-row"
                data-key={keys[start + offset]}
                {...(long ? { 'aria-setsize': rows.length, 'aria-posinset': start + offset + 1 } : {})}
              >
                {row.node}
              </li>
            ))
          : [<li key={`space before ${keys[end] ?? 'the end'}`} role="presentation" data-space="" style={{ blockSize: places.size(start, end) }} />],
      )}
    </ul>
  )
}

const NodesContext = createContext<ReadonlyMap<string, ReactNode>>(new Map())

function SelectableList(props: InnerProps) {
  const say = useSay()
  const { rows, keys, long } = props
  const [own, setOwn] = useState<unknown>(null)
  const selected = props.onChange ? props.value : own
  const names = useMemo(() => rows.map(row => itemName(row.value, '')), [rows])
  const items = useSteadyItems(keys, names)
  const nodes = useMemo(() => new Map(rows.map((row, place) => [keys[place] ?? '', row.node])), [rows, keys])
  return (
    <NodesContext value={nodes}>
      <ItemWindow long={long} state={ListStateContext}>
        <GridList
          {...props.root}
          aria-label={props.ariaLabel ?? say('List')}
          selectionMode="single"
          selectedKeys={keys.filter((_, place) => identityOf(rows[place]) === selected)}
          onSelectionChange={chosen => {
            const key = chosen === 'all' ? undefined : [...chosen][0]
            const value = identityOf(rows[keys.indexOf(String(key))])
            setOwn(value)
            props.onChange?.({ value })
          }}
          items={items}
        >
          {item => (
            <GridListItem id={item.id} textValue={item.name} className="cy-list-row">
              <RowNode id={item.id} />
            </GridListItem>
          )}
        </GridList>
      </ItemWindow>
    </NodesContext>
  )
}

function RowNode({ id }: { readonly id: string }): ReactNode {
  return use(NodesContext).get(id)
}

/** What an app knows a row by: its element's key (B42). */
function identityOf(row: Rows[number] | undefined): Json {
  return row?.value ?? row?.key ?? null
}

function keyOf(row: { readonly key?: unknown }, place: number): string {
  return row.key === null || row.key === undefined ? `#${place}` : String(row.key)
}
