import type { ReactNode } from 'react'
import { ProgressBar } from 'react-aria-components/ProgressBar'
import type { ProgressRingProps } from '../../schema/generated/props.ts'
import { useLocale } from '../locale.ts'
import { fraction } from '../Progress/fraction.ts'
import { rootProps } from '../root-props.ts'
import { formatNumber } from '../value-format.ts'
import { useSay } from '../words/say.ts'
import './ProgressRing.css'

/** Diameter and line of each size, in pixels; `xl` shrinks with its place. */
const sizes = {
  s: { diameter: 40, line: 4 },
  m: { diameter: 72, line: 6 },
  l: { diameter: 136, line: 9 },
  xl: { diameter: 264, line: 12 },
} as const

/** How far something is, as a ring around a text. */
export function ProgressRing(props: ProgressRingProps<ReactNode>) {
  const say = useSay()
  const locale = useLocale()
  const size = props.size && Object.hasOwn(sizes, props.size) ? props.size : 'm'
  const { diameter, line } = sizes[size]
  const done = fraction(props.value, props.max)
  const text = props.text ?? formatNumber(Math.round(done * 100) / 100, { style: 'percent' }, locale)
  const label = props.label ?? ''
  const radius = (diameter - line) / 2
  const root = rootProps(props, 'cy-ring')
  return (
    <ProgressBar
      {...root}
      data-tone={props.tone ?? 'accent'}
      data-size={size}
      value={done * 100}
      valueLabel={text}
      aria-label={props.ariaLabel ?? (label || say('Progress'))}
    >
      <svg className="cy-ring-picture" viewBox={`0 0 ${diameter} ${diameter}`} style={{ inlineSize: diameter }} aria-hidden="true">
        <circle className="cy-ring-track" cx={diameter / 2} cy={diameter / 2} r={radius} strokeWidth={line} />
        {done > 0 ? (
          <circle
            className="cy-ring-line"
            cx={diameter / 2}
            cy={diameter / 2}
            r={radius}
            strokeWidth={line}
            pathLength={100}
            strokeDasharray="100 100"
            strokeDashoffset={100 - done * 100}
          />
        ) : null}
      </svg>
      <span className="cy-ring-middle" aria-hidden="true">
        {size === 's' && text.length > 4 ? null : (
          <span className="cy-ring-text" data-long={text.length > 6}>
            {text}
          </span>
        )}
        {label !== '' && (size === 'l' || size === 'xl') ? <span className="cy-ring-label">{label}</span> : null}
      </span>
    </ProgressBar>
  )
}
