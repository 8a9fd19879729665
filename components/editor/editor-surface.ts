import type { RefObject } from 'react'
import type { TextEdit, TextSpan } from './text-edit.ts'

export type EditorLanguage = 'json' | 'markdown' | 'text' | 'javascript' | 'python' | 'sql' | 'html' | 'css'

/** What can be asked of the place where the text is edited. */
export interface EditorHandle {
  text(): string
  selection(): TextSpan
  /** Makes the change as one of the person's, and takes the focus. */
  edit(edit: TextEdit): void
}

/** What both surfaces, the plain field and the editor that is loaded later, are given. */
export interface EditorSurfaceProps {
  readonly value: string
  readonly onValue: (value: string) => void
  readonly language: EditorLanguage
  /** Long lines go on below; without it they are scrolled to. */
  readonly wrap: boolean
  readonly lineNumbers: boolean
  readonly rows: number
  readonly placeholder: string
  /** Ids. */
  readonly labelledBy: string
  readonly describedBy: string | undefined
  readonly required: boolean
  readonly invalid: boolean
  readonly disabled: boolean
  readonly readOnly: boolean
  readonly handle: RefObject<EditorHandle | null>
  /** Keys with mod, by their letter: `b` for bold. */
  readonly shortcuts: ReadonlyMap<string, () => void>
  /** The selection to begin with, and the focus with it; null where the focus is elsewhere. */
  readonly start: TextSpan | null
}
