/**
 * Server-sent events out of text that arrives in pieces. Each character is looked at once, and any
 * way of cutting the text gives the same events. Comments, `id` and `retry` are passed over; an event
 * that is not closed by an empty line is never given.
 */
export interface SseEvent {
  readonly event: string
  readonly data: string
}

export function createSseParser(onEvent: (event: SseEvent) => void): { push(text: string): void } {
  let rest = ''
  let event = ''
  let data: string[] = []
  let afterReturn = false

  const line = (text: string) => {
    if (text === '') {
      if (data.length > 0) onEvent({ event: event || 'message', data: data.join('\n') })
      event = ''
      data = []
      return
    }
    const colon = text.indexOf(':')
    const field = colon < 0 ? text : text.slice(0, colon)
    const value = colon < 0 ? '' : text.slice(text[colon + 1] === ' ' ? colon + 2 : colon + 1)
    if (field === 'event') event = value
    else if (field === 'data') data.push(value)
  }

  return {
    push(text) {
      let from = 0
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i)
        const newline = code === 10
        if (afterReturn && newline) {
          afterReturn = false
          from = i + 1
          continue
        }
        afterReturn = code === 13
        if (!newline && !afterReturn) continue
        line(rest + text.slice(from, i))
        rest = ''
        from = i + 1
      }
      rest += text.slice(from)
    },
  }
}
