import type { AppObserver } from '../ports.ts'

const nothing = (): void => {}

/** Tells the observer, where there is one, that a handler began; gives what tells it that this one is over, and why it failed. */
export function noteEvent(observe: AppObserver | undefined, cause: number, what: string): (code: string | null) => void {
  if (!observe) return nothing
  const began = observe.now()
  observe.event(cause, what)
  return code => observe.end(cause, observe.now() - began, code)
}
