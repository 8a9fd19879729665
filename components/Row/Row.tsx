import type { ReactNode } from 'react'
import type { RowProps } from '../../schema/generated/props.ts'
import { groupName, rootProps } from '../root-props.ts'
import '../Stack/Stack.css'
import './Row.css'

/** Its children beside each other. */
export function Row(props: RowProps<ReactNode>): ReactNode {
  const { gap, align, justify, wrap, children } = props
  return (
    <div
      {...rootProps(props, 'cy-row')}
      {...groupName(props)}
      data-gap={gap ?? 's'}
      data-align={align ?? 'center'}
      data-justify={justify ?? 'start'}
      data-wrap={wrap ? '' : undefined}
    >
      {children}
    </div>
  )
}
