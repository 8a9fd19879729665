/** Works out one call after the other. It is handed a port by its page and knows nothing else. */
import { ToolFailure } from '../../engine/ports.ts'
import { runMath } from '../../tools/math/run-math.ts'
import type { MathReply, MathRequest } from './messages.ts'

addEventListener('message', ({ ports: [port] }: MessageEvent) => {
  if (!port) return
  const answer = (reply: MathReply) => port.postMessage(reply)
  port.onmessage = ({ data: { id, call } }: MessageEvent<MathRequest>) => {
    try {
      answer({ id, result: runMath(call.tool, call.args, call.seed) })
    } catch (cause) {
      const { code, message } = cause instanceof ToolFailure ? cause : new ToolFailure('no-result', 'There is no result for these values.')
      answer({ id, code, message })
    }
  }
  answer({ ready: true })
})
