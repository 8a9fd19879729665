import type { GenerateEvent, GenerateRequest } from '../../schema/protocol/generate.ts'
import type { Gateway } from './gateway.ts'
import { PageFailure, toFailure } from './page-failure.ts'
import { createSseParser } from './sse.ts'

/** One request to a model. The last event is `done`, `nothing-near`, `cannot` or `error`; it never throws. */
export type Generate = (request: GenerateRequest, signal: AbortSignal) => AsyncIterable<GenerateEvent>

const known: ReadonlySet<string> = new Set(['start', 'text', 'restart', 'nothing-near', 'cannot', 'usage', 'done', 'error'])
const ends: ReadonlySet<string> = new Set(['done', 'error', 'nothing-near', 'cannot'])

/** Asks the gateway. A stream that ends in the middle is reported as an error that can be tried again. */
export function generateThroughGateway(gateway: Pick<Gateway, 'post'>): Generate {
  return async function* (request, abort) {
    let ended = false
    try {
      const response = await gateway.post('api/generate', request, abort)
      for await (const event of eventsOf(response, abort)) {
        yield event
        if (ends.has(event.type)) ended = true
      }
      if (!ended && !abort.aborted) {
        const failure = { code: 'cut-off', message: 'The connection ended before the app was complete. What arrived is kept.' }
        yield { type: 'error', failure, retry: true }
      }
    } catch (cause) {
      if (abort.aborted || ended) return
      yield { type: 'error', failure: toFailure(cause), retry: true }
    }
  }
}

async function* eventsOf(response: Response, abort: AbortSignal): AsyncGenerator<GenerateEvent> {
  if (!response.body || !response.headers.get('content-type')?.includes('text/event-stream'))
    throw new PageFailure('bad-answer', 'The desktop’s server answered in a way this page does not know. Reload the page, then try again.')
  const waiting: GenerateEvent[] = []
  const parser = createSseParser(({ event, data }) => {
    if (!known.has(event)) return
    const fields: unknown = JSON.parse(data)
    if (typeof fields === 'object' && fields !== null && !Array.isArray(fields)) waiting.push({ ...fields, type: event } as GenerateEvent)
  })
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (abort.aborted) return
      parser.push(done ? decoder.decode() : decoder.decode(value, { stream: true }))
      yield* waiting.splice(0)
      if (done) return
    }
  } finally {
    // The reader may have failed already; nothing waits for the rest.
    reader.cancel().catch(() => undefined)
  }
}
