import { type ReactNode, useState } from 'react'
import { Tab as AriaTab, Tabs as AriaTabs, TabList, TabPanel } from 'react-aria-components/Tabs'
import type { TabsProps } from '../../schema/generated/props.ts'
import { Icon } from '../Icon/Icon.tsx'
import { rootProps } from '../root-props.ts'
import { textOf } from '../text-of.ts'
import { useSay } from '../words/say.ts'
import './Tabs.css'

/**
 * Parts of which one is shown at a time. Each tab stands for its `value`, or its title where it has none;
 * a bound value that no tab has shows the first, and is not written over.
 */
export function Tabs(props: TabsProps<ReactNode>): ReactNode {
  const say = useSay()
  const items = props.items ?? []
  const [own, setOwn] = useState<string | null>(null)
  const values = items.map(item => item.value ?? (textOf(item.title) || item.key))
  const wanted = props.onChange || props.value !== undefined ? (props.value ?? null) : own
  const chosen = Math.max(0, values.indexOf(wanted ?? ''))
  const selectedKey = items[chosen]?.key ?? ''
  return (
    <AriaTabs
      {...rootProps(props, 'cy-tabs')}
      selectedKey={selectedKey}
      onSelectionChange={key => {
        const index = items.findIndex(item => item.key === key)
        const value = values[index]
        if (value === undefined || index === chosen) return
        if (props.onChange) props.onChange({ value })
        else setOwn(value)
      }}
    >
      <TabList className="cy-tab-list" aria-label={props.ariaLabel ?? props.label ?? say('Parts')}>
        {items.map(item => (
          <AriaTab key={item.key} id={item.key} className="cy-tab" data-node={item.id} data-phase={item.phase}>
            {item.icon && <Icon name={item.icon} size="s" />}
            <span>{textOf(item.title)}</span>
            {textOf(item.badge) !== '' && <span className="cy-tab-badge">{textOf(item.badge)}</span>}
          </AriaTab>
        ))}
      </TabList>
      {items.map(item => (
        <TabPanel key={item.key} id={item.key} className="cy-tab-panel">
          {item.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
