import { createContext } from 'react'

/** Copies a text for the person; given by whoever shows the app. Null where nothing can be copied: then no button offers it. */
export const ClipboardContext = createContext<((text: string) => Promise<void>) | null>(null)
