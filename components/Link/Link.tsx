import type { ReactNode } from 'react'
import type { LinkProps } from '../../schema/generated/props.ts'
import { rootProps } from '../root-props.ts'
import { hostOf, safeHref } from '../safe-url.ts'
import { textOf } from '../text-of.ts'
import './Link.css'

/** Opens a web page, a mail or a call in a new tab. A refused address leaves the text without a link. */
export function Link(props: LinkProps<ReactNode>): ReactNode {
  const href = safeHref(props.href)
  const text = textOf(props.text)
  if (href === null) return <span {...rootProps(props, 'cy-link')}>{text || textOf(props.href)}</span>
  return (
    <a
      {...rootProps({ ...props, tip: props.tip ?? hostOf(href) }, 'cy-link')}
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      referrerPolicy="no-referrer"
      aria-label={props.ariaLabel}
    >
      {text || hostOf(href)}
    </a>
  )
}
