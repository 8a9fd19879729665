import { createObserver, type Observer } from '../../engine/observe/observer.ts'
import type { Generate } from './generate.ts'

const { timeOrigin } = performance

/** What happens in the apps of this page, and how long tools and models take, by the browser's finest clock. No first paint needs it. */
export const pageObserver: Observer = createObserver({ now: () => timeOrigin + performance.now() })

/** The same, and each reply is noted once it has ended: whose it was, how long it took, how much it said. */
export function observeGenerate(generate: Generate, observer: Pick<Observer, 'provider'>, now: () => number): Generate {
  return async function* (request, signal) {
    let began = now()
    let provider: string | null = request.provider ?? null
    let size = 0
    let code: string | null = null
    const note = () => {
      if (provider !== null) observer.provider(provider, { ms: now() - began, size, code: signal.aborted ? 'stopped' : code })
    }
    try {
      for await (const event of generate(request, signal)) {
        if (event.type === 'start') provider = event.provider
        else if (event.type === 'text') size += event.text.length
        else if (event.type === 'error') code = event.failure.code
        else if (event.type === 'restart') {
          code = event.why
          note()
          provider = event.provider ?? provider
          began = now()
          size = 0
          code = null
        }
        yield event
      }
    } finally {
      note()
    }
  }
}
