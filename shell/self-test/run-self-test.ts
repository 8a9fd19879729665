import type { TestVerdict } from '../../engine/react/test-run/test-verdict.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import type { RunReport, RunRequest } from './messages.ts'

/** A test that did not hold. */
export interface FailedCheck {
  readonly name: string
  /** Which step failed and why. */
  readonly message: string
}

/** What came of an app's own tests. */
export interface SelfTestVerdict {
  readonly passed: number
  readonly failed: readonly FailedCheck[]
  /** False where the time was up, or the run was called off, before the last of them. */
  readonly finished: boolean
}

/** For all tests of one app together; and before that, for the frame to be there. ms. */
const timeLimit = 10_000

/**
 * Runs the tests of a document that passed the check, as it would be used by a person, in a hidden frame
 * with a realm of its own: another page of this desktop, whose policy lets it reach nothing. The person notices
 * nothing of it: their focus, their keys and what they see stay as they are. While nobody looks at the
 * page, it waits: browsers hold hidden pages back so much that time would be up. `told` gets each verdict as it comes. Never rejects.
 */
export async function runSelfTest(app: JsonObject, signal: AbortSignal, told: (verdict: TestVerdict) => void = () => {}): Promise<SelfTestVerdict> {
  const total = Array.isArray(app.tests) ? app.tests.length : 0
  if (total === 0) return { passed: 0, failed: [], finished: true }
  await shown(signal)
  if (signal.aborted) return { passed: 0, failed: [], finished: false }
  const frame = hiddenFrame()
  const { port1: port, port2 } = new MessageChannel()
  let timer: ReturnType<typeof setTimeout> | undefined
  try {
    return await new Promise(resolve => {
      let passed = 0
      const failed: FailedCheck[] = []
      const end = (finished: boolean) => resolve({ passed, failed, finished })
      signal.addEventListener('abort', () => end(false), { once: true })
      port.onmessage = ({ data }: MessageEvent<RunReport>) => {
        if ('end' in data) return end(data.end === 'all')
        const { verdict } = data
        if (verdict.passed) passed += 1
        else failed.push({ name: verdict.name, message: verdict.message ?? '' })
        told(verdict)
      }
      timer = setTimeout(end, timeLimit, false)
      const send = () => {
        clearTimeout(timer)
        timer = setTimeout(end, timeLimit, false)
        const request: RunRequest = { run: app }
        frame.contentWindow?.postMessage(request, location.origin, [port2])
      }
      frame.addEventListener('load', send, { once: true })
      document.body.append(frame)
    })
  } finally {
    clearTimeout(timer)
    port.close()
    frame.remove()
  }
}

/** It has a size, so that what measures itself works, and nobody sees, hears or reaches it. */
function hiddenFrame(): HTMLIFrameElement {
  const frame = document.createElement('iframe')
  frame.src = new URL('self-test/runner.html', document.baseURI).href
  frame.title = 'The tests of an app'
  frame.tabIndex = -1
  frame.inert = true
  frame.setAttribute('aria-hidden', 'true')
  Object.assign(frame.style, {
    position: 'fixed',
    insetInlineStart: '-4000px',
    insetBlockStart: '0',
    inlineSize: '1024px',
    blockSize: '768px',
    border: '0',
    visibility: 'hidden',
    pointerEvents: 'none',
  })
  return frame
}

/** Resolves once the page is in front, or `signal` is aborted. */
async function shown(signal: AbortSignal): Promise<void> {
  if (document.visibilityState === 'visible' || signal.aborted) return
  await new Promise<void>(resolve => {
    const look = () => {
      if (document.visibilityState !== 'visible' && !signal.aborted) return
      document.removeEventListener('visibilitychange', look)
      signal.removeEventListener('abort', look)
      resolve()
    }
    document.addEventListener('visibilitychange', look)
    signal.addEventListener('abort', look)
  })
}
