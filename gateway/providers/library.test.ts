import { expect, it } from 'vitest'
import { quickClock } from '../../tests/fake-providers/quick-clock.ts'
import { streamLibraryText } from './library.ts'

async function pieces(text: string): Promise<{ readonly pieces: readonly string[]; readonly pause: number }> {
  const clock = quickClock(1_000)
  const found: string[] = []
  for await (const piece of streamLibraryText(text, clock, new AbortController().signal)) found.push(piece)
  return { pieces: found, pause: clock.waits.reduce((sum, ms) => sum + ms, 0) }
}

it('cuts a text into pieces that join to it, over a second and a half', async () => {
  const text = '{"name":"👋🏽 plants"}'.repeat(120)
  const streamed = await pieces(text)
  expect(streamed.pieces.join('')).toBe(text)
  expect(streamed.pieces.length).toBeGreaterThan(50)
  expect(streamed.pause).toBeGreaterThan(1_300)
  expect(streamed.pause).toBeLessThanOrEqual(1_500)
  for (const piece of streamed.pieces) expect(piece.isWellFormed()).toBe(true)
})

it('copes with next to nothing', async () => {
  expect((await pieces('')).pieces).toEqual([])
  expect((await pieces('{}')).pieces.join('')).toBe('{}')
})

it('stops when it is told to', async () => {
  const controller = new AbortController()
  const stream = streamLibraryText('x'.repeat(1_000), quickClock(1), controller.signal)
  await stream.next()
  controller.abort()
  await expect(stream.next()).rejects.toBe(controller.signal.reason)
})
