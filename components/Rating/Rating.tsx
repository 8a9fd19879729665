import { Star } from 'lucide-react'
import type { SyntheticEvent } from 'react'
import { useRef } from 'react'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import type { RatingProps } from '../../schema/generated/props.ts'
import { FieldFoot, FieldFrame, FieldLabel } from '../field/FieldFrame.tsx'
import { ariaFieldProps } from '../field/field-props.ts'
import { useField } from '../field/use-field.ts'
import { useSay } from '../words/say.ts'
import './Rating.css'

/** Stars to give, from 1; pressing the number that is given takes them back to 0. Shows the nearest whole star. */
export function Rating(props: RatingProps) {
  const say = useSay()
  const max = typeof props.max === 'number' && props.max >= 1 ? Math.min(10, Math.floor(props.max)) : 5
  const given = typeof props.value === 'number' ? Math.max(0, Math.min(max, Math.round(props.value))) : 0
  const field = useField(props, { empty: given === 0, needed: say('Give at least one star.') })
  const fixed = props.disabled === true || props.readOnly === true

  function give(value: number): void {
    field.edited()
    props.onChange?.({ value })
  }

  // A radio that is chosen tells of no change when it is pressed again. What was given when the press began counts,
  // since the press itself gives too.
  const pressedGiven = useRef(false)

  function takeBack(event: SyntheticEvent): void {
    pressedGiven.current = false
    event.preventDefault()
    event.stopPropagation()
    give(0)
  }

  return (
    <FieldFrame props={props} field={field} name="rating">
      <RadioGroup
        className="cy-field-body"
        orientation="horizontal"
        {...ariaFieldProps(props, field.invalid)}
        value={given === 0 ? null : String(given)}
        onChange={value => give(Number(value))}
      >
        <FieldLabel props={props} />
        <div
          className="cy-stars"
          onPointerDownCapture={event => {
            pressedGiven.current = !fixed && given > 0 && starOf(event.target) === given
          }}
          onClickCapture={event => pressedGiven.current && starOf(event.target) === given && takeBack(event)}
          onKeyDownCapture={event => event.key === ' ' && !fixed && given > 0 && starOf(event.target) === given && takeBack(event)}
        >
          {Array.from({ length: max }, (_, at) => (
            <Radio
              key={at}
              className="cy-star"
              value={String(at + 1)}
              aria-label={at === 0 ? say('1 star') : say('{count} stars', { count: at + 1 })}
              data-star={at + 1}
              data-full={at < given ? '' : undefined}
            >
              <Star size={20} strokeWidth={1.5} aria-hidden="true" />
            </Radio>
          ))}
        </div>
        <FieldFoot props={props} field={field} />
      </RadioGroup>
    </FieldFrame>
  )
}

function starOf(target: EventTarget): number {
  return target instanceof Element ? Number(target.closest('[data-star]')?.getAttribute('data-star')) : 0
}
