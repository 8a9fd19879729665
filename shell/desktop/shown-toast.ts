/** A passing message on the screen. */
export interface ShownToast {
  readonly id: number
  /** The app that says it; null for whoever shows it. */
  readonly from: string | null
  readonly text: string
  readonly tone: string
  readonly undo: (() => void) | null
}
