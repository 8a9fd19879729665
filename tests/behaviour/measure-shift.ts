/** How much of an app is pushed about while it streams in, as the browser itself measures it. */
import type { Page } from 'playwright'
import type { Shift } from './stage/main.tsx'

/** Characters that arrive between two frames: 1,200 a second, some 300 tokens, at 60 frames. Slower is gentler. */
export const STEP = 20

/** What a visit may be shifted in all, for it to be called good. */
export const BAR = 0.1

/** Streams a document into the window of `page`. */
export function measureShift(page: Page, text: string, step = STEP): Promise<Shift> {
  return page.evaluate(given => window.stage.stream(given.text, given.step), { text, step })
}
