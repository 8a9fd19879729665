import { type ReactNode, useMemo } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import type { MenuProps } from '../../schema/generated/props.ts'
import type { Json } from '../../schema/json/json.ts'
import { mostInList, optionsToChoices } from '../field/options.ts'
import { Icon } from '../Icon/Icon.tsx'
import { AppPopover } from '../overlay/AppPopover.tsx'
import { rootProps } from '../root-props.ts'
import { textOf } from '../text-of.ts'
import { ItemWindow } from '../window/ItemWindow.tsx'
import { longList } from '../window/use-row-window.ts'
import '../Button/Button.css'
import './Menu.css'

interface Entry {
  readonly id: string
  readonly label: string
  readonly icon?: string | undefined
  readonly tone?: string | undefined
  readonly disabled: boolean
  run(): void
}

/** Icons that stand by themselves for "more", as on any other desktop. */
const meansMore: ReadonlySet<string> = new Set(['ellipsis', 'ellipsis-vertical'])

/** A button that opens a list of things to do, or of values to choose. */
export function Menu(props: MenuProps<ReactNode>): ReactNode {
  const { icon, variant } = props
  const { items, options, onChoose } = props
  const entries = useMemo(() => entriesOf({ items, options, onChoose }), [items, options, onChoose])
  const long = entries.length > longList
  const label = textOf(props.label)
  const bare = props.hideLabel ?? meansMore.has(icon ?? '')
  return (
    <MenuTrigger>
      <AriaButton
        {...rootProps(
          { ...props, tip: props.tip ?? (bare ? label : undefined) },
          bare ? 'cy-button cy-icon-button cy-menu-button' : 'cy-button cy-menu-button',
        )}
        data-variant={variant ?? 'secondary'}
        {...(bare || props.ariaLabel ? { 'aria-label': props.ariaLabel ?? label } : {})}
      >
        {(icon || bare) && <Icon name={icon ?? 'ellipsis'} />}
        {!bare && <span className="cy-button-label">{label}</span>}
        {!bare && <Icon name="chevron-down" size="s" />}
      </AriaButton>
      <AppPopover className="cy-popover" placement="bottom start">
        <ItemWindow long={long}>
          <AriaMenu
            className="cy-menu"
            data-long={long ? '' : undefined}
            aria-label={label}
            disabledKeys={entries.filter(entry => entry.disabled).map(entry => entry.id)}
            onAction={key => entries.find(entry => entry.id === key)?.run()}
            items={entries}
          >
            {entry => (
              <MenuItem id={entry.id} className="cy-menu-item" textValue={entry.label} data-tone={entry.tone}>
                {entry.icon && <Icon name={entry.icon} />}
                <span className="cy-menu-label">{entry.label}</span>
              </MenuItem>
            )}
          </AriaMenu>
        </ItemWindow>
      </AppPopover>
    </MenuTrigger>
  )
}

function entriesOf({ items, options, onChoose }: Pick<MenuProps<ReactNode>, 'items' | 'options' | 'onChoose'>): Entry[] {
  const things = (Array.isArray(items) ? items : []).filter(item => item !== null && typeof item === 'object')
  return [
    ...things.map((item, index) => ({
      id: `do:${index}`,
      label: textOf(item.label),
      icon: item.icon,
      tone: item.tone,
      disabled: item.disabled === true,
      run: () => item.do?.(),
    })),
    ...optionsToChoices(options, mostInList).map(choice => ({
      id: `choose:${choice.id}`,
      label: choice.label,
      icon: choice.icon,
      disabled: choice.disabled,
      run: () => onChoose?.({ value: choice.value as Json }),
    })),
  ]
}
