import { ExternalLink } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { placeWords } from '../flow/place-words.ts'
import { useDesk } from './desk-context.ts'
import { ShellDialog } from './ShellDialog.tsx'
import './LinkDialog.css'
import { YourMark } from '../mark/YourMark.tsx'

/** The whole of an address that an app computed, before anything is asked of it: what it carries, and to whom (S56). */
export function LinkDialog({ name, href, labels }: { readonly name: string; readonly href: string; readonly labels: readonly string[] }): ReactNode {
  const desk = useDesk()
  const [copied, setCopied] = useState<string | null>(null)
  const { before, host, after } = partsOf(href)
  const words = placeWords(instance => desk.apps.peek().find(app => app.instance === instance)?.name ?? null, null)
  return (
    <ShellDialog title={titleOf(name, href, host)} size="s" asks onClose={() => desk.closePanel()}>
      <div className="ui-dialog-body">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: an address may be long, and what scrolls must be reachable by key */}
        <p className="link-address" dir="ltr" tabIndex={0}>
          {before}
          <strong>{host}</strong>
          {after}
        </p>
        {labels.length === 0 ? null : (
          <p>
            It may carry what the app has from <strong>{new Intl.ListFormat('en').format(labels.map(words))}</strong>.
          </p>
        )}
        <p className="ui-note" role="status">
          {copied ?? 'The app made this address. Whoever it leads to gets all of it.'}
        </p>
      </div>
      <footer className="ui-dialog-foot">
        <YourMark />
        <button type="button" data-focus-first className="ui-button" onClick={() => desk.closePanel()}>
          Cancel
        </button>
        <button
          type="button"
          className="ui-button"
          onClick={() =>
            navigator.clipboard.writeText(href).then(
              () => setCopied('The address was copied.'),
              () => setCopied('The browser did not let it be copied. Select the address and copy it by hand.'),
            )
          }
        >
          Copy
        </button>
        <a
          className="ui-button"
          data-kind="primary"
          href={href}
          target="_blank"
          rel="noopener noreferrer"
          referrerPolicy="no-referrer"
          onClick={() => desk.closePanel()}
        >
          Open
          <ExternalLink size={14} strokeWidth={1.5} aria-hidden="true" />
        </a>
      </footer>
    </ShellDialog>
  )
}

function titleOf(name: string, href: string, host: string): string {
  if (href.startsWith('mailto:')) return `${name}: write to ${host}`
  if (href.startsWith('tel:')) return `${name}: call ${host}`
  return `${name} leads to ${host}`
}

/** Whom an address leads to, and what stands round that. `href` is as the URL standard writes it. */
export function partsOf(href: string): { readonly before: string; readonly host: string; readonly after: string } {
  const { host, pathname, protocol } = new URL(href)
  const whom = host === '' ? pathname : host
  const at = href.indexOf(whom, protocol.length)
  return { before: href.slice(0, at), host: whom, after: href.slice(at + whom.length) }
}
