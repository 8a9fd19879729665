import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { StepperProps } from '../../schema/generated/props.ts'
import { asList } from '../read-field.ts'
import { rootProps } from '../root-props.ts'
import { textOf } from '../text-of.ts'
import { useSay } from '../words/say.ts'
import './Stepper.css'

/**
 * Steps with the child of the current one below. A press on a step that is done goes back to it; forward is
 * the app's own business, which knows what must be filled in. Without a place of its own it may be walked freely.
 */
export function Stepper(props: StepperProps<ReactNode>) {
  const say = useSay()
  const [own, setOwn] = useState(0)
  const bound = props.onChange !== undefined || props.value !== undefined
  const steps = asList(props.steps).map(textOf)
  const place = bound ? (typeof props.value === 'number' ? props.value : 0) : own
  const current = Math.max(0, Math.min(steps.length - 1, Math.floor(place)))

  function go(to: number): void {
    setOwn(to)
    props.onChange?.({ value: to })
  }

  return (
    <div {...rootProps(props, 'cy-stepper')}>
      <ol className="cy-steps" aria-label={props.ariaLabel || say('Steps')}>
        {steps.map((name, at) => (
          <li key={`${name} ${at}`} className="cy-step" data-state={at < current ? 'done' : at === current ? 'current' : 'to-come'}>
            <Button
              className="cy-step-button"
              isDisabled={at === current || (bound && (at > current || props.readOnly === true))}
              {...(at === current ? { 'aria-current': 'step' as const } : {})}
              onPress={() => go(at)}
            >
              <span className="cy-step-mark" aria-hidden="true">
                {at < current ? <Check size={13} strokeWidth={3} /> : at + 1}
              </span>
              <span className="cy-step-name">
                {name}
                {at < current ? <span className="cy-hidden">, {say('done')}</span> : null}
              </span>
            </Button>
          </li>
        ))}
      </ol>
      <section className="cy-step-content" aria-label={steps[current] ?? ''}>
        {props.rows?.[current]?.node}
      </section>
    </div>
  )
}
