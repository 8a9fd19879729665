import { askInTurn } from '../desktop/ask-in-turn.ts'
import type { Desk } from '../desktop/desk.ts'

/** An app is about to send what it has from somewhere to somewhere else (S28). */
export interface FlowQuestion {
  /** The app's, as the desktop shows it. */
  readonly name: string
  /** All of them lead to one place. */
  readonly flows: readonly string[]
}

/** Puts the question before the person in its turn; aborting the signal takes it away, as a no. */
export function askFlow(desk: Pick<Desk, 'panel' | 'approvals' | 'showPanel' | 'closePanel'>, question: FlowQuestion, signal: AbortSignal): Promise<boolean> {
  return askInTurn<boolean>(desk, answer => ({ kind: 'flow', question, answer }), false, signal)
}
