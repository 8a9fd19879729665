import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useMemo, useRef } from 'react'
import type { Json } from '../../schema/json/json.ts'
import { Button } from '../Button/Button.tsx'
import { itemKeys } from '../item-keys.ts'
import { useLocale } from '../locale.ts'
import { longList, useRowWindow } from '../window/use-row-window.ts'
import { useSay } from '../words/say.ts'
import { SheetRow } from './SheetRow.tsx'
import type { SheetColumn } from './sheet-columns.ts'
import { roles } from './sheet-roles.ts'
import { useSheet } from './use-sheet.ts'

export interface SheetGridProps {
  readonly rows: readonly Json[]
  readonly columns: readonly SheetColumn[]
  readonly name: string
  readonly addRows: boolean
  readonly onRows: ((rows: readonly Json[]) => void) | null
}

const steps: ReadonlyMap<string, readonly [down: number, along: number]> = new Map([
  ['ArrowUp', [-1, 0]],
  ['ArrowDown', [1, 0]],
  ['ArrowLeft', [0, -1]],
  ['ArrowRight', [0, 1]],
  ['PageUp', [-12, 0]],
  ['PageDown', [12, 0]],
])

/**
 * The cells. One of them takes the focus; arrows go from cell to cell, with Shift they select a block. Enter, F2 and typing edit,
 * Tab then goes on to the next cell, and elsewhere leaves the sheet.
 */
export function SheetGrid({ rows, columns, name, addRows, onRows }: SheetGridProps) {
  const say = useSay()
  const locale = useLocale()
  const sheet = useSheet({ rows, columns, addRows, onRows, locale })
  const { active, block, edit } = sheet
  const body = useRef<HTMLTableSectionElement>(null)
  const focus = useRef(false)
  const keysId = useId()
  const keys = useMemo(() => itemKeys(rows, undefined), [rows])
  const kept = useMemo(() => [keys[active.row] ?? ''], [keys, active.row])
  const { stretches, places } = useRowWindow(body, keys, keys.length > longList, { cells: columns.length, keep: kept })

  useLayoutEffect(() => {
    if (!focus.current || edit) return
    focus.current = false
    const cell = body.current?.querySelector<HTMLElement>(`[data-cell="${active.row} ${active.column}"]`)
    cell?.focus({ preventScroll: true })
    cell?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' })
  })

  const keyed = (event: KeyboardEvent<HTMLElement>): void => {
    if (edit || !(event.target as Element).matches('[data-cell]')) return
    const mod = event.ctrlKey || event.metaKey
    const step = steps.get(event.key)
    const towardsEnd = event.key === 'ArrowRight' || event.key === 'ArrowLeft' ? (isRightToLeft(event.currentTarget) ? -1 : 1) : 1
    focus.current = true
    if (step && !event.altKey) {
      const far = mod ? Math.max(rows.length, columns.length) : 1
      sheet.go({ row: active.row + step[0] * far, column: active.column + step[1] * far * towardsEnd }, event.shiftKey)
    } else if (event.key === 'Home') sheet.go({ row: mod ? 0 : active.row, column: 0 }, event.shiftKey)
    else if (event.key === 'End') sheet.go({ row: mod ? rows.length - 1 : active.row, column: columns.length - 1 }, event.shiftKey)
    else if (mod && event.key.toLowerCase() === 'a') sheet.selectAll()
    else if (mod || event.altKey) {
      focus.current = false
      return
    } else if (event.key === 'Enter' || event.key === 'F2') sheet.begin()
    else if (event.key === 'Delete' || event.key === 'Backspace') sheet.clear()
    else if ([...event.key].length === 1) sheet.begin(event.key)
    else {
      focus.current = false
      return
    }
    event.preventDefault()
    event.stopPropagation()
  }
  const copied = (event: ClipboardEvent): void => {
    if (edit || rows.length === 0) return
    event.clipboardData.setData('text/plain', sheet.copy())
    event.preventDefault()
    if (event.type === 'cut') sheet.clear()
  }
  const pasted = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text/plain')
    if (edit || text === '') return
    event.preventDefault()
    focus.current = true
    sheet.paste(text)
  }
  const selected = block.bottom - block.top + 1
  return (
    <>
      <div className="cy-sheet-box">
        <table
          {...roles.grid(onRows === null)}
          aria-label={name}
          aria-describedby={keysId}
          aria-rowcount={rows.length + 1}
          aria-colcount={columns.length}
          style={{ minInlineSize: columns.reduce((sum, { width }) => sum + width, 44) }}
          onKeyDown={keyed}
          onCopy={copied}
          onCut={copied}
          onPaste={pasted}
        >
          <thead>
            <tr aria-rowindex={1}>
              <td className="cy-sheet-number" />
              {columns.map((column, place) => (
                <th key={place} scope="col" aria-colindex={place + 1} data-align={column.align} style={{ inlineSize: column.width }}>
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody ref={body}>
            {stretches.flatMap(({ drawn, start, end }): ReactNode[] =>
              drawn
                ? keys.slice(start, end).map((key, offset) => {
                    const row = start + offset
                    const inBlock = row >= block.top && row <= block.bottom
                    return (
                      <SheetRow
                        key={key}
                        rowKey={key}
                        row={row}
                        rows={rows}
                        columns={columns}
                        active={row === active.row ? active.column : -1}
                        left={inBlock ? block.left : -1}
                        right={inBlock ? block.right : -1}
                        edit={row === active.row ? edit : null}
                        locked={onRows === null}
                        sheet={sheet}
                        refocus={focus}
                      />
                    )
                  })
                : [
                    <tr key={`space before ${keys[end] ?? 'the end'}`} {...roles.space} data-space="">
                      <td colSpan={columns.length + 1} style={{ blockSize: places.size(start, end) }} />
                    </tr>,
                  ],
            )}
          </tbody>
        </table>
        {rows.length === 0 ? <p className="cy-sheet-none">{say('No rows yet')}</p> : null}
      </div>
      {addRows ? (
        <div className="cy-sheet-foot">
          <Button
            label={say('Add row')}
            icon="plus"
            size="s"
            variant="quiet"
            onPress={() => {
              focus.current = true
              sheet.add()
            }}
          />
          <Button
            label={selected > 1 ? say('Remove {count} rows', { count: selected }) : say('Remove row')}
            icon="trash-2"
            size="s"
            variant="quiet"
            disabled={rows.length === 0}
            onPress={sheet.remove}
          />
        </div>
      ) : null}
      <span id={keysId} className="cy-hidden" data-tests-ignore="">
        {say('Arrow keys go from cell to cell. Enter, F2 or typing edits, Escape takes it back.')}
      </span>
      <span className="cy-hidden" aria-live="polite">
        {sheet.said}
      </span>
    </>
  )
}

function isRightToLeft(element: Element): boolean {
  return getComputedStyle(element).direction === 'rtl'
}
