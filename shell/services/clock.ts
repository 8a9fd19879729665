import type { Clock } from '../../engine/ports.ts'

/** A timer never waits longer than this in one piece: browsers overflow at 2³¹ ms. */
const longestWait = 2_000_000_000

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    const due = Date.now() + ms
    let timer: ReturnType<typeof setTimeout>
    const wait = () => {
      const rest = due - Date.now()
      timer = rest > longestWait ? setTimeout(wait, longestWait) : setTimeout(run, Math.max(0, rest))
    }
    wait()
    return () => clearTimeout(timer)
  },
}
