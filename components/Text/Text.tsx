import type { CSSProperties, ReactNode } from 'react'
import type { TextProps } from '../../schema/generated/props.ts'
import { rootProps } from '../root-props.ts'
import { textOf } from '../text-of.ts'
import './Text.css'

/** A paragraph or a few words. Line breaks in the text are kept. */
export function Text(props: TextProps<ReactNode>): ReactNode {
  const { text, size, tone, weight, align, font, lines, strike } = props
  const clamp = typeof lines === 'number' && lines >= 1 ? Math.floor(lines) : null
  const words = textOf(text)
  return (
    <p
      {...rootProps(props, 'cy-text', clamp === null ? undefined : ({ '--lines': clamp } as CSSProperties))}
      data-size={size ?? 'm'}
      data-tone={tone}
      data-weight={weight}
      data-align={align}
      data-font={font}
      data-lines={clamp === null ? undefined : ''}
      data-strike={strike ? '' : undefined}
    >
      {props.ariaLabel ? (
        <>
          <span aria-hidden="true">{words}</span>
          <span className="cy-hidden">{props.ariaLabel}</span>
        </>
      ) : (
        words
      )}
    </p>
  )
}
