import { createContext } from 'react'

/** What became of the wish to frame a page. */
export type FrameAnswer =
  /** The desktop's own page that frames the one that was asked for (S57). */
  | { readonly address: string }
  /** Why it is not shown, and what can be done. */
  | { readonly refused: string }

/** Lets an app frame pages of the web; given by whoever shows the app. Another one whenever what the app may do has changed. */
export interface FrameHost {
  /** Looks the live grant up; never rejects. */
  open(url: string): Promise<FrameAnswer>
  /** Names the host in the window's own bar; gives what takes it away again. */
  show(host: string): () => void
}

/** Null where no page is framed: in previews, stories, and drawings that are not live. */
export const FrameHostContext = createContext<FrameHost | null>(null)
