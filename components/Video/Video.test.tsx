import { fireEvent, render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { AttachmentContext } from '../field/attachment-context.ts'
import { Video } from './Video.tsx'

const recording = 'data:video/mp4;base64,AAAA'
const file = { ref: 'file:1', name: 'memo', type: 'video/mp4', size: 10 }

describe('Video', () => {
  it('has the controls of the browser, loads no more than it must, and never begins by itself', async () => {
    const { container } = render(<Video src={recording} label="A memo" />)
    const player = screen.getByLabelText('A memo') as HTMLMediaElement
    expect(player.tagName).toBe('VIDEO')
    expect([player.controls, player.autoplay, player.getAttribute('preload'), player.getAttribute('src')]).toEqual([true, false, 'metadata', recording])
    await expectNoViolations(container)
  })

  it('plays an attachment once it has loaded, and says where it is missing', async () => {
    const store = { url: () => `blob:${location.origin}/memo`, put: async () => file }
    const { container, rerender } = render(
      <AttachmentContext value={store}>
        <Video src={file} label="A memo" />
      </AttachmentContext>,
    )
    expect(container.querySelector('video')?.getAttribute('src')).toBe(`blob:${location.origin}/memo`)
    rerender(<Video src={{ ...file, ref: 'file:2' }} label="A memo" />)
    await expect.poll(() => container.textContent).toContain('is not on this device')
    await expectNoViolations(container)
  })

  it('leaves a tile that says why where it cannot be played', () => {
    const { container } = render(<Video src={recording} label="A memo" />)
    fireEvent.error(screen.getByLabelText('A memo'))
    expect(container.textContent).toContain('A memo')
    expect(container.textContent).toContain('cannot play')
  })

  it.each([
    'https://evil.example/a.mp4',
    '//evil.example/x',
    '/a.mp4',
    'data:image/png;base64,AAAA',
    'data:text/html;base64,AAAA',
    'blob:https://evil.example/1',
    'javascript:alert(1)',
  ])('[S31][S55] asks nobody for %s', src => {
    const { container } = render(<Video src={src} label="A memo" />)
    expect(container.querySelector('video, source')).toBeNull()
    expect(container.textContent).toMatch(/not played here|cannot be played/)
  })
})
