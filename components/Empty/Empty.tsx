import type { ReactNode } from 'react'
import type { EmptyProps } from '../../schema/generated/props.ts'
import { Icon } from '../Icon/Icon.tsx'
import { Illustration } from '../illustration/Illustration.tsx'
import { isIllustration } from '../illustration/illustration-names.ts'
import { rootProps } from '../root-props.ts'
import { textOf } from '../text-of.ts'
import './Empty.css'

/** Says that there is nothing here yet, and what to do. */
export function Empty(props: EmptyProps<ReactNode>): ReactNode {
  const about = textOf(props.about)
  return (
    <div {...rootProps(props, 'cy-empty')}>
      {isIllustration(props.illustration) ? (
        <Illustration name={props.illustration} />
      ) : props.icon ? (
        <span className="cy-empty-mark">
          <Icon name={props.icon} size="l" />
        </span>
      ) : null}
      <p className="cy-empty-text">{textOf(props.text)}</p>
      {about && <p className="cy-empty-about">{about}</p>}
      {props.action && <div className="cy-empty-action">{props.action}</div>}
    </div>
  )
}
