import { lazy, type ReactNode, Suspense } from 'react'
import type { MarkdownProps } from '../../schema/generated/props.ts'
import { groupName, rootProps } from '../root-props.ts'
import { textOf } from '../text-of.ts'
import { canReadMarkdown } from './can-read.ts'
import './Markdown.css'

const MarkdownText = lazy(async () => ({ default: (await import('./MarkdownText.tsx')).MarkdownText }))

/** Text in Markdown. Until its reader has loaded, and where reading would take too long, the text is shown as it was written. */
export function Markdown(props: MarkdownProps<ReactNode>): ReactNode {
  const text = textOf(props.text)
  return (
    <div {...rootProps(props, 'cy-markdown')} {...groupName(props)}>
      {canReadMarkdown(text) ? (
        <Suspense
          fallback={
            <p className="cy-markdown-raw" data-tests-wait="">
              {text}
            </p>
          }
        >
          <MarkdownText text={text} onLink={props.onLink} />
        </Suspense>
      ) : (
        <p className="cy-markdown-raw">{text}</p>
      )}
    </div>
  )
}
