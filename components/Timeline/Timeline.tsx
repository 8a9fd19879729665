import type { ReactNode } from 'react'
import type { TimelineProps } from '../../schema/generated/props.ts'
import { Icon } from '../Icon/Icon.tsx'
import { useLocale } from '../locale.ts'
import { asList, isRecord } from '../read-field.ts'
import { rootProps } from '../root-props.ts'
import { textOf } from '../text-of.ts'
import { formatValue } from '../value-format.ts'
import './Timeline.css'

/** What happened, one thing below the other. */
export function Timeline(props: TimelineProps<ReactNode>) {
  const locale = useLocale()
  const items = asList(props.items).filter(isRecord)
  return (
    <ol {...rootProps(props, 'cy-timeline')} aria-label={props.ariaLabel}>
      {items.map((item, index) => {
        const when = formatValue(item.at, 'time', locale)
        const icon = textOf(item.icon)
        return (
          <li key={index} className="cy-timeline-item" data-tone={textOf(item.tone) || 'neutral'}>
            <span className="cy-timeline-mark" data-icon={icon !== ''} aria-hidden="true">
              {icon === '' ? null : <Icon name={icon} size="s" />}
            </span>
            <div className="cy-timeline-body">
              <div className="cy-timeline-head">
                <span className="cy-timeline-title">{textOf(item.title)}</span>
                {when === '' ? null : <span className="cy-timeline-when">{when}</span>}
              </div>
              {textOf(item.text) === '' ? null : <p className="cy-timeline-text">{textOf(item.text)}</p>}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
