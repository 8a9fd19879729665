import type { CSSProperties } from 'react'
import { Label } from 'react-aria-components/Label'
import { Slider as AriaSlider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components/Slider'
import type { SliderProps } from '../../schema/generated/props.ts'
import { FieldFrame } from '../field/FieldFrame.tsx'
import { PlainFoot, usePlainField } from '../field/PlainField.tsx'
import { useField } from '../field/use-field.ts'
import { useLocale } from '../locale.ts'
import { formatNumber } from '../value-format.ts'
import './Slider.css'

/** Beyond this many marks they would run into each other. */
const mostMarks = 24

/** A number chosen by dragging; a missing value stands at the low end. The state follows the thumb. */
export function Slider(props: SliderProps) {
  const locale = useLocale()
  const min = props.min ?? 0
  const max = Math.max(min, props.max ?? 100)
  const step = typeof props.step === 'number' && props.step > 0 ? props.step : 1
  const value = typeof props.value === 'number' && Number.isFinite(props.value) ? props.value : min
  const field = useField(props, { empty: false })
  const ids = usePlainField(props, field)
  const text = formatNumber(value, { style: props.format ?? 'plain', currency: props.currency }, locale) + (props.unit ? ` ${props.unit}` : '')
  const share = max > min ? Math.min(1, Math.max(0, (value - min) / (max - min))) : 0
  // A scale on both sides of zero is filled from there, so that its length is the amount.
  const origin = min < 0 && max > 0 ? -min / (max - min) : 0
  const count = Math.floor((max - min) / step + 1e-9)

  return (
    <FieldFrame props={props} field={field} name="slider">
      <AriaSlider
        className="cy-field-body cy-slider-body"
        value={value}
        minValue={min}
        maxValue={max}
        step={step}
        isDisabled={props.disabled === true || props.readOnly === true}
        onChange={next => {
          field.edited()
          props.onChange?.({ value: next })
        }}
        {...(props.ariaLabel ? { 'aria-label': props.ariaLabel } : {})}
      >
        <div className="cy-slider-head">
          <Label className={props.hideLabel ? 'cy-hidden' : 'cy-field-label'}>{props.label ?? ''}</Label>
          <SliderOutput className="cy-slider-output">{text}</SliderOutput>
        </div>
        <SliderTrack className="cy-slider-track" data-signed={origin > 0 ? '' : undefined} style={{ '--share': share, '--origin': origin } as CSSProperties}>
          {props.marks && count > 0 && count <= mostMarks
            ? Array.from({ length: count + 1 }, (_, at) => (
                <span
                  key={at}
                  className="cy-slider-mark"
                  aria-hidden="true"
                  style={{ '--at': (at * step) / (max - min) } as CSSProperties}
                  data-past={isFilled(min + at * step, value, origin) ? '' : undefined}
                />
              ))
            : null}
          <SliderThumb className="cy-slider-thumb" {...(ids.described ? { 'aria-describedby': ids.described } : {})} />
        </SliderTrack>
      </AriaSlider>
      <PlainFoot props={props} field={field} ids={ids} />
    </FieldFrame>
  )
}

function isFilled(mark: number, value: number, origin: number): boolean {
  return origin > 0 ? mark >= Math.min(0, value) && mark <= Math.max(0, value) : mark <= value
}
