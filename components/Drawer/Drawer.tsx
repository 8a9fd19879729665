import type { ReactNode } from 'react'
import type { DrawerProps } from '../../schema/generated/props.ts'
import { ModalLayer } from '../overlay/ModalLayer.tsx'
import { rootProps } from '../root-props.ts'
import { textOf } from '../text-of.ts'

/** A sheet at the app's side, over it until it is closed. `open` alone says whether it is there. */
export function Drawer(props: DrawerProps<ReactNode>): ReactNode {
  if (props.open !== true) return null
  return (
    <ModalLayer
      root={rootProps(props, 'cy-drawer')}
      title={textOf(props.title)}
      side={props.side ?? 'end'}
      actions={props.actions}
      onClose={() => props.onClose?.()}
    >
      {props.children}
    </ModalLayer>
  )
}
