import { lazy, type ReactNode, Suspense, useMemo } from 'react'
import type { SheetProps } from '../../schema/generated/props.ts'
import type { Json } from '../../schema/json/json.ts'
import { asList } from '../read-field.ts'
import { rootProps } from '../root-props.ts'
import { useSay } from '../words/say.ts'
import { sheetColumns } from './sheet-columns.ts'
import './Sheet.css'

const SheetGrid = lazy(async () => ({ default: (await import('./SheetGrid.tsx')).SheetGrid }))

/** A list of records as a spreadsheet. */
export function Sheet(props: SheetProps<ReactNode>) {
  const say = useSay()
  const columns = useMemo(() => sheetColumns(props.columns), [props.columns])
  const rows = asList(props.value) as readonly Json[]
  const { onChange } = props
  const locked = props.readOnly === true || !onChange
  return (
    <div {...rootProps(props, 'cy-sheet')}>
      {columns.length === 0 ? null : (
        <Suspense fallback={<div className="cy-sheet-coming" data-tests-wait="" style={{ '--rows': Math.min(rows.length, 12) } as object} />}>
          <SheetGrid
            rows={rows}
            columns={columns}
            name={props.ariaLabel ?? say('Sheet')}
            addRows={props.addRows !== false && !locked}
            onRows={locked ? null : next => onChange({ value: next })}
          />
        </Suspense>
      )}
    </div>
  )
}
