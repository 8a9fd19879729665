import { type ReactNode, use } from 'react'
import type { KbdProps } from '../../schema/generated/props.ts'
import { PlatformContext } from '../platform.ts'
import { rootProps } from '../root-props.ts'
import { textOf } from '../text-of.ts'
import { lettersOf } from './key-letters.ts'
import './Kbd.css'

/** Keys to press, each as a key cap. */
export function Kbd(props: KbdProps<ReactNode>): ReactNode {
  const platform = use(PlatformContext)
  return (
    <kbd {...rootProps(props, 'cy-kbd')}>
      {lettersOf(textOf(props.keys), platform).map((letters, index) => (
        <kbd key={index} className="cy-kbd-key">
          {letters}
        </kbd>
      ))}
    </kbd>
  )
}
