import type { ReactNode } from 'react'
import type { TabProps } from '../../schema/generated/props.ts'
import { useHeadingLevel } from '../heading-level.ts'
import { rootProps } from '../root-props.ts'
import { textOf } from '../text-of.ts'
import './Tab.css'

/** One part of Tabs, which draws it from its properties. Drawn by itself, it is its title and what it holds. */
export function Tab(props: TabProps<ReactNode>): ReactNode {
  const [level] = useHeadingLevel()
  const Title = `h${level}` as const
  return (
    <div {...rootProps(props, 'cy-lone-tab')}>
      <Title className="cy-lone-tab-title">{textOf(props.title)}</Title>
      {props.children}
    </div>
  )
}
