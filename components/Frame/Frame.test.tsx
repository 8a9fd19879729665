import { render, screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { type FrameHost, FrameHostContext } from '../frame-host.ts'
import { Frame } from './Frame.tsx'

const page = { src: 'https://maps.example.com/a', title: 'Map' }

function host(answer: Awaited<ReturnType<FrameHost['open']>>) {
  const shown: string[] = []
  const open = vi.fn(async (_url: string) => answer)
  const frames: FrameHost = {
    open,
    show(name) {
      shown.push(name)
      return () => shown.splice(shown.indexOf(name), 1)
    },
  }
  return { open, shown, frames }
}
const framed = (frames: FrameHost | null, props: Parameters<typeof Frame>[0]) => (
  <FrameHostContext value={frames}>
    <Frame {...props} />
  </FrameHostContext>
)

describe('Frame', () => {
  it('[S57] shows what the desktop frames, with scripts of its own and no other right, and names its host', async () => {
    const { frames, shown, open } = host({ address: '/frame?x=1' })
    const { container, unmount } = render(framed(frames, { ...page, height: 500 }))
    const frame = await screen.findByTitle('Map')
    expect(open.mock.calls).toEqual([['https://maps.example.com/a']])
    expect(frame.getAttribute('sandbox')).toBe('allow-scripts')
    expect(frame.getAttribute('src')).toBe('/frame?x=1')
    expect(frame.getAttribute('referrerpolicy')).toBe('no-referrer')
    expect(frame.getAttribute('allow')).toBe('')
    await expect.poll(() => shown).toEqual(['maps.example.com'])
    expect((container.firstElementChild as HTMLElement).style.getPropertyValue('--frame-height')).toBe('500px')
    unmount()
    expect(shown).toEqual([])
  })

  it('[S57] says what was refused, and takes the page away when it is', async () => {
    const allowed = host({ address: '/frame?x=1' })
    const { container, rerender } = render(framed(allowed.frames, page))
    await screen.findByTitle('Map')
    const denied = host({ refused: 'You have not allowed this app to show pages of maps.example.com.' })
    rerender(framed(denied.frames, page))
    expect(container.querySelector('iframe')).toBeNull()
    expect(allowed.shown).toEqual([])
    await screen.findByText(/have not allowed/)
    expect(denied.shown).toEqual([])
    await expectNoViolations(container)
  })

  it.each([
    'http://maps.example.com/',
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'https://localhost/',
    'https://127.1/',
    '/frame?x',
    'maps',
    '',
  ])('[S57] never asks for %s', src => {
    const { frames, open } = host({ address: '/frame?x=1' })
    const { container } = render(framed(frames, { ...page, src }))
    expect(open).not.toHaveBeenCalled()
    expect(container.querySelector('iframe')).toBeNull()
  })

  it('is a tile where nothing is live', () => {
    const { container } = render(framed(null, page))
    expect(container.textContent).toContain('once the app runs on a desktop')
    expect(container.querySelector('iframe')).toBeNull()
  })
})
