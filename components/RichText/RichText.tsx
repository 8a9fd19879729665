import type { ReactNode } from 'react'
import type { RichTextProps } from '../../schema/generated/props.ts'
import { asList, isRecord } from '../read-field.ts'
import { rootProps } from '../root-props.ts'
import { textOf } from '../text-of.ts'
import './RichText.css'

/** One paragraph of pieces with looks of their own. */
export function RichText(props: RichTextProps<ReactNode>) {
  return (
    <p {...rootProps(props, 'cy-rich')}>
      {asList(props.spans)
        .filter(isRecord)
        .map((span, index) => {
          // What was crossed out is said to be so, not only drawn.
          const Piece = span.strike === true ? 's' : 'span'
          return (
            <Piece
              key={index}
              data-tone={textOf(span.tone) || undefined}
              data-weight={textOf(span.weight) || undefined}
              data-size={textOf(span.size) || undefined}
              data-underline={span.underline === true || undefined}
            >
              {textOf(span.text)}
            </Piece>
          )
        })}
    </p>
  )
}
