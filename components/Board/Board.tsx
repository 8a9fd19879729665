import { type ReactNode, useId, useMemo, useRef, useState } from 'react'
import type { BoardProps } from '../../schema/generated/props.ts'
import type { Json } from '../../schema/json/json.ts'
import { optionsToChoices } from '../field/options.ts'
import { itemKeys, itemName } from '../item-keys.ts'
import { asList, readField } from '../read-field.ts'
import { groupName, rootProps } from '../root-props.ts'
import { useSay } from '../words/say.ts'
import { BoardColumnView, type Dragged } from './BoardColumnView.tsx'
import { type BoardColumn, boardColumns } from './board-columns.ts'
import './Board.css'

/**
 * Cards in columns. A card is moved by pointer, by keyboard, by a screen reader's drag, or by its menu; each calls
 * `onMove` once, and what the board shows follows from `items` alone.
 */
export function Board(props: BoardProps<ReactNode>) {
  const say = useSay()
  const board = useId()
  const dragged = useRef<Dragged | null>(null)
  const [said, setSaid] = useState('')
  const items = asList(props.items)
  const groupBy = props.groupBy ?? ''
  const choices = useMemo(() => optionsToChoices(props.columns, undefined, say), [props.columns, say])
  const columns = useMemo(() => boardColumns(items, groupBy, choices, say), [items, groupBy, choices, say])
  const keys = useMemo(() => itemKeys(items, props.keyField), [items, props.keyField])
  const names = useMemo(() => items.map(item => itemName(item, say('Card'))), [items, say])
  const places = useMemo(() => new Map(keys.map((key, row) => [key, row])), [keys])
  const inColumn = useMemo(() => new Map(columns.flatMap(column => column.rows.map(row => [row, column.id] as const))), [columns])

  const accepts = (row: number, column: BoardColumn): boolean => {
    if (column.stray || !props.onMove) return false
    if (inColumn.get(row) === column.id) return true
    return props.accepts?.(row, { column: column.value }) !== false
  }
  const move = (row: number, column: BoardColumn, index: number): void => {
    if (column.rows.indexOf(row) === index || !accepts(row, column)) return
    setSaid(say('{name} is in {place} now.', { name: names[row] ?? '', place: column.label }))
    props.onMove?.({
      item: (items[row] ?? null) as Json,
      from: readField(items[row], groupBy) as Json,
      to: column.value,
      index,
      row,
    })
  }
  return (
    <div {...rootProps(props, 'cy-board')} {...groupName({ ariaLabel: props.ariaLabel ?? say('Board') })}>
      {columns.map(column => (
        <BoardColumnView
          key={column.id}
          board={board}
          column={column}
          columns={columns}
          keys={keys}
          places={places}
          dragged={dragged}
          movable={props.onMove !== undefined}
          names={names}
          accepts={accepts}
          move={move}
          header={column.stray ? null : props.header?.({ column: column.value })}
          renderItem={row => props.renderItem?.(row)}
        />
      ))}
      <span className="cy-hidden" aria-live="polite" data-tests-ignore="">
        {said}
      </span>
    </div>
  )
}
