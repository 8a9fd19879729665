import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { RunReport } from './messages.ts'
import { runSelfTest } from './run-self-test.ts'

const two = { tests: [{ name: 'Counts' }, { name: 'Resets' }] }
const counts: RunReport = { verdict: { name: 'Counts', passed: true, virtualMs: 0, realMs: 1 } }
const frames = () => [...document.querySelectorAll('iframe')]
const never = new AbortController().signal

/** Stands for the page in the frame: gives what answers the run that was asked for. */
async function answerAs(frame: HTMLIFrameElement): Promise<(report: RunReport) => Promise<void>> {
  let port: MessagePort | undefined
  Object.defineProperty(frame, 'contentWindow', { value: { postMessage: (_: unknown, __: string, [given]: MessagePort[]) => (port = given) } })
  frame.dispatchEvent(new Event('load'))
  expect(port).toBeDefined()
  return async report => {
    port?.postMessage(report)
    await vi.advanceTimersByTimeAsync(0)
    await new Promise(resolve => setImmediate(resolve))
  }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible')
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('runSelfTest', () => {
  it('gives the verdict, and takes its frame away', async () => {
    const told: string[] = []
    const verdict = runSelfTest(two, never, ({ name }) => told.push(name))
    await vi.advanceTimersByTimeAsync(0)
    const [frame] = frames() as [HTMLIFrameElement]
    expect([frame.tabIndex, frame.getAttribute('aria-hidden'), frame.style.visibility]).toEqual([-1, 'true', 'hidden'])
    const report = await answerAs(frame)
    await report(counts)
    await report({ verdict: { name: 'Resets', passed: false, message: 'Step 1', virtualMs: 0, realMs: 1 } })
    await report({ end: 'all' })
    expect(await verdict).toEqual({ passed: 1, failed: [{ name: 'Resets', message: 'Step 1' }], finished: true })
    expect(told).toEqual(['Counts', 'Resets'])
    expect(frames()).toEqual([])
  })

  it('says what passed until time was up', async () => {
    const verdict = runSelfTest(two, never)
    await vi.advanceTimersByTimeAsync(0)
    const report = await answerAs(frames()[0]!)
    await report(counts)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await verdict).toEqual({ passed: 1, failed: [], finished: false })
    expect(frames()).toEqual([])
  })

  it('does not wait for ever for a frame that does not come', async () => {
    const verdict = runSelfTest(two, never)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await verdict).toEqual({ passed: 0, failed: [], finished: false })
    expect(frames()).toEqual([])
  })

  it('is called off', async () => {
    const closing = new AbortController()
    const verdict = runSelfTest(two, closing.signal)
    await vi.advanceTimersByTimeAsync(0)
    expect(frames()).toHaveLength(1)
    closing.abort()
    expect(await verdict).toMatchObject({ finished: false })
    expect(frames()).toEqual([])
  })

  it('waits until somebody looks at the page', async () => {
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    const closing = new AbortController()
    const verdict = runSelfTest(two, closing.signal)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(frames()).toEqual([])
    visibility.mockReturnValue('visible')
    document.dispatchEvent(new Event('visibilitychange'))
    await vi.advanceTimersByTimeAsync(0)
    expect(frames()).toHaveLength(1)
    closing.abort()
    await verdict
  })

  it('needs no frame where there are no tests', async () => {
    expect(await runSelfTest({}, never)).toEqual({ passed: 0, failed: [], finished: true })
    expect(frames()).toEqual([])
  })
})
