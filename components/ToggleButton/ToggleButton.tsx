import { type ReactNode, useState } from 'react'
import { ToggleButton as AriaToggleButton } from 'react-aria-components/ToggleButton'
import type { ToggleButtonProps } from '../../schema/generated/props.ts'
import { Icon } from '../Icon/Icon.tsx'
import { rootProps } from '../root-props.ts'
import { textOf } from '../text-of.ts'
import '../Button/Button.css'
import './ToggleButton.css'

/** A button that stays pressed: something is on or off. */
export function ToggleButton(props: ToggleButtonProps<ReactNode>): ReactNode {
  const { icon, size, disabled, readOnly, onChange } = props
  const [own, setOwn] = useState(false)
  const label = textOf(props.label)
  const bare = props.hideLabel === true && Boolean(icon)
  return (
    <AriaToggleButton
      {...rootProps({ ...props, tip: props.tip ?? (bare ? label : undefined) }, bare ? 'cy-button cy-icon-button cy-toggle' : 'cy-button cy-toggle')}
      data-variant="secondary"
      data-size={size ?? 'm'}
      {...(bare || props.ariaLabel ? { 'aria-label': props.ariaLabel ?? label } : {})}
      isSelected={onChange ? props.value === true : own}
      isDisabled={disabled === true || readOnly === true}
      onChange={value => (onChange ? onChange({ value }) : setOwn(value))}
    >
      {icon && <Icon name={icon} size={size === 's' ? 's' : 'm'} />}
      {!bare && <span className="cy-button-label">{label}</span>}
    </AriaToggleButton>
  )
}
