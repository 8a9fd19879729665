import type { ReactNode } from 'react'
import { Label } from 'react-aria-components/Label'
import { Meter as AriaMeter } from 'react-aria-components/Meter'
import type { MeterProps } from '../../schema/generated/props.ts'
import { useLocale } from '../locale.ts'
import { fraction } from '../Progress/fraction.ts'
import { asList, asNumber, isRecord } from '../read-field.ts'
import { rootProps } from '../root-props.ts'
import { formatNumber } from '../value-format.ts'
import { useSay } from '../words/say.ts'
import './Meter.css'

/** A value within a range, coloured by the band that it lies in. */
export function Meter(props: MeterProps<ReactNode>) {
  const say = useSay()
  const locale = useLocale()
  const value = asNumber(props.value) ?? 0
  const done = fraction(value, props.max)
  const text = formatNumber(value, {}, locale)
  const label = props.label ?? ''
  const name = props.ariaLabel ?? (label === '' ? say('Meter') : undefined)
  return (
    <AriaMeter
      {...rootProps(props, 'cy-meter')}
      {...(name === undefined ? {} : { 'aria-label': name })}
      data-tone={bandTone(props.bands, value)}
      value={done * 100}
      valueLabel={text}
    >
      <span className="cy-meter-head">
        {label === '' ? null : <Label>{label}</Label>}
        <span className="cy-meter-value" aria-hidden="true">
          {text}
        </span>
      </span>
      <span className="cy-meter-track">
        <span className="cy-meter-fill" style={{ inlineSize: `${done * 100}%` }} />
      </span>
    </AriaMeter>
  )
}

/** The tone of the first band that reaches the value, of the last where none does. */
export function bandTone(bands: MeterProps['bands'], value: number): string {
  const whole = asList(bands)
    .filter(isRecord)
    .filter(band => asNumber(band.to) !== null)
  const sorted = whole.toSorted((a, b) => Number(a.to) - Number(b.to))
  const band = sorted.find(({ to }) => value <= Number(to)) ?? sorted.at(-1)
  return typeof band?.tone === 'string' ? band.tone : 'accent'
}
