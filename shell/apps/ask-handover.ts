import { askInTurn } from '../desktop/ask-in-turn.ts'
import type { Desk } from '../desktop/desk.ts'
import type { HandoverQuestion } from './handover.ts'

/** Puts the question before the person in its turn. Gives the receiver that they picked, null for a no; aborting the signal takes the question away. */
export async function askHandover(desk: Desk, question: HandoverQuestion, signal: AbortSignal): Promise<string | null> {
  const picked = await askInTurn<string | false>(desk, answer => ({ kind: 'handover', question, answer }), false, signal)
  return picked === false ? null : picked
}
