import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createSseParser, type SseEvent } from './sse.ts'

const parse = (chunks: readonly string[]): SseEvent[] => {
  const events: SseEvent[] = []
  const parser = createSseParser(event => events.push(event))
  for (const chunk of chunks) parser.push(chunk)
  return events
}

const stream = ': hello\r\nevent: start\r\ndata: {"a":1}\r\n\r\nevent: text\ndata: one\ndata: two\n\ndata:x\r\rdata: cut'

it('reads events, several lines of data, all three line ends, and drops what is not closed', () => {
  expect(parse([stream])).toEqual([
    { event: 'start', data: '{"a":1}' },
    { event: 'text', data: 'one\ntwo' },
    { event: 'message', data: 'x' },
  ])
})

it('gives the same events however the text is cut', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(stream.length)), cuts => {
      const places = [0, ...cuts.sort((a, b) => a - b), stream.length]
      const chunks = places.slice(1).map((to, i) => stream.slice(places[i], to))
      expect(parse(chunks)).toEqual(parse([stream]))
    }),
  )
})
