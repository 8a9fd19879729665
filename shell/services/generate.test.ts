import { expect, it } from 'vitest'
import type { GenerateEvent } from '../../schema/protocol/generate.ts'
import { generateThroughGateway } from './generate.ts'
import { PageFailure } from './page-failure.ts'

const answer = (body: string | null, type = 'text/event-stream', cut = 7) => ({
  post: async () => {
    const bytes = new TextEncoder().encode(body ?? '')
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let i = 0; i < bytes.length; i += cut) controller.enqueue(bytes.slice(i, i + cut))
        controller.close()
      },
    })
    return new Response(stream, { headers: { 'content-type': type } })
  },
})

async function all(gateway: Parameters<typeof generateThroughGateway>[0], signal = new AbortController().signal): Promise<GenerateEvent[]> {
  const events: GenerateEvent[] = []
  for await (const event of generateThroughGateway(gateway)({ prompt: 'x' }, signal)) events.push(event)
  return events
}

const text = (value: string) => `event: text\ndata: ${JSON.stringify({ text: value })}\n\n`

it('gives the events, cut at any byte, letters of several bytes whole', async () => {
  for (const cut of [1, 2, 3, 1000]) {
    const events = await all(answer(`${text('{"a":"é😀"')}event: mystery\ndata: {}\n\nevent: done\ndata: {"complete":true,"issues":[]}\n\n`, undefined, cut))
    expect(events).toEqual([
      { type: 'text', text: '{"a":"é😀"' },
      { type: 'done', complete: true, issues: [] },
    ])
  }
})

it('reports a stream without an end, an answer of another kind, a broken event, and a gateway that is away', async () => {
  expect((await all(answer(text('{')))).at(-1)).toMatchObject({ type: 'error', retry: true, failure: { code: 'cut-off' } })
  expect(await all(answer('<html>', 'text/html'))).toMatchObject([{ type: 'error', failure: { code: 'bad-answer' } }])
  expect((await all(answer('event: text\ndata: {oops\n\n'))).at(-1)).toMatchObject({ type: 'error', failure: { code: 'unexpected' } })
  const away = { post: () => Promise.reject(new PageFailure('gateway-away', 'It does not answer.')) }
  expect(await all(away)).toEqual([{ type: 'error', retry: true, failure: { code: 'gateway-away', message: 'It does not answer.' } }])
})

it('says nothing more once it was stopped', async () => {
  const stop = new AbortController()
  stop.abort()
  expect(await all(answer(text('{')), stop.signal)).toEqual([])
})
