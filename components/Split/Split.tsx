import { type CSSProperties, type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react'
import { useLocale } from 'react-aria-components/I18nProvider'
import type { SplitProps } from '../../schema/generated/props.ts'
import { groupName, rootProps } from '../root-props.ts'
import { useSay } from '../words/say.ts'
import './Split.css'

const leastPixels = { s: 120, m: 200, l: 280, xl: 360 } as const

/** Two parts with a divider that can be dragged and moved with the arrow keys. Further children follow in the second part. */
export function Split(props: SplitProps<ReactNode>): ReactNode {
  const say = useSay()
  const { direction, min, rows } = props
  const column = direction === 'column'
  const box = useRef<HTMLDivElement>(null)
  const { direction: writing } = useLocale()
  const [moved, setMoved] = useState<number | null>(null)
  const given = typeof props.ratio === 'number' && props.ratio > 0 && props.ratio < 1 ? props.ratio : 0.5
  const ratio = moved ?? given
  const [first, ...rest] = rows ?? []

  const moveTo = (next: number): void => {
    const size = column ? box.current?.clientHeight : box.current?.clientWidth
    const least = size ? Math.min(0.45, leastPixels[min ?? 's'] / size) : 0.1
    setMoved(Math.min(1 - least, Math.max(least, next)))
  }
  const drag = (event: PointerEvent): void => {
    const bounds = box.current?.getBoundingClientRect()
    if (!bounds || !event.currentTarget.hasPointerCapture(event.pointerId)) return
    const along = column ? (event.clientY - bounds.top) / bounds.height : (event.clientX - bounds.left) / bounds.width
    moveTo(!column && writing === 'rtl' ? 1 - along : along)
  }
  const step = (event: KeyboardEvent): void => {
    const back = column ? 'ArrowUp' : writing === 'rtl' ? 'ArrowRight' : 'ArrowLeft'
    const on = column ? 'ArrowDown' : writing === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    const to = event.key === back ? ratio - 0.05 : event.key === on ? ratio + 0.05 : event.key === 'Home' ? 0 : event.key === 'End' ? 1 : null
    if (to === null) return
    event.preventDefault()
    moveTo(to)
  }

  return (
    <div {...rootProps(props, 'cy-split', { '--ratio': ratio } as CSSProperties)} {...groupName(props)} ref={box} data-direction={column ? 'column' : 'row'}>
      <div className="cy-split-part">{first?.node}</div>
      {/* biome-ignore lint/a11y/useSemanticElements: a window splitter, which hr is not */}
      <div
        className="cy-split-divider"
        role="separator"
        tabIndex={0}
        aria-label={say('Size of the parts')}
        aria-orientation={column ? 'horizontal' : 'vertical'}
        aria-valuenow={Math.round(ratio * 100)}
        aria-valuemin={0}
        aria-valuemax={100}
        onPointerDown={event => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        onDoubleClick={() => setMoved(null)}
        onKeyDown={step}
      />
      <div className="cy-split-part">
        {rest.map(row => (
          <div key={row.key} className="cy-split-row">
            {row.node}
          </div>
        ))}
      </div>
    </div>
  )
}
