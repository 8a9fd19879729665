import type { ReactNode } from 'react'
import type { BadgeProps } from '../../schema/generated/props.ts'
import { Icon } from '../Icon/Icon.tsx'
import { rootProps } from '../root-props.ts'
import { textOf } from '../text-of.ts'
import './Badge.css'

/** A short label: a state, a kind, a count. */
export function Badge(props: BadgeProps<ReactNode>): ReactNode {
  return (
    <span {...rootProps(props, 'cy-badge')} data-tone={props.tone ?? 'neutral'}>
      {props.icon && <Icon name={props.icon} size="s" />}
      <span className="cy-badge-text">{textOf(props.text)}</span>
    </span>
  )
}
