import { effect } from '@preact/signals-core'
import type { Desk } from '../desktop/desk.ts'
import type { HandoverQuestion } from './handover.ts'

/**
 * Puts the question before the person once nothing else stands open over the desktop. Gives the receiver that they
 * picked, null for a no; aborting the signal takes the question away.
 */
export function askHandover(desk: Desk, question: HandoverQuestion, signal: AbortSignal): Promise<string | null> {
  return new Promise(resolve => {
    let shown = false
    let answered = false
    const settle = (picked: string | null) => {
      if (answered) return
      answered = true
      queueMicrotask(stop)
      signal.removeEventListener('abort', cancel)
      resolve(picked)
    }
    const answer = (picked: string | false) => settle(picked === false ? null : picked)
    const cancel = () => {
      const open = desk.panel.peek()
      if (shown && open?.kind === 'handover' && open.answer === answer) desk.closePanel()
      settle(null)
    }
    const stop = effect(() => {
      if (answered || shown || desk.panel.value !== null || desk.approvals.current.value !== null) return
      shown = true
      queueMicrotask(() => {
        if (!answered) desk.showPanel({ kind: 'handover', question, answer })
      })
    })
    if (signal.aborted) cancel()
    else signal.addEventListener('abort', cancel)
  })
}
