import type { ReactNode } from 'react'
import type { DialogProps } from '../../schema/generated/props.ts'
import { ModalLayer } from '../overlay/ModalLayer.tsx'
import { rootProps } from '../root-props.ts'
import { textOf } from '../text-of.ts'

/** Asks or shows something over the app until it is closed. `open` alone says whether it is there. */
export function Dialog(props: DialogProps<ReactNode>): ReactNode {
  if (props.open !== true) return null
  return (
    <ModalLayer
      root={rootProps(props, 'cy-dialog')}
      title={textOf(props.title)}
      size={props.size ?? 'm'}
      actions={props.actions}
      onClose={() => props.onClose?.()}
    >
      {props.children}
    </ModalLayer>
  )
}
