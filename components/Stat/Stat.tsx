import type { ReactNode } from 'react'
import type { StatProps } from '../../schema/generated/props.ts'
import { Icon } from '../Icon/Icon.tsx'
import { useLocale } from '../locale.ts'
import { asList, asNumber } from '../read-field.ts'
import { groupName, rootProps } from '../root-props.ts'
import { SparkPicture } from '../Sparkline/SparkPicture.tsx'
import { formatNumber } from '../value-format.ts'
import { useSay } from '../words/say.ts'
import './Stat.css'

/** One number that matters, with its name, its change and its recent course. */
export function Stat(props: StatProps<ReactNode>) {
  const locale = useLocale()
  const formatting = { style: props.format, currency: props.currency }
  const value = typeof props.value === 'number' ? formatNumber(props.value, formatting, locale) : (props.value ?? '')
  const delta = asNumber(props.delta)
  const spark = asList(props.spark)
    .map(asNumber)
    .filter(number => number !== null)
  return (
    <div {...rootProps(props, 'cy-stat')} {...groupName(props)} data-tone={props.tone ?? undefined}>
      <div className="cy-stat-head">
        {props.icon ? (
          <span className="cy-stat-icon">
            <Icon name={props.icon} size="s" />
          </span>
        ) : null}
        <span className="cy-stat-label">{props.label ?? ''}</span>
      </div>
      <span className="cy-stat-value" data-long={value.length > 11}>
        {value === '' ? <span aria-hidden="true">–</span> : value}
      </span>
      {delta === null && spark.length < 2 ? null : (
        <div className="cy-stat-foot">
          {delta === null ? null : <Delta delta={delta} text={formatNumber(Math.abs(delta), formatting, locale)} upIsGood={props.upIsGood !== false} />}
          {spark.length > 1 ? <SparkPicture values={spark} /> : null}
        </div>
      )}
    </div>
  )
}

function Delta({ delta, text, upIsGood }: { readonly delta: number; readonly text: string; readonly upIsGood: boolean }) {
  const say = useSay()
  const tone = delta === 0 ? 'neutral' : delta > 0 === upIsGood ? 'good' : 'bad'
  return (
    <span className="cy-stat-delta" data-tone={tone}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <path d={delta === 0 ? 'M2.5 6h7' : delta > 0 ? 'M3 9l6-6M4.5 3H9v4.5' : 'M3 3l6 6M9 4.5V9H4.5'} />
      </svg>
      <span className="cy-hidden">{delta === 0 ? `${say('no change')}, ` : `${say(delta > 0 ? 'up' : 'down')} `}</span>
      {text}
    </span>
  )
}
