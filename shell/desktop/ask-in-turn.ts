import { effect } from '@preact/signals-core'
import type { Desk, Panel } from './desk.ts'

/**
 * Puts a question before the person once nothing else stands open over the desktop. Gives what they answered, or `no`
 * where aborting the signal takes the question away.
 */
export function askInTurn<A>(
  desk: Pick<Desk, 'panel' | 'approvals' | 'showPanel' | 'closePanel'>,
  panelFor: (answer: (given: A) => void) => Panel,
  no: A,
  signal: AbortSignal,
): Promise<A> {
  return new Promise(resolve => {
    let panel: Panel | null = null
    let over = false
    const answer = (given: A) => {
      if (over) return
      over = true
      signal.removeEventListener('abort', cancel)
      queueMicrotask(() => stop())
      resolve(given)
    }
    const cancel = () => {
      if (panel !== null && desk.panel.peek() === panel) desk.closePanel()
      answer(no)
    }
    const stop = effect(() => {
      if (over || panel !== null || desk.panel.value !== null || desk.approvals.current.value !== null) return
      const next = panelFor(answer)
      panel = next
      queueMicrotask(() => {
        if (!over) desk.showPanel(next)
      })
    })
    if (signal.aborted) cancel()
    else signal.addEventListener('abort', cancel)
  })
}
