import { type ReactNode, useDeferredValue, useMemo, useRef, useState } from 'react'
import { Input } from 'react-aria-components/Input'
import { SearchField } from 'react-aria-components/SearchField'
import type { TableProps } from '../../schema/generated/props.ts'
import type { Json } from '../../schema/json/json.ts'
import { useLocale } from '../locale.ts'
import { asList, readField } from '../read-field.ts'
import { rootProps } from '../root-props.ts'
import { formatValue } from '../value-format.ts'
import { longList } from '../window/use-row-window.ts'
import { useSay } from '../words/say.ts'
import { arrangeRows, createRowText, pageOf, rowKey, type Sort } from './arrange-rows.ts'
import { readColumns } from './columns.ts'
import type { GivenActions } from './row-action.ts'
import { createRanks } from './sort-ranks.ts'
import { TableBody } from './TableBody.tsx'
import { TableHead } from './TableHead.tsx'
import { TablePager } from './TablePager.tsx'
import { roles } from './table-roles.ts'
import { useFixedColumns } from './use-fixed-columns.ts'
import { type Selection, useSelection } from './use-selection.ts'
import './Table.css'

/**
 * Records as rows: sorted by a press on a title, searched, in pages, selected, acted on. In a narrow place every record
 * becomes a block of labelled values, which the style sheet does; the roles are written out because a changed
 * `display` takes a table's own away.
 */
export function Table(props: TableProps<ReactNode>) {
  const say = useSay()
  const locale = useLocale()
  const [typed, setTyped] = useState('')
  const query = useDeferredValue(props.search ? typed : '')
  const [sort, setSort] = useState<Sort | null>(null)
  const [wantedPage, setWantedPage] = useState(0)
  const selection = useSelection(props)

  const rows = useMemo(() => asList(props.rows), [props.rows])
  const columns = useMemo(() => readColumns(props.columns, rows), [props.columns, rows])
  const rowText = useMemo(() => createRowText(columns, locale), [columns, locale])
  const ranksOf = useMemo(() => createRanks(rows, locale), [rows, locale])
  const arranged = useMemo(() => arrangeRows(rows, columns, { query, sort }, locale, rowText, ranksOf), [rows, columns, query, sort, locale, rowText, ranksOf])
  const page = useMemo(() => pageOf(arranged, wantedPage, props.pageSize), [arranged, wantedPage, props.pageSize])
  const allKeys = useMemo(() => rows.map((row, index) => rowKey(row, index, props.keyField)), [rows, props.keyField])
  const keyTexts = useMemo(() => allKeys.map(key => `${typeof key} ${key}`), [allKeys])
  const keys = useMemo(() => page.indices.map(index => allKeys[index] ?? index), [page, allKeys])
  const rowKeys = useMemo(() => page.indices.map(index => keyTexts[index] ?? ''), [page, keyTexts])
  const table = useRef<HTMLTableElement>(null)
  const long = page.indices.length > longList
  const shares = useFixedColumns(table, long, columns)
  const actions = asList(props.rowActions) as GivenActions
  const root = rootProps(props, 'cy-table')
  if (rows.length === 0 && props.empty !== undefined && props.empty !== null) return <div {...root}>{props.empty}</div>

  const start = page.pages > 1 ? page.page * (props.pageSize ?? 0) : 0
  const openColumn = props.onRowPress !== undefined && (columns[0]?.cell !== undefined || columns[0]?.format === 'link')
  return (
    <div {...root}>
      {props.search ? (
        <SearchField
          className="cy-table-search"
          aria-label={say('Search')}
          value={typed}
          onChange={text => {
            setTyped(text)
            setWantedPage(0)
          }}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10zM10.6 10.6L14 14" />
          </svg>
          <Input placeholder={say('Search')} />
        </SearchField>
      ) : null}
      <div className="cy-table-frame" data-long={long ? '' : undefined} data-fixed={shares ? '' : undefined}>
        <table {...roles.table} ref={table} aria-label={props.ariaLabel} aria-rowcount={page.pages > 1 || long ? arranged.length + 1 : undefined}>
          <TableHead
            columns={columns}
            shares={shares}
            sort={sort}
            onSort={next => {
              setSort(next)
              setWantedPage(0)
            }}
            selectAll={
              selection.mode === 'none' ? null : selection.mode === 'many' ? (
                <SelectAll keys={page.pages > 1 ? arranged.map(index => allKeys[index] ?? index) : keys} selection={selection} />
              ) : (
                ''
              )
            }
            actions={actions.length > 0 || openColumn}
          />
          <TableBody
            rows={rows}
            indices={page.indices}
            keys={keys}
            rowKeys={rowKeys}
            before={page.pages > 1 || long ? start : null}
            columns={columns}
            actions={actions}
            selection={selection}
            onRowPress={props.onRowPress}
          />
          {props.footer && columns.length > 0 ? (
            <tfoot {...roles.rows}>
              <tr {...roles.row}>
                {selection.mode === 'none' ? null : <td {...roles.cell} />}
                {columns.map((column, place) => (
                  <td key={place} {...roles.cell} data-align={column.align} data-label={column.label}>
                    {formatValue(readField(props.footer, column.field), column.format, locale, column.currency)}
                  </td>
                ))}
                {actions.length > 0 || openColumn ? <td {...roles.cell} /> : null}
              </tr>
            </tfoot>
          ) : null}
        </table>
        {arranged.length === 0 ? (
          <p className="cy-table-none" role="status">
            {query.trim() === '' ? say('Nothing here yet.') : say('Nothing matches “{query}”.', { query: query.trim() })}
          </p>
        ) : null}
      </div>
      {page.pages > 1 ? <TablePager page={page} total={arranged.length} first={start} locale={locale} onPage={setWantedPage} /> : null}
    </div>
  )
}

function SelectAll({ keys, selection }: { readonly keys: readonly (string | number)[]; readonly selection: Selection }) {
  const say = useSay()
  const count = keys.filter(key => selection.keys.has(key)).length
  return (
    <label>
      <input
        type="checkbox"
        aria-label={say('Select all')}
        checked={count > 0 && count === keys.length}
        ref={input => {
          if (input) input.indeterminate = count > 0 && count < keys.length
        }}
        onChange={() => {
          const all = new Set<unknown>(keys)
          const others = [...selection.keys].filter(key => !all.has(key)) as Json[]
          selection.replace(count === keys.length ? others : [...others, ...keys])
        }}
      />
    </label>
  )
}
