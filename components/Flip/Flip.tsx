import type { ReactNode } from 'react'
import type { FlipProps } from '../../schema/generated/props.ts'
import { groupName, rootProps } from '../root-props.ts'
import { useSay } from '../words/say.ts'
import './Flip.css'

/** A card with two sides; the side that is turned away can neither be reached nor read. */
export function Flip(props: FlipProps<ReactNode>) {
  const say = useSay()
  const back = props.back === true
  const [front, ...rest] = props.rows ?? []
  return (
    <div {...rootProps(props, 'cy-flip')} {...groupName({ ariaLabel: props.ariaLabel ?? props.label ?? say('Card') })} data-back={back}>
      <div className="cy-flip-card">
        <div className="cy-flip-side" inert={back} aria-hidden={back || undefined}>
          {front?.node}
        </div>
        <div className="cy-flip-side" data-side="back" inert={!back} aria-hidden={!back || undefined}>
          {rest.map(row => (
            <div key={row.key}>{row.node}</div>
          ))}
        </div>
      </div>
    </div>
  )
}
