import type { ReactNode } from 'react'
import ReactMarkdown, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { Image } from '../Image/Image.tsx'
import { hostOf, safeHref } from '../safe-url.ts'

const plugins = [remarkGfm]

/**
 * Markdown as React elements. HTML in the text is text; links and images go through the same gates as those of
 * Link and Image. Headings begin at the third level, below those of the app.
 */
export function MarkdownText({ text, onLink }: { text: string; onLink: ((event: { readonly href: string }) => void) | undefined }): ReactNode {
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
          onClick={event => {
            if (!onLink) return
            event.preventDefault()
            onLink({ href: safe })
          }}
        >
          {children}
        </a>
      )
    },
    img: ({ src, alt }) => <Image src={typeof src === 'string' ? src : ''} alt={alt ?? ''} />,
    // A paragraph that holds a picture holds a block.
    p: ({ children, node }) => (node?.children.some(child => child.type === 'element' && child.tagName === 'img') ? <div>{children}</div> : <p>{children}</p>),
    h1: ({ children }) => <h3 data-level="1">{children}</h3>,
    h2: ({ children }) => <h4 data-level="2">{children}</h4>,
    h3: ({ children }) => <h5 data-level="3">{children}</h5>,
    h4: ({ children }) => <h6 data-level="4">{children}</h6>,
    h5: ({ children }) => <h6 data-level="4">{children}</h6>,
    h6: ({ children }) => <h6 data-level="4">{children}</h6>,
    input: ({ checked }) => (
      <span className="cy-markdown-check" role="img" aria-label={checked ? 'Done' : 'Open'} data-checked={checked ? '' : undefined} />
    ),
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
