import { type ReactNode, useDeferredValue, useId, useMemo, useState } from 'react'
import { Input } from 'react-aria-components/Input'
import { SearchField } from 'react-aria-components/SearchField'
import type { TableProps } from '../../schema/generated/props.ts'
import type { Json } from '../../schema/json/json.ts'
import { useLocale } from '../locale.ts'
import { asList, readField } from '../read-field.ts'
import { rootProps } from '../root-props.ts'
import { formatValue } from '../value-format.ts'
import { arrangeRows, pageOf, rowKey, type Sort, selectedKeys } from './arrange-rows.ts'
import { readColumns } from './columns.ts'
import type { RowAction } from './RowActions.tsx'
import { TableHead } from './TableHead.tsx'
import { TablePager } from './TablePager.tsx'
import { TableRow } from './TableRow.tsx'
import { roles } from './table-roles.ts'
import './Table.css'

/**
 * Records as rows: sorted by a press on a title, searched, in pages, selected, acted on. In a narrow place every record
 * becomes a block of labelled values, which the style sheet does; the roles are written out because a changed
 * `display` takes a table's own away.
 */
export function Table(props: TableProps<ReactNode>) {
  const locale = useLocale()
  const [typed, setTyped] = useState('')
  const query = useDeferredValue(props.search ? typed : '')
  const [sort, setSort] = useState<Sort | null>(null)
  const [wantedPage, setWantedPage] = useState(0)
  const selection = useSelection(props)

  const rows = asList(props.rows)
  const columns = useMemo(() => readColumns(props.columns, rows), [props.columns, rows])
  const arranged = useMemo(() => arrangeRows(rows, columns, { query, sort }, locale), [rows, columns, query, sort, locale])
  const page = pageOf(arranged, wantedPage, props.pageSize)
  const actions = asList(props.rowActions) as NonNullable<TableProps['rowActions']>
  const root = rootProps(props, 'cy-table')
  if (rows.length === 0 && props.empty !== undefined && props.empty !== null) return <div {...root}>{props.empty}</div>

  const keyAt = (index: number): string | number => rowKey(rows[index], index, props.keyField)
  const start = page.pages > 1 ? arranged.indexOf(page.indices[0] ?? 0) : 0
  const openColumn = props.onRowPress !== undefined && (columns[0]?.cell !== undefined || columns[0]?.format === 'link')
  return (
    <div {...root}>
      {props.search ? (
        <SearchField
          className="cy-table-search"
          aria-label="Search"
          value={typed}
          onChange={text => {
            setTyped(text)
            setWantedPage(0)
          }}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10zM10.6 10.6L14 14" />
          </svg>
          <Input placeholder="Search" />
        </SearchField>
      ) : null}
      <div className="cy-table-frame">
        <table {...roles.table} aria-label={props.ariaLabel} aria-rowcount={page.pages > 1 ? arranged.length + 1 : undefined}>
          <TableHead
            columns={columns}
            sort={sort}
            onSort={next => {
              setSort(next)
              setWantedPage(0)
            }}
            selectAll={selection.mode === 'none' ? null : selection.mode === 'many' ? <SelectAll keys={arranged.map(keyAt)} selection={selection} /> : ''}
            actions={actions.length > 0 || openColumn}
          />
          <tbody {...roles.rows}>
            {page.indices.map(index => {
              const key = keyAt(index)
              return (
                <TableRow
                  key={`${typeof key} ${key}`}
                  row={rows[index]}
                  index={index}
                  columns={columns}
                  actions={actions.length === 0 ? null : actions.map(action => readAction(action, index))}
                  mark={
                    selection.mode === 'none'
                      ? null
                      : { kind: selection.mode, group: selection.group, on: selection.keys.has(key), toggle: () => selection.toggle(key) }
                  }
                  onPress={props.onRowPress ? () => props.onRowPress?.(index) : undefined}
                />
              )
            })}
          </tbody>
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
            {query.trim() === '' ? 'Nothing here yet.' : `Nothing matches “${query.trim()}”.`}
          </p>
        ) : null}
      </div>
      {page.pages > 1 ? <TablePager page={page} total={arranged.length} first={start} locale={locale} onPage={setWantedPage} /> : null}
    </div>
  )
}

function readAction(action: NonNullable<TableProps['rowActions']>[number], index: number): RowAction {
  const label = typeof action.label === 'function' ? action.label(index) : undefined
  return { label: label ?? '', icon: action.icon, tone: action.tone, run: () => action.do?.(index) }
}

interface Selection {
  readonly mode: 'none' | 'one' | 'many'
  readonly group: string
  readonly keys: ReadonlySet<unknown>
  readonly toggle: (key: string | number) => void
  readonly replace: (keys: readonly Json[]) => void
}

/** Which rows are selected: in what `bind` names, else in the table itself. */
function useSelection(props: TableProps<ReactNode>): Selection {
  const group = useId()
  const [own, setOwn] = useState<Json>(null)
  const mode = props.select ?? 'none'
  const keys = selectedKeys(props.onChange ? props.value : own)
  const write = (value: Json): void => {
    if (props.readOnly) return
    setOwn(value)
    props.onChange?.({ value })
  }
  return {
    mode,
    group,
    keys,
    replace: write,
    toggle: key => {
      if (mode === 'one') write(key)
      else write(keys.has(key) ? ([...keys].filter(other => other !== key) as Json[]) : ([...keys, key] as Json[]))
    },
  }
}

function SelectAll({ keys, selection }: { readonly keys: readonly (string | number)[]; readonly selection: Selection }) {
  const count = keys.filter(key => selection.keys.has(key)).length
  return (
    <input
      type="checkbox"
      aria-label="Select all"
      checked={count > 0 && count === keys.length}
      ref={input => {
        if (input) input.indeterminate = count > 0 && count < keys.length
      }}
      onChange={() => {
        const others = [...selection.keys].filter(key => !keys.includes(key as string)) as Json[]
        selection.replace(count === keys.length ? others : [...others, ...keys])
      }}
    />
  )
}
