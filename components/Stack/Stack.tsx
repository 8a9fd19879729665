import type { ReactNode } from 'react'
import type { StackProps } from '../../schema/generated/props.ts'
import { groupName, rootProps } from '../root-props.ts'
import './Stack.css'

/** Its children below each other. */
export function Stack(props: StackProps<ReactNode>): ReactNode {
  const { gap, align, height, scroll, children } = props
  return (
    <div
      {...rootProps(props, 'cy-stack')}
      {...groupName(props)}
      data-gap={gap ?? 'm'}
      data-align={align ?? 'stretch'}
      data-height={height}
      data-scroll={scroll ? '' : undefined}
      // What scrolls must be reachable by keyboard.
      tabIndex={scroll ? 0 : undefined}
    >
      {children}
    </div>
  )
}
