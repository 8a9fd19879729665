import type { ReactNode } from 'react'
import type { HeadingProps } from '../../schema/generated/props.ts'
import { rootProps } from '../root-props.ts'
import { textOf } from '../text-of.ts'
import './Heading.css'

/** A title, of one of four levels. */
export function Heading(props: HeadingProps<ReactNode>): ReactNode {
  const level = props.level === 1 || props.level === 3 || props.level === 4 ? props.level : 2
  const Tag = `h${level}` as const
  return (
    <Tag {...rootProps(props, 'cy-heading')} data-level={level} data-align={props.align} aria-label={props.ariaLabel}>
      {textOf(props.text)}
    </Tag>
  )
}
