import type { GenerateEvent } from '../schema/protocol/generate.ts'

/** One event as a browser reads it: its `type` is the event's name, the rest its JSON data. */
export function encodeEvent({ type, ...data }: GenerateEvent): string {
  return `event: ${type}\ndata: ${JSON.stringify(data)}\n\n`
}

/**
 * A body that asks `events` for the next one only when the reader has taken the last: a slow reader
 * costs no memory. `stop` is called when the reader goes away.
 */
export function eventStream(events: AsyncGenerator<GenerateEvent>, stop: () => void): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await events.next()
        if (next.done) controller.close()
        else controller.enqueue(encoder.encode(encodeEvent(next.value)))
      },
      async cancel() {
        stop()
        await events.return(undefined)
      },
    },
    { highWaterMark: 1 },
  )
}
