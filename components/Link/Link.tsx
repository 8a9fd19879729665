import type { ReactNode } from 'react'
import type { LinkProps } from '../../schema/generated/props.ts'
import { useLinkPress } from '../link-opener.ts'
import { rootProps } from '../root-props.ts'
import { hostOf, safeHref } from '../safe-url.ts'
import { textOf } from '../text-of.ts'
import './Link.css'

/** Opens a web page, a mail or a call in a new tab, a computed address by way of whoever shows the app. A refused address leaves the text without a link. */
export function Link(props: LinkProps<ReactNode>): ReactNode {
  const press = useLinkPress()
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
      {...press(href)}
    >
      {text || hostOf(href)}
    </a>
  )
}
