import { type ReactNode, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import type { SidebarProps } from '../../schema/generated/props.ts'
import type { Json } from '../../schema/json/json.ts'
import { optionsToChoices } from '../field/options.ts'
import { Icon } from '../Icon/Icon.tsx'
import { rootProps } from '../root-props.ts'
import { textOf } from '../text-of.ts'
import { useSay } from '../words/say.ts'
import './Sidebar.css'

/** A list of places at the side, and the main area beside it; above it where there is no room. */
export function Sidebar(props: SidebarProps<ReactNode>): ReactNode {
  const say = useSay()
  const [own, setOwn] = useState<unknown>(null)
  const title = textOf(props.title)
  const chosen = props.onChange ? (props.value ?? null) : own
  const places = (Array.isArray(props.items) ? props.items : []).flatMap((item, index) => {
    const choice = optionsToChoices([item])[0]
    const badge = typeof item === 'object' && item !== null ? textOf(item.badge) : ''
    return choice ? [{ ...choice, id: `${index}:${choice.id}`, badge }] : []
  })
  return (
    <div {...rootProps(props, 'cy-sidebar')}>
      <nav className="cy-sidebar-nav" aria-label={props.ariaLabel ?? props.label ?? (title || say('Places'))}>
        {title && <p className="cy-sidebar-title">{title}</p>}
        <ul className="cy-sidebar-list">
          {places.map(place => (
            <li key={place.id}>
              <AriaButton
                className="cy-sidebar-item"
                isDisabled={place.disabled || props.readOnly === true}
                {...(place.value === chosen ? { 'aria-current': 'page' as const } : {})}
                onPress={() => (props.onChange ? props.onChange({ value: place.value as Json }) : setOwn(place.value))}
              >
                {place.icon && <Icon name={place.icon} />}
                <span className="cy-sidebar-label">{place.label}</span>
                {place.badge && <span className="cy-tab-badge">{place.badge}</span>}
              </AriaButton>
            </li>
          ))}
        </ul>
      </nav>
      <div className="cy-sidebar-main">{props.children}</div>
    </div>
  )
}
