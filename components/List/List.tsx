import { type ReactNode, useState } from 'react'
import { GridList, GridListItem } from 'react-aria-components/GridList'
import type { ListProps } from '../../schema/generated/props.ts'
import { itemName } from '../item-keys.ts'
import { rootProps } from '../root-props.ts'
import './List.css'

/** Rows one below the other; with `selectable`, one of them can be chosen by pointer or keyboard. */
export function List(props: ListProps<ReactNode>) {
  const rows = props.rows ?? []
  const root = {
    ...rootProps(props, 'cy-list'),
    'data-divided': props.divided === true,
    'data-density': props.density === 'compact' ? 'compact' : 'cozy',
  }
  if (props.selectable) return <SelectableList {...props} root={root} />
  return (
    // Safari drops the role of a list without markers, hence the explicit one.
    // biome-ignore lint/a11y/noRedundantRoles: see above
    <ul {...root} role="list" aria-label={props.ariaLabel}>
      {rows.map((row, place) => (
        <li key={keyOf(row, place)} className="cy-list-row">
          {row.node}
        </li>
      ))}
    </ul>
  )
}

function SelectableList(props: ListProps<ReactNode> & { readonly root: ReturnType<typeof rootProps> }) {
  const rows = props.rows ?? []
  const [own, setOwn] = useState<unknown>(null)
  const selected = props.onChange ? props.value : own
  return (
    <GridList
      {...props.root}
      aria-label={props.ariaLabel ?? 'List'}
      selectionMode="single"
      selectedKeys={rows.some(row => row.key === selected) ? [String(selected)] : []}
      onSelectionChange={keys => {
        const key = keys === 'all' ? undefined : [...keys][0]
        const value = rows.find((row, place) => keyOf(row, place) === key)?.key ?? null
        setOwn(value)
        props.onChange?.({ value })
      }}
    >
      {rows.map((row, place) => (
        <GridListItem key={keyOf(row, place)} id={keyOf(row, place)} textValue={itemName(row.value, '')} className="cy-list-row">
          {row.node}
        </GridListItem>
      ))}
    </GridList>
  )
}

type Row = { readonly key?: unknown }

function keyOf(row: Row, place: number): string {
  return row.key === null || row.key === undefined ? `#${place}` : String(row.key)
}
