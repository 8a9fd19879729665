import { lazy, type ReactNode, Suspense, useMemo } from 'react'
import type { GanttProps } from '../../schema/generated/props.ts'
import type { Json } from '../../schema/json/json.ts'
import { useLocale } from '../locale.ts'
import { asList } from '../read-field.ts'
import { groupName, rootProps } from '../root-props.ts'
import { useSay } from '../words/say.ts'
import { readBars } from './gantt-bars.ts'
import './Gantt.css'

const GanttChart = lazy(async () => ({ default: (await import('./GanttChart.tsx')).GanttChart }))

/** Items as bars along the time that they take. */
export function Gantt(props: GanttProps<ReactNode>) {
  const say = useSay()
  const { timeZone } = useLocale()
  const bars = useMemo(() => readBars(props.items, timeZone), [props.items, timeZone])
  const press = props.onPress
  const onPress = press ? (index: number) => press({ item: (asList(props.items)[index] ?? null) as Json }) : undefined
  return (
    <div {...rootProps(props, 'cy-gantt')} {...groupName(props)}>
      {bars.length === 0 ? (
        <p className="cy-gantt-none">{say('Nothing planned yet')}</p>
      ) : (
        <Suspense fallback={<div className="cy-gantt-coming" data-tests-wait="" style={{ '--rows': Math.min(bars.length, 12) } as object} />}>
          <GanttChart bars={bars} name={props.ariaLabel ?? say('Schedule')} onPress={onPress} />
        </Suspense>
      )}
    </div>
  )
}
