import type { MathWorker } from './math-pool.ts'
import type { MathReply } from './messages.ts'

/** Opens the frame whose page has the worker (`host.ts`). To take the frame away ends its worker, also in the middle of a calculation. */
export function openMathFrame(told: (reply: MathReply) => void): MathWorker {
  const frame = document.createElement('iframe')
  frame.src = new URL('math/host.html', document.baseURI).href
  frame.title = 'Mathematics'
  frame.hidden = true
  frame.inert = true
  frame.setAttribute('aria-hidden', 'true')
  const work = new MessageChannel()
  const fate = new MessageChannel()
  for (const { port1 } of [work, fate]) port1.onmessage = ({ data }: MessageEvent<MathReply>) => told(data)
  frame.addEventListener('load', () => frame.contentWindow?.postMessage(null, location.origin, [work.port2, fate.port2]), { once: true })
  document.body.append(frame)
  return {
    send: request => work.port1.postMessage(request),
    end() {
      for (const { port1 } of [work, fate]) port1.close()
      frame.remove()
    },
  }
}
