import type { Page } from 'playwright'

/** What a page's animation looked like while something went on. */
export interface Frames {
  readonly count: number
  /** Milliseconds of each frame that took more than 50. */
  readonly slow: readonly number[]
  /** Milliseconds that the page's main thread worked, and how long it was watched. */
  readonly worked: number
  readonly watched: number
}

/**
 * Counts the frames of a page from one `requestAnimationFrame` to the next while `work` goes on and for `after` ms more.
 * All windows share them: what blocks in one shows here, and so does what else the machine has to do.
 */
export async function framesDuring(page: Page, work: () => Promise<void>, after = 1_500): Promise<Frames> {
  const session = await page.context().newCDPSession(page)
  // The thread's own time, in which nothing else on the machine counts.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const workedSoFar = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0)
  }
  const [begun, before] = [Date.now(), await workedSoFar()]
  await page.evaluate(() => {
    const deltas: number[] = []
    let last = performance.now()
    let frame = 0
    const next = (now: number) => {
      deltas.push(now - last)
      last = now
      frame = requestAnimationFrame(next)
    }
    frame = requestAnimationFrame(next)
    Object.assign(window, {
      endFrames() {
        cancelAnimationFrame(frame)
        return deltas
      },
    })
  })
  await work()
  await page.waitForTimeout(after)
  const deltas = await page.evaluate(() => (window as unknown as { endFrames(): number[] }).endFrames())
  const worked = (await workedSoFar()) - before
  await session.detach()
  return { count: deltas.length, slow: deltas.filter(delta => delta > 50).map(Math.round), worked, watched: Date.now() - begun }
}

export function printFrames(what: string, { count, slow, worked, watched }: Frames): void {
  const long = slow.length > 0 ? ` (${slow.slice(0, 20).join(', ')})` : ''
  console.info(`${what}: ${count} frames, ${slow.length} over 50 ms${long}; the main thread worked ${Math.round(worked)} ms of ${watched}`)
}
