/**
 * What a person would write by hand with React, without an engine: the floors that ratios are taken of.
 *
 * `whole` parses and draws once, when all has arrived. `lines` reads a line of JSON a component and keeps each in
 * a store cell of its own. `leafStores` is one `useSyncExternalStore` a leaf; fields in `whole` are `useState`.
 */
import { createContext, memo, type ReactNode, use, useState, useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { type RowRecord, rowRecords, type Sketch, toLines } from '../documents.ts'
import type { Engine, Leaves, Mountable } from './engine.ts'
import { Button, Card, Column, Field, Line, Text } from './views.tsx'

interface Cell<T> {
  value: T
  changed: (() => void) | null
  subscribe(changed: () => void): () => void
  read(): T
}

function createCell<T>(value: T): Cell<T> {
  const cell: Cell<T> = {
    value,
    changed: null,
    subscribe(changed) {
      cell.changed = changed
      return () => {
        cell.changed = null
      }
    },
    read: () => cell.value,
  }
  return cell
}

function OwnField({ label }: { readonly label: string }): ReactNode {
  const [value, setValue] = useState('')
  return <Field label={label} value={value} onInput={setValue} />
}

function Whole({ sketch }: { readonly sketch: Sketch }): ReactNode {
  switch (sketch.kind) {
    case 'column':
      return (
        <Column>
          {sketch.inside.map((inner, index) => (
            <Whole key={String(index)} sketch={inner} />
          ))}
        </Column>
      )
    case 'card':
      return (
        <Card title={sketch.title}>
          {sketch.inside.map((inner, index) => (
            <Whole key={String(index)} sketch={inner} />
          ))}
        </Card>
      )
    case 'text':
      return <Text text={sketch.text} />
    case 'field':
      return <OwnField label={sketch.label} />
    case 'button':
      return <Button label={sketch.label} />
    case 'line':
      return <Line left={sketch.left} right={sketch.right} />
  }
}

export const whole: Engine = {
  text: app => JSON.stringify(app),
  start(place) {
    const root = createRoot(place)
    let text = ''
    return {
      push(piece) {
        text += piece
      },
      flush() {},
      end: () => flushSync(() => root.render(<Whole sketch={JSON.parse(text)} />)),
    }
  },
}

interface Written {
  readonly id: string
  readonly kind: Sketch['kind']
  readonly inside?: readonly string[]
  readonly title?: string
  readonly text?: string
  readonly label?: string
  readonly name?: string
  readonly left?: string
  readonly right?: string
}

const Cells = createContext<(id: string) => Cell<Written | null>>(() => createCell<Written | null>(null))

const Written = memo(function Written({ id }: { readonly id: string }): ReactNode {
  const cell = use(Cells)(id)
  const written = useSyncExternalStore(cell.subscribe, cell.read)
  if (!written) return null
  const inside = written.inside?.map(inner => <Written key={inner} id={inner} />)
  switch (written.kind) {
    case 'column':
      return <Column>{inside}</Column>
    case 'card':
      return <Card title={written.title ?? ''}>{inside}</Card>
    case 'text':
      return <Text text={written.text ?? ''} />
    case 'field':
      return <OwnField label={written.label ?? ''} />
    case 'button':
      return <Button label={written.label ?? ''} />
    case 'line':
      return <Line left={written.left ?? ''} right={written.right} />
  }
})

export const lines: Engine = {
  text: toLines,
  start(place) {
    const cells = new Map<string, Cell<Written | null>>()
    const cellOf = (id: string) => {
      let cell = cells.get(id)
      if (!cell) {
        cell = createCell<Written | null>(null)
        cells.set(id, cell)
      }
      return cell
    }
    flushSync(() =>
      createRoot(place).render(
        <Cells value={cellOf}>
          <Written id="root" />
        </Cells>,
      ),
    )
    let rest = ''
    let read: Written[] = []
    const feed = {
      push(piece: string) {
        const parts = (rest + piece).split('\n')
        rest = parts.pop() ?? ''
        for (const part of parts) if (part !== '') read.push(JSON.parse(part))
      },
      flush() {
        if (read.length === 0) return
        const arrived = read
        read = []
        flushSync(() => {
          for (const written of arrived) {
            const cell = cellOf(written.id)
            cell.value = written
            cell.changed?.()
          }
        })
      },
      end: () => feed.flush(),
    }
    return feed
  },
}

function Leaf({ cell }: { readonly cell: Cell<string> }): ReactNode {
  return <Text text={useSyncExternalStore(cell.subscribe, cell.read)} />
}

export function leafStores(place: Element, count: number): Leaves {
  const cells = Array.from({ length: count }, (_, index) => createCell(`v${index}`))
  const cards = Array.from({ length: count / 10 }, (_, at) => (
    <Card key={String(at)} title={`Card ${at}`}>
      {cells.slice(at * 10, at * 10 + 10).map((cell, inner) => (
        <Leaf key={String(inner)} cell={cell} />
      ))}
    </Card>
  ))
  flushSync(() => createRoot(place).render(<Column>{cards}</Column>))
  return {
    change(index, value) {
      const cell = cells[index] as Cell<string>
      cell.value = value
      flushSync(() => cell.changed?.())
    },
  }
}

function Row({ row, index }: { readonly row: RowRecord; readonly index: number }): ReactNode {
  return (
    <>
      <Line left={`${row.name} ${index + 1}`} right={`${row.amount * 2} kg, ${row.done ? 'done' : 'open'}`} />
      {row.amount > 90 ? <Text text={row.name.toUpperCase()} /> : null}
    </>
  )
}

function Rows({ first }: { readonly first: readonly RowRecord[] }): ReactNode {
  const [rows] = useState(first)
  return (
    <Column>
      {rows.map((row, index) => (
        <Row key={row.id} row={row} index={index} />
      ))}
    </Column>
  )
}

export function mappedRows(count: number): Mountable {
  const records = rowRecords(count)
  return {
    mount(place) {
      const root = createRoot(place)
      flushSync(() => root.render(<Rows first={records} />))
      return () => root.unmount()
    },
  }
}
