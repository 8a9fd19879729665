import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure'
import { Heading as AriaHeading } from 'react-aria-components/Heading'
import type { SectionProps } from '../../schema/generated/props.ts'
import { type HeadingLevel, HeadingLevelContext, useHeadingLevel } from '../heading-level.ts'
import { Icon } from '../Icon/Icon.tsx'
import { rootProps } from '../root-props.ts'
import { textOf } from '../text-of.ts'
import '../Card/Card.css'
import './Section.css'

/** A part of a page with its own heading. */
export function Section(props: SectionProps<ReactNode>): ReactNode {
  const title = textOf(props.title)
  const [level, inside] = useHeadingLevel()
  const Title = `h${level}` as const
  const body = <HeadingLevelContext value={inside}>{props.children}</HeadingLevelContext>
  if (props.collapsible)
    return (
      <Disclosure {...rootProps(props, 'cy-section')} defaultExpanded>
        <div className="cy-section-head">
          <FoldTitle icon={props.icon} title={title} about={textOf(props.about)} level={level} />
          {props.actions && <div className="cy-section-actions">{props.actions}</div>}
        </div>
        <DisclosurePanel className="cy-section-panel">
          <div className="cy-section-body">{body}</div>
        </DisclosurePanel>
      </Disclosure>
    )
  return (
    <section {...rootProps(props, 'cy-section')} aria-label={(props.ariaLabel ?? title) || undefined}>
      <div className="cy-section-head">
        {props.icon && <Icon name={props.icon} />}
        <div className="cy-section-titles">
          <Title className="cy-section-title">{title}</Title>
          {props.about && <p className="cy-section-about">{textOf(props.about)}</p>}
        </div>
        {props.actions && <div className="cy-section-actions">{props.actions}</div>}
      </div>
      <div className="cy-section-body">{body}</div>
    </section>
  )
}

/** The heading of a part that folds: a button inside a heading. */
export function FoldTitle({ icon, title, about, level }: { icon: string | undefined; title: string; about: string; level: HeadingLevel }): ReactNode {
  return (
    <AriaHeading className="cy-fold-heading" level={level}>
      <AriaButton slot="trigger" className="cy-fold">
        {icon && <Icon name={icon} />}
        <span className="cy-section-titles">
          <span className="cy-section-title">{title}</span>
          {about && <span className="cy-section-about">{about}</span>}
        </span>
        <span className="cy-fold-mark">
          <Icon name="chevron-down" size="s" />
        </span>
      </AriaButton>
    </AriaHeading>
  )
}
