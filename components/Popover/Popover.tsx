import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Dialog as AriaDialog, DialogTrigger } from 'react-aria-components/Dialog'
import type { PopoverProps } from '../../schema/generated/props.ts'
import { Icon } from '../Icon/Icon.tsx'
import { AppPopover } from '../overlay/AppPopover.tsx'
import { rootProps } from '../root-props.ts'
import { textOf } from '../text-of.ts'
import '../Button/Button.css'
import '../Menu/Menu.css'
import './Popover.css'

/** A button that shows more in a small sheet beside it. */
export function Popover(props: PopoverProps<ReactNode>): ReactNode {
  const label = textOf(props.label)
  return (
    <DialogTrigger>
      <AriaButton {...rootProps(props, 'cy-button')} data-variant="secondary" {...(props.ariaLabel ? { 'aria-label': props.ariaLabel } : {})}>
        {props.icon && <Icon name={props.icon} />}
        <span className="cy-button-label">{label}</span>
        <Icon name="chevron-down" size="s" />
      </AriaButton>
      <AppPopover className="cy-popover cy-popover-sheet" placement="bottom start">
        <AriaDialog className="cy-popover-body" aria-label={label}>
          {props.children}
        </AriaDialog>
      </AppPopover>
    </DialogTrigger>
  )
}
