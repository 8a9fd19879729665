import type { ReactNode } from 'react'
import type { KeyValueProps } from '../../schema/generated/props.ts'
import { Icon } from '../Icon/Icon.tsx'
import { rootProps } from '../root-props.ts'
import { textOf } from '../text-of.ts'
import './KeyValue.css'

/** Facts: a name and a value a line. What has no value shows a dash. */
export function KeyValue(props: KeyValueProps<ReactNode>): ReactNode {
  const items = (Array.isArray(props.items) ? props.items : []).filter(item => item !== null && typeof item === 'object')
  return (
    <dl {...rootProps(props, 'cy-key-value')} aria-label={props.ariaLabel}>
      {items.map((item, index) => (
        <div key={index} className="cy-key-value-item">
          <dt>
            {item.icon && <Icon name={item.icon} size="s" />}
            <span>{textOf(item.key)}</span>
          </dt>
          <dd data-tone={typeof item.tone === 'string' ? item.tone : undefined}>{textOf(item.value) || '–'}</dd>
        </div>
      ))}
    </dl>
  )
}
