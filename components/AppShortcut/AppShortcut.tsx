import { type ReactNode, use } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import type { AppShortcutProps } from '../../schema/generated/props.ts'
import { AppOpenerContext } from '../app-opener.ts'
import { Icon } from '../Icon/Icon.tsx'
import { rootProps } from '../root-props.ts'
import { textOf } from '../text-of.ts'
import { useSay } from '../words/say.ts'
import './AppShortcut.css'

/** Opens another app of the desktop, by a press and with nothing handed over (S59). Where there is no such app it says so and cannot be pressed. */
export function AppShortcut(props: AppShortcutProps<ReactNode>): ReactNode {
  const say = useSay()
  const opener = use(AppOpenerContext)
  const name = textOf(props.app).trim()
  const found = opener && name !== '' ? opener(name) : null
  const label = textOf(props.label) || name
  const note = found ? null : say(opener ? 'No app of this name here' : 'Opens on the desktop')
  return (
    <AriaButton
      {...rootProps(props, 'cy-app-shortcut')}
      {...(props.ariaLabel ? { 'aria-label': props.ariaLabel } : {})}
      isDisabled={!found}
      onPress={() => found?.open()}
    >
      <span className="cy-app-shortcut-mark">
        <Icon name={props.icon ?? found?.icon ?? 'app-window'} size="l" />
      </span>
      <span className="cy-app-shortcut-words">
        <span className="cy-app-shortcut-label">{label}</span>
        {note ? <span className="cy-app-shortcut-note">{note}</span> : label !== name && <span className="cy-app-shortcut-note">{name}</span>}
      </span>
      {found && <Icon name="arrow-up-right" size="s" />}
    </AriaButton>
  )
}
