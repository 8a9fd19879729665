import { createContext, type MouseEvent, use } from 'react'

/**
 * Opens an address for the person; given by whoever shows the app. True where it takes care of it: the browser is
 * not to follow the link then. An address that the app's author wrote as it stands carries nothing, and may be left
 * to the browser; one that was computed is shown whole first (S56).
 */
export type LinkOpener = (href: string) => boolean

/** Null where nobody stands between a link and the browser. */
export const LinkOpenerContext = createContext<LinkOpener | null>(null)

/** What a link to `href` does with a press, by whichever button. */
export function useLinkPress(): (href: string) => {
  readonly onClick: (event: MouseEvent) => void
  readonly onAuxClick: (event: MouseEvent) => void
} {
  const open = use(LinkOpenerContext)
  return href => {
    const press = (event: MouseEvent) => {
      if (!event.defaultPrevented && open?.(href)) event.preventDefault()
    }
    // The third button opens the browser's own menu, which shows the address.
    return { onClick: press, onAuxClick: event => event.button === 1 && press(event) }
  }
}
