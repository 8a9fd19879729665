import type { ReactNode } from 'react'
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure'
import { DisclosureGroup } from 'react-aria-components/DisclosureGroup'
import type { AccordionProps } from '../../schema/generated/props.ts'
import { HeadingLevelContext, useHeadingLevel } from '../heading-level.ts'
import { rootProps } from '../root-props.ts'
import { FoldTitle } from '../Section/Section.tsx'
import { textOf } from '../text-of.ts'
import './Accordion.css'

/** Sections that fold; one is open at a time, or several. */
export function Accordion(props: AccordionProps<ReactNode>): ReactNode {
  const items = props.items ?? []
  const [level, inside] = useHeadingLevel()
  return (
    <DisclosureGroup {...rootProps(props, 'cy-accordion')} allowsMultipleExpanded={props.multiple === true}>
      {items.map(item => (
        <Disclosure key={item.key} id={item.key} className="cy-accordion-item" data-phase={item.phase} data-node={item.id}>
          <FoldTitle icon={item.icon} title={textOf(item.title)} about={textOf(item.about)} level={level} />
          <DisclosurePanel>
            <div className="cy-accordion-body">
              <HeadingLevelContext value={inside}>{item.content}</HeadingLevelContext>
            </div>
          </DisclosurePanel>
        </Disclosure>
      ))}
    </DisclosureGroup>
  )
}
