import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import type { IconButtonProps } from '../../schema/generated/props.ts'
import { Icon } from '../Icon/Icon.tsx'
import { rootProps } from '../root-props.ts'
import { textOf } from '../text-of.ts'
import '../Button/Button.css'
import './IconButton.css'

/** A button that shows only an icon; its label is read out, and shown on hover and focus. */
export function IconButton(props: IconButtonProps<ReactNode>): ReactNode {
  const { icon, variant, tone, size, disabled, onPress } = props
  const label = textOf(props.label)
  return (
    <AriaButton
      {...rootProps({ ...props, tip: props.tip ?? label }, 'cy-button cy-icon-button')}
      data-variant={variant ?? 'quiet'}
      data-tone={tone}
      data-size={size ?? 'm'}
      aria-label={props.ariaLabel ?? label}
      isDisabled={disabled === true}
      onPress={() => onPress?.()}
    >
      <Icon name={icon} size={size === 's' ? 's' : size === 'xl' ? 'l' : 'm'} />
    </AriaButton>
  )
}
