import type { ReactNode } from 'react'
import type { SpinnerProps } from '../../schema/generated/props.ts'
import { rootProps } from '../root-props.ts'
import { textOf } from '../text-of.ts'
import { useSay } from '../words/say.ts'
import './Spinner.css'

/** Says that something goes on. */
export function Spinner(props: SpinnerProps<ReactNode>): ReactNode {
  const say = useSay()
  const label = textOf(props.label) || say('Loading')
  return (
    <div {...rootProps(props, 'cy-spinner')} role="status">
      <SpinnerMark />
      <span>{label}</span>
    </div>
  )
}

/** The turning ring alone, for inside a button. */
export function SpinnerMark(): ReactNode {
  return <span className="cy-spinner-mark" aria-hidden="true" />
}
