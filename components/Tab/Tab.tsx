import type { ReactNode } from 'react'
import type { TabProps } from '../../schema/generated/props.ts'
import { rootProps } from '../root-props.ts'
import { textOf } from '../text-of.ts'
import './Tab.css'

/** One part of Tabs, which draws it from its properties. Drawn by itself, it is its title and what it holds. */
export function Tab(props: TabProps<ReactNode>): ReactNode {
  return (
    <div {...rootProps(props, 'cy-lone-tab')}>
      <h3 className="cy-lone-tab-title">{textOf(props.title)}</h3>
      {props.children}
    </div>
  )
}
