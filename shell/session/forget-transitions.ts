import { runAfterTransition } from 'react-aria/private/utils/runAfterTransition'

/** From a transition's beginning until what was taken away in its course is let go, ms. */
const patience = 2000

/**
 * Lets go of elements that were taken away in the course of a transition. React Aria keeps each element that it saw
 * begin one until it ends; it hears once that an element went, so one with two transitions stays for good, and with it
 * all that it stood in. It looks for such elements when somebody waits for transitions: this does, and is quiet on a
 * page where nothing moves.
 */
export function forgetTransitions(): void {
  let waiting = false
  let giveUp = () => {}
  document.addEventListener('transitionrun', () => {
    if (waiting) return
    waiting = true
    setTimeout(() => {
      waiting = false
      giveUp()
      giveUp = runAfterTransition(() => {})
    }, patience)
  })
}
