import type { ReactNode } from 'react'
import type { DividerProps } from '../../schema/generated/props.ts'
import { rootProps } from '../root-props.ts'
import { textOf } from '../text-of.ts'
import './Divider.css'

/** A thin line between parts, with a word in it if there is one; in a Row it stands upright. */
export function Divider(props: DividerProps<ReactNode>): ReactNode {
  const label = textOf(props.label)
  return (
    // biome-ignore lint/a11y/useSemanticElements: an hr holds no word
    <div {...rootProps(props, 'cy-divider')} role="separator" aria-label={label || undefined}>
      {label && <span>{label}</span>}
    </div>
  )
}
