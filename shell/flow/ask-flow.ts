import { effect } from '@preact/signals-core'
import type { Desk } from '../desktop/desk.ts'

/** An app is about to send what it has from somewhere to somewhere else (S28). */
export interface FlowQuestion {
  /** The app's, as the desktop shows it. */
  readonly name: string
  /** All of them lead to one place. */
  readonly flows: readonly string[]
}

/** Puts the question before the person once nothing else stands open over the desktop; aborting the signal takes it away, as a no. */
export function askFlow(desk: Pick<Desk, 'panel' | 'approvals' | 'showPanel' | 'closePanel'>, question: FlowQuestion, signal: AbortSignal): Promise<boolean> {
  return new Promise(resolve => {
    let shown = false
    let over = false
    const answer = (yes: boolean) => {
      if (over) return
      over = true
      signal.removeEventListener('abort', cancel)
      queueMicrotask(() => stop())
      resolve(yes)
    }
    const cancel = () => {
      const open = desk.panel.peek()
      if (shown && open?.kind === 'flow' && open.answer === answer) desk.closePanel()
      answer(false)
    }
    const stop = effect(() => {
      if (over || shown || desk.panel.value !== null || desk.approvals.current.value !== null) return
      shown = true
      queueMicrotask(() => {
        if (!over) desk.showPanel({ kind: 'flow', question, answer })
      })
    })
    if (signal.aborted) cancel()
    else signal.addEventListener('abort', cancel)
  })
}
