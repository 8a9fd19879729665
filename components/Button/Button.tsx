import type { ReactNode } from 'react'
import { useLongPress } from 'react-aria/useLongPress'
import { Button as AriaButton } from 'react-aria-components/Button'
import type { ButtonProps } from '../../schema/generated/props.ts'
import { useFormSubmit } from '../Form/form-context.ts'
import { Icon } from '../Icon/Icon.tsx'
import { rootProps } from '../root-props.ts'
import { SpinnerMark } from '../Spinner/Spinner.tsx'
import { textOf } from '../text-of.ts'
import './Button.css'

/**
 * Does something when pressed. With `submit` it submits the form around it, after its own steps.
 * The question of `confirm` is asked before `onPress` is called, by whoever computes the properties.
 */
export function Button(props: ButtonProps<ReactNode>): ReactNode {
  const { icon, variant, tone, size, loading, disabled, submit, full, onPress, onLongPress, onSecondaryPress } = props
  const submitForm = useFormSubmit()
  const label = textOf(props.label)
  const { longPressProps } = useLongPress({
    isDisabled: !onLongPress || disabled === true || loading === true,
    onLongPress: () => onLongPress?.(),
  })
  const { onKeyDown: _down, onKeyUp: _up, ...holdProps } = longPressProps
  return (
    <AriaButton
      {...rootProps(props, 'cy-button')}
      {...(onLongPress ? (holdProps as object) : {})}
      data-variant={variant ?? 'secondary'}
      data-tone={tone}
      data-size={size ?? 'm'}
      data-full={full ? '' : undefined}
      data-loading={loading ? '' : undefined}
      data-icon-only={icon && !label ? '' : undefined}
      {...(props.ariaLabel ? { 'aria-label': props.ariaLabel } : {})}
      isDisabled={disabled === true}
      isPending={loading === true}
      onPress={() => {
        onPress?.()
        if (submit) submitForm?.()
      }}
      onContextMenu={event => {
        if (!onSecondaryPress && !onLongPress) return
        event.preventDefault()
        // On a touch screen a hold asks for the menu too: where there are steps for a hold, those are meant.
        const held = onLongPress && (event.nativeEvent as PointerEvent).pointerType === 'touch'
        if (!held && !disabled && !loading) onSecondaryPress?.()
      }}
    >
      {loading ? <SpinnerMark /> : icon ? <Icon name={icon} size={size === 's' ? 's' : 'm'} /> : null}
      {label && <span className="cy-button-label">{label}</span>}
    </AriaButton>
  )
}
