import { createContext, use } from 'react'

/** The element of the app's own root in which everything that floats is drawn; null before it is mounted. */
export const PortalContext = createContext<HTMLElement | null>(null)

/**
 * Where dialogs, menus and popovers go: inside the app's root, so that no app can cover another, or the
 * desktop (S16). Outside any root it is null, and React Aria falls back to the body.
 */
export function usePortalContainer(): HTMLElement | null {
  return use(PortalContext)
}
