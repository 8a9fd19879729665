export interface ToastAction {
  readonly label: string
  readonly run: () => void
}

/** A passing message on the screen. */
export interface ShownToast {
  readonly id: number
  /** The app that says it; null for whoever shows it. */
  readonly from: string | null
  readonly text: string
  readonly tone: string
  readonly undo: (() => void) | null
  /** It stands until it is dismissed, with a line that says why it is here and what can be done. */
  readonly stays?: {
    readonly note: string
    readonly actions: readonly ToastAction[]
    /** Another one with the same tag takes its place. */
    readonly tag: string | null
  }
}
