import { fireEvent, render, screen } from '@testing-library/react'
import type { ComponentType, ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { AttachmentContext } from '../components/field/attachment-context.ts'
import type { VideoProps } from '../schema/generated/props.ts'
import { expectNoViolations } from './axe.ts'

interface Player {
  readonly Component: ComponentType<Pick<VideoProps<ReactNode>, 'src' | 'label'>>
  readonly tag: 'audio' | 'video'
  /** A type of what it plays, and the ending of its files. */
  readonly type: string
  readonly ending: string
}

/** What holds of whatever plays a recording. */
export function describePlayer(name: string, { Component, tag, type, ending }: Player): void {
  const recording = `data:${type};base64,AAAA`
  const file = { ref: 'file:1', name: 'memo', type, size: 10 }
  describe(name, () => {
    it('has the controls of the browser, loads no more than it must, and never begins by itself', async () => {
      const { container } = render(<Component src={recording} label="A memo" />)
      const player = screen.getByLabelText('A memo') as HTMLMediaElement
      expect(player.tagName).toBe(tag.toUpperCase())
      expect([player.controls, player.autoplay, player.getAttribute('preload'), player.getAttribute('src')]).toEqual([true, false, 'metadata', recording])
      await expectNoViolations(container)
    })

    it('plays an attachment once it has loaded, and says where it is missing', async () => {
      const store = { url: () => `blob:${location.origin}/memo`, put: async () => file }
      const { container, rerender } = render(
        <AttachmentContext value={store}>
          <Component src={file} label="A memo" />
        </AttachmentContext>,
      )
      expect(container.querySelector(tag)?.getAttribute('src')).toBe(`blob:${location.origin}/memo`)
      rerender(<Component src={{ ...file, ref: 'file:2' }} label="A memo" />)
      await expect.poll(() => container.textContent).toContain('is not on this device')
      await expectNoViolations(container)
    })

    it('leaves a tile that says why where it cannot be played', () => {
      const { container } = render(<Component src={recording} label="A memo" />)
      fireEvent.error(screen.getByLabelText('A memo'))
      expect(container.textContent).toContain('A memo')
      expect(container.textContent).toContain('cannot play')
    })

    it.each([
      `https://evil.example/a.${ending}`,
      '//evil.example/x',
      `/a.${ending}`,
      'data:image/png;base64,AAAA',
      'data:text/html;base64,AAAA',
      'blob:https://evil.example/1',
      'javascript:alert(1)',
    ])('[S31][S55] asks nobody for %s', src => {
      const { container } = render(<Component src={src} label="A memo" />)
      expect(container.querySelector(`${tag}, source`)).toBeNull()
      expect(container.textContent).toMatch(/not played here|cannot be played/)
    })
  })
}
