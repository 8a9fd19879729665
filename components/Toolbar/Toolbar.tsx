import type { ReactNode } from 'react'
import { Toolbar as AriaToolbar } from 'react-aria-components/Toolbar'
import type { ToolbarProps } from '../../schema/generated/props.ts'
import { rootProps } from '../root-props.ts'
import { textOf } from '../text-of.ts'
import { useSay } from '../words/say.ts'
import './Toolbar.css'

/** Buttons and fields in one bar, moved through with the arrow keys. */
export function Toolbar(props: ToolbarProps<ReactNode>): ReactNode {
  const say = useSay()
  return (
    <AriaToolbar {...rootProps(props, 'cy-toolbar')} aria-label={props.ariaLabel ?? (textOf(props.label) || say('Tools'))}>
      {props.children}
    </AriaToolbar>
  )
}
