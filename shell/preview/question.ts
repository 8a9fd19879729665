import type { ConfirmQuestion } from '../session/session.ts'

/** What the page asks the person for the app: its own `confirm`, or a sensitive capability, which is asked for at each use. */
export interface Question {
  readonly words: ConfirmQuestion | null
  readonly capability: string | null
  readonly answer: (yes: boolean) => void
}
