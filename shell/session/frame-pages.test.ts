import { expect, it, vi } from 'vitest'
import { createFramePages } from './frame-pages.ts'

const url = 'https://maps.example.com/a'

function pages(granted: Iterable<string>, framePage = async (asked: string) => `/frame?url=${asked}`) {
  const grants = new Set(granted)
  const ask = vi.fn(framePage)
  return { grants, ask, pages: createFramePages({ isGranted: capability => grants.has(capability), framePage: ask }) }
}

it('[S57] gives the framing page of a granted origin, and asks nobody for another', async () => {
  const { pages: frames, ask } = pages(['frame:https://maps.example.com', 'net:https://api.example.com'])
  expect(await frames.open(url)).toEqual({ address: `/frame?url=${url}` })
  for (const other of ['https://api.example.com/', 'https://evil.example/', 'https://maps.example.com.evil.example/'])
    expect(await frames.open(other)).toEqual({ refused: expect.stringContaining('have not allowed') })
  for (const bad of ['http://maps.example.com/', 'javascript:alert(1)', 'https://127.0.0.1/', ''])
    expect(await frames.open(bad)).toEqual({ refused: expect.stringMatching(/https/) })
  expect(ask).toHaveBeenCalledTimes(1)
})

it('[S26][S57] shows nothing whose grant was taken back while it was asked for', async () => {
  const { pages: frames, grants } = pages(['frame:https://maps.example.com'], async () => {
    grants.clear()
    return '/frame'
  })
  expect(await frames.open(url)).toEqual({ refused: expect.stringContaining('have not allowed') })
})

it('says why the gateway frames nothing', async () => {
  const { pages: frames } = pages(['frame:https://maps.example.com'], async () => {
    throw new Error('The desktop’s own server does not answer.')
  })
  expect(await frames.open(url)).toEqual({ refused: expect.any(String) })
})

it('names each host that is shown once, until the last page of it goes', () => {
  const { pages: frames } = pages([])
  const [first, second] = [frames.show('a.example'), frames.show('a.example')]
  const other = frames.show('b.example')
  expect(frames.hosts.value).toEqual(['a.example', 'b.example'])
  first()
  expect(frames.hosts.value).toEqual(['a.example', 'b.example'])
  second()
  expect(frames.hosts.value).toEqual(['b.example'])
  other()
  expect(frames.hosts.value).toEqual([])
})
