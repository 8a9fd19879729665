import { type CSSProperties, type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react'
import type { HeatGridProps } from '../../schema/generated/props.ts'
import { asList } from '../read-field.ts'
import { rootProps } from '../root-props.ts'
import { textOf } from '../text-of.ts'
import { useSay } from '../words/say.ts'
import { type HeatCell, heatRows, nextCell } from './heat-cells.ts'
import './HeatGrid.css'

/** A grid of squares is no table of texts: only its squares take the focus. To be spread. */
const roles = { grid: { role: 'grid' }, row: { role: 'row' }, rowHeader: { role: 'rowheader' }, cell: { role: 'gridcell' } } as const

/** A row without a name has no header. */
const unnamed = { 'aria-hidden': true } as const

const arrows: ReadonlyMap<string, readonly [-1 | 0 | 1, -1 | 0 | 1]> = new Map([
  ['ArrowLeft', [-1, 0]],
  ['ArrowRight', [1, 0]],
  ['ArrowUp', [0, -1]],
  ['ArrowDown', [0, 1]],
])

/** Squares that are darker where the value is higher. One of them takes the focus; arrows move it; its label is shown. */
export function HeatGrid(props: HeatGridProps<ReactNode>) {
  const say = useSay()
  const frame = useRef<HTMLDivElement>(null)
  // How large a square is depends on the names beside it and on whether it can be pressed: none is drawn before all of that is there.
  const cells = props.phase === 'outline' ? undefined : props.cells
  const grid = useMemo(() => heatRows(cells, props.max), [cells, props.max])
  const [current, setCurrent] = useState<{ readonly x: number; readonly y: number } | null>(null)
  const [shown, setShown] = useState<HeatCell | null>(null)
  const xLabels = asList(props.xLabels).map(textOf)
  const yLabels = asList(props.yLabels).map(textOf)
  const every = labelStep(xLabels)
  const stop = focusStop(grid.rows, current)

  const press = (cell: HeatCell): void => props.onPress?.({ cell: cell.whole })
  const goTo = (cell: HeatCell | null | undefined): void => {
    if (!cell) return
    setCurrent(cell)
    frame.current?.querySelector<HTMLElement>(`[data-place="${cell.x} ${cell.y}"]`)?.focus()
  }
  const keyed = (event: KeyboardEvent, cell: HeatCell): void => {
    const step = arrows.get(event.key)
    if (step) {
      const mirrored = step[0] !== 0 && getComputedStyle(event.currentTarget).direction === 'rtl'
      goTo(nextCell(grid, cell, mirrored ? [-step[0] as -1 | 1, 0] : step))
    } else if (event.key === 'Home') goTo(grid.rows[cell.y]?.find(other => other !== null))
    else if (event.key === 'End') goTo(grid.rows[cell.y]?.findLast(other => other !== null))
    else if ((event.key === 'Enter' || event.key === ' ') && props.onPress) press(cell)
    else return
    event.preventDefault()
  }

  const named = { ...roles.grid, 'aria-label': props.ariaLabel ?? say('Heat grid') }
  return (
    <div {...rootProps(props, 'cy-heat')} data-tone={props.tone ?? 'accent'} data-pressable={props.onPress !== undefined}>
      <div
        ref={frame}
        className="cy-heat-frame"
        {...named}
        style={{ '--names': `${Math.min(16, longest(yLabels))}ch` } as CSSProperties}
        onPointerLeave={() => setShown(null)}
      >
        {grid.columns > 0 && xLabels.some(text => text !== '') ? (
          <div className="cy-heat-row" role="presentation" aria-hidden="true">
            {yLabels.length > 0 ? <span className="cy-heat-y" /> : null}
            {Array.from({ length: grid.columns }, (_, x) => (
              <span key={x} className="cy-heat-x">
                {x % every === 0 ? xLabels[x] : ''}
              </span>
            ))}
          </div>
        ) : null}
        {grid.rows.map((row, y) => (
          <div key={y} className="cy-heat-row" {...roles.row}>
            {yLabels.length > 0 ? (
              <span className="cy-heat-y" {...(yLabels[y] ? roles.rowHeader : unnamed)}>
                {yLabels[y] ?? ''}
              </span>
            ) : null}
            {row.map((cell, x) =>
              cell ? (
                // biome-ignore lint/a11y/useSemanticElements: the squares of a grid, not the cells of a table
                <span
                  key={x}
                  className="cy-heat-cell"
                  role="gridcell"
                  tabIndex={stop === cell ? 0 : -1}
                  aria-label={cell.label}
                  data-level={cell.level}
                  data-place={`${x} ${y}`}
                  onClick={() => {
                    setCurrent(cell)
                    press(cell)
                  }}
                  onKeyDown={event => keyed(event, cell)}
                  onPointerEnter={() => setShown(cell)}
                  onFocus={() => {
                    setCurrent(cell)
                    setShown(cell)
                  }}
                  onBlur={() => setShown(null)}
                />
              ) : (
                <span key={x} className="cy-heat-gap" {...roles.cell} aria-hidden="true" />
              ),
            )}
          </div>
        ))}
      </div>
      <p className="cy-heat-label" aria-hidden="true">
        {shown?.label ?? '\u00a0'}
      </p>
    </div>
  )
}

/** The one square that Tab reaches: the last one that had the focus, else the first. */
function focusStop(rows: readonly (readonly (HeatCell | null)[])[], current: { readonly x: number; readonly y: number } | null): HeatCell | null {
  const last = current ? rows[current.y]?.[current.x] : null
  return last ?? rows.flat().find(cell => cell !== null) ?? null
}

function longest(labels: readonly string[]): number {
  return labels.reduce((most, text) => Math.max(most, text.length), 0)
}

/** Where every column has a name and the names are too long for their columns, only each so-and-so-many-eth is written. */
function labelStep(labels: readonly string[]): number {
  const length = longest(labels)
  const dense = labels.filter(text => text !== '').length > labels.length / 2
  return dense && length > 2 ? Math.ceil((length * 7 + 6) / 24) : 1
}
