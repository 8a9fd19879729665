import type { ReactNode } from 'react'
import type { SkeletonProps } from '../../schema/generated/props.ts'
import { rootProps } from '../root-props.ts'
import { useSay } from '../words/say.ts'
import './Skeleton.css'

/** Grey lines where text will be; the last is shorter, as the last line of a paragraph is. */
export function Skeleton(props: SkeletonProps<ReactNode>): ReactNode {
  const say = useSay()
  const lines = Math.min(20, Math.max(1, Math.floor(props.lines ?? 3)))
  return (
    <div {...rootProps(props, 'cy-skeleton')} role="status" aria-label={props.ariaLabel ?? say('Loading')}>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className="cy-skeleton-line" />
      ))}
    </div>
  )
}
