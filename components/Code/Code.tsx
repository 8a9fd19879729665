import { type ReactNode, use, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import type { CodeProps } from '../../schema/generated/props.ts'
import { ClipboardContext } from '../clipboard.ts'
import { Icon } from '../Icon/Icon.tsx'
import { rootProps } from '../root-props.ts'
import { textOf } from '../text-of.ts'
import { useSay } from '../words/say.ts'
import './Code.css'

/** Program text or any text whose spaces matter. Its copy button is there only where something can be copied. */
export function Code(props: CodeProps<ReactNode>): ReactNode {
  const say = useSay()
  const text = textOf(props.text)
  const copy = use(ClipboardContext)
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no')
  const offersCopy = props.copy === true && copy !== null
  return (
    <div {...rootProps(props, 'cy-code')}>
      {(props.language || offersCopy) && (
        <div className="cy-code-bar">
          <span>{textOf(props.language)}</span>
          {offersCopy && (
            <AriaButton
              className="cy-code-copy"
              onPress={() =>
                copy(text).then(
                  () => setCopied('yes'),
                  () => setCopied('failed'),
                )
              }
              onBlur={() => setCopied('no')}
            >
              <Icon name={copied === 'yes' ? 'check' : copied === 'failed' ? 'x' : 'copy'} size="s" />
              <span aria-live="polite">{say(copied === 'yes' ? 'Copied' : copied === 'failed' ? 'Not copied' : 'Copy')}</span>
            </AriaButton>
          )}
        </div>
      )}
      {/* biome-ignore-start lint/a11y: what scrolls must be reachable by keyboard, and named */}
      <pre className="cy-code-text" tabIndex={0} aria-label={props.ariaLabel ?? say('Code')} role="group">
        <code>{text}</code>
      </pre>
      {/* biome-ignore-end lint/a11y: see above */}
    </div>
  )
}
