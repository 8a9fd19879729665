import { createContext } from 'react'

/** An app that is on the desktop. */
export interface OpenableApp {
  /** A lucide name or an emoji. */
  readonly icon: string | null
  open(): void
}

/**
 * Finds the installed app of a name; given by whoever shows the app in a window of the desktop. What the app itself
 * says goes no further than this name: nothing is handed to the app that opens (S59).
 */
export type AppOpener = (name: string) => OpenableApp | null

/** Null where there is no desktop around the app: nothing can be opened. */
export const AppOpenerContext = createContext<AppOpener | null>(null)
