import { type ReactNode, useId } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import type { CardProps } from '../../schema/generated/props.ts'
import { HeadingLevelContext, useHeadingLevel } from '../heading-level.ts'
import { Icon } from '../Icon/Icon.tsx'
import { groupName, rootProps } from '../root-props.ts'
import { textOf } from '../text-of.ts'
import { useSource } from '../use-source.ts'
import './Card.css'

/**
 * A surface for things that belong together. Where it can be pressed, a button lies under everything in it
 * that can be pressed itself, so that a card may hold buttons and fields.
 */
export function Card(props: CardProps<ReactNode>): ReactNode {
  const { icon, actions, tone, onPress, children } = props
  const title = textOf(props.title)
  const subtitle = textOf(props.subtitle)
  const cover = useSource(props.cover).url
  const [level, inside] = useHeadingLevel()
  const Title = `h${level}` as const
  const titleId = useId()
  const bodyId = useId()
  const named = title !== '' ? { 'aria-labelledby': titleId } : {}
  return (
    <div
      {...rootProps(props, 'cy-card')}
      {...(title && !onPress ? { role: 'group', ...named } : groupName(props))}
      data-tone={tone}
      data-pressable={onPress ? '' : undefined}
    >
      {onPress && (
        <AriaButton
          className="cy-card-press"
          onPress={() => onPress()}
          {...(props.ariaLabel ? { 'aria-label': props.ariaLabel } : { 'aria-labelledby': title ? titleId : bodyId })}
        />
      )}
      {cover !== null && <img className="cy-card-cover" src={cover} alt="" />}
      {(title || subtitle || icon || actions) && (
        <div className="cy-card-head">
          {icon && (
            <span className="cy-card-icon">
              <Icon name={icon} />
            </span>
          )}
          <div className="cy-card-titles">
            {title && (
              <Title className="cy-card-title" id={titleId}>
                {title}
              </Title>
            )}
            {subtitle && <p className="cy-card-subtitle">{subtitle}</p>}
          </div>
          {actions && <div className="cy-card-actions">{actions}</div>}
        </div>
      )}
      <div className="cy-card-body" id={bodyId}>
        <HeadingLevelContext value={title ? inside : level}>{children}</HeadingLevelContext>
      </div>
    </div>
  )
}
