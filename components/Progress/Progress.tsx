import type { ReactNode } from 'react'
import { Label } from 'react-aria-components/Label'
import { ProgressBar } from 'react-aria-components/ProgressBar'
import type { ProgressProps } from '../../schema/generated/props.ts'
import { asNumber } from '../read-field.ts'
import { rootProps } from '../root-props.ts'
import { useSay } from '../words/say.ts'
import { fraction } from './fraction.ts'
import './Progress.css'

/** How far something is, as a bar; without a value, that work goes on. */
export function Progress(props: ProgressProps<ReactNode>) {
  const say = useSay()
  const value = asNumber(props.value)
  const done = fraction(value, props.max)
  const root = rootProps(props, 'cy-progress')
  const label = props.label ?? ''
  const name = props.ariaLabel ?? (props.hideLabel || label === '' ? label || say('Progress') : undefined)
  return (
    <ProgressBar
      {...root}
      data-tone={props.tone ?? 'accent'}
      value={done * 100}
      isIndeterminate={value === null}
      {...(name === undefined ? {} : { 'aria-label': name })}
    >
      {props.hideLabel || label === '' ? null : <Label className="cy-progress-label">{label}</Label>}
      <div className="cy-progress-track">
        <div className="cy-progress-fill" style={value === null ? undefined : { inlineSize: `${done * 100}%` }} />
      </div>
    </ProgressBar>
  )
}
