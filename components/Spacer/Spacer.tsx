import type { ReactNode } from 'react'
import type { SpacerProps } from '../../schema/generated/props.ts'
import { rootProps } from '../root-props.ts'
import './Spacer.css'

/** Takes the space that is left in a Row or Stack. */
export function Spacer(props: SpacerProps<ReactNode>): ReactNode {
  return <div {...rootProps(props, 'cy-spacer')} />
}
