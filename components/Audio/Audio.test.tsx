import { fireEvent, render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { AttachmentContext } from '../field/attachment-context.ts'
import { Audio } from './Audio.tsx'

const recording = 'data:audio/mpeg;base64,AAAA'
const file = { ref: 'file:1', name: 'memo', type: 'audio/mpeg', size: 10 }

describe('Audio', () => {
  it('has the controls of the browser, loads no more than it must, and never begins by itself', async () => {
    const { container } = render(<Audio src={recording} label="A memo" />)
    const player = screen.getByLabelText('A memo') as HTMLMediaElement
    expect(player.tagName).toBe('AUDIO')
    expect([player.controls, player.autoplay, player.getAttribute('preload'), player.getAttribute('src')]).toEqual([true, false, 'metadata', recording])
    await expectNoViolations(container)
  })

  it('plays an attachment once it has loaded, and says where it is missing', async () => {
    const store = { url: () => `blob:${location.origin}/memo`, put: async () => file }
    const { container, rerender } = render(
      <AttachmentContext value={store}>
        <Audio src={file} label="A memo" />
      </AttachmentContext>,
    )
    expect(container.querySelector('audio')?.getAttribute('src')).toBe(`blob:${location.origin}/memo`)
    rerender(<Audio src={{ ...file, ref: 'file:2' }} label="A memo" />)
    await expect.poll(() => container.textContent).toContain('is not on this device')
    await expectNoViolations(container)
  })

  it('leaves a tile that says why where it cannot be played', () => {
    const { container } = render(<Audio src={recording} label="A memo" />)
    fireEvent.error(screen.getByLabelText('A memo'))
    expect(container.textContent).toContain('A memo')
    expect(container.textContent).toContain('cannot play')
  })

  it.each([
    'https://evil.example/a.mpeg',
    '//evil.example/x',
    '/a.mpeg',
    'data:image/png;base64,AAAA',
    'data:text/html;base64,AAAA',
    'blob:https://evil.example/1',
    'javascript:alert(1)',
  ])('[S31][S55] asks nobody for %s', src => {
    const { container } = render(<Audio src={src} label="A memo" />)
    expect(container.querySelector('audio, source')).toBeNull()
    expect(container.textContent).toMatch(/not played here|cannot be played/)
  })
})
