import type { ReactNode } from 'react'
import ReactMarkdown, { type Components, type ExtraProps } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { type HeadingLevel, useHeadingLevel } from '../heading-level.ts'
import { Image } from '../Image/Image.tsx'
import { useLinkPress } from '../link-opener.ts'
import { hostOf, safeHref } from '../safe-url.ts'
import { useSay } from '../words/say.ts'

const plugins = [remarkGfm]

/**
 * Markdown as React elements. HTML in the text is text; links and images go through the same gates as those of
 * Link and Image. Headings nest below the title of what they stand in.
 */
export function MarkdownText({ text, onLink }: { text: string; onLink: ((event: { readonly href: string }) => void) | undefined }): ReactNode {
  const say = useSay()
  const press = useLinkPress()
  const [top] = useHeadingLevel()
  const heading = (depth: number, children: ReactNode): ReactNode => {
    const Title = `h${Math.min(6, top + depth - 1) as HeadingLevel}` as const
    return <Title data-level={Math.min(4, depth)}>{children}</Title>
  }
  const components: Components = {
    a: ({ href, children }) => {
      const safe = safeHref(href)
      if (safe === null) return <span>{children}</span>
      return (
        <a
          className="cy-link"
          href={safe}
          target="_blank"
          rel="noopener noreferrer"
          referrerPolicy="no-referrer"
          data-tip={hostOf(safe)}
          {...press(safe)}
          {...(onLink && {
            onClick: event => {
              event.preventDefault()
              onLink({ href: safe })
            },
          })}
        >
          {children}
        </a>
      )
    },
    img: ({ src, alt }) => <Image src={typeof src === 'string' ? src : ''} alt={alt ?? ''} />,
    // A paragraph that holds a picture holds a block.
    p: ({ children, node }) => (holdsPicture(node) ? <div>{children}</div> : <p>{children}</p>),
    h1: ({ children }) => heading(1, children),
    h2: ({ children }) => heading(2, children),
    h3: ({ children }) => heading(3, children),
    h4: ({ children }) => heading(4, children),
    h5: ({ children }) => heading(5, children),
    h6: ({ children }) => heading(6, children),
    input: ({ checked }) => (
      <span className="cy-markdown-check" role="img" aria-label={say(checked ? 'Done' : 'Open')} data-checked={checked ? '' : undefined} />
    ),
    // Without the class that the text would name it by.
    code: ({ children }) => <code>{children}</code>,
    pre: ({ children }) => (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      <pre tabIndex={0}>{children}</pre>
    ),
    table: ({ children }) => (
      <div className="cy-markdown-table">
        <table>{children}</table>
      </div>
    ),
  }
  return (
    <ReactMarkdown remarkPlugins={plugins} components={components} urlTransform={address => address}>
      {text}
    </ReactMarkdown>
  )
}

type Element = NonNullable<ExtraProps['node']>

function holdsPicture(element: Element | undefined): boolean {
  return element?.children.some(child => child.type === 'element' && (child.tagName === 'img' || holdsPicture(child))) ?? false
}
