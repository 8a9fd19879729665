/** Server-sent events to whoever listens. */
export interface Broadcast {
  send(event: string, data: object): void
  /** An answer that stays open; `first` is told to this listener alone, at once. */
  stream(first: readonly (readonly [event: string, data: object])[]): Response
  close(): void
}

type Controller = ReadableStreamDefaultController<Uint8Array>

export function createBroadcast(): Broadcast {
  const listeners = new Set<Controller>()
  const encoder = new TextEncoder()
  const encode = (event: string, data: object) => encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
  return {
    send(event, data) {
      const bytes = encode(event, data)
      for (const listener of listeners) listener.enqueue(bytes)
    },
    stream(first) {
      let own: Controller | null = null
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          own = controller
          listeners.add(controller)
          for (const [event, data] of first) controller.enqueue(encode(event, data))
        },
        cancel() {
          if (own) listeners.delete(own)
        },
      })
      return new Response(body, { headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' } })
    },
    close() {
      for (const listener of listeners) listener.close()
      listeners.clear()
    },
  }
}
