import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { AttachmentContext } from './field/attachment-context.ts'
import { Image } from './Image/Image.tsx'

const file = { ref: 'file:1', name: 'fern.png', type: 'image/png', size: 10 }

describe('useSource', () => {
  it('[B11] shows an attachment once it has loaded', async () => {
    let loaded = ''
    const store = {
      url: (ref: string) => (ref === loaded ? `blob:${location.origin}/fern` : null),
      load: async (ref: string) => {
        loaded = ref
      },
      put: async () => file,
    }
    render(
      <AttachmentContext value={store}>
        <Image src={file} alt="A fern" />
      </AttachmentContext>,
    )
    expect(screen.getByRole('img').tagName).toBe('DIV')
    await expect.poll(() => screen.getByRole('img', { name: 'A fern' }).getAttribute('src')).toBe(`blob:${location.origin}/fern`)
  })

  it('says so where it is missing, where loading fails, and where nothing is kept', async () => {
    const gone = { url: () => null, load: () => Promise.reject(new Error('gone')), put: async () => file }
    const { container } = render(
      <AttachmentContext value={gone}>
        <Image src={file} alt="" />
      </AttachmentContext>,
    )
    await expect.poll(() => container.textContent).toBe('This picture is not on this device')
    const bare = render(<Image src={file} alt="" />)
    expect(bare.container.textContent).toBe('This picture is not on this device')
  })

  it('[S55] trusts no address that a store gives', () => {
    const store = { url: () => 'https://evil.example/pixel.png', put: async () => file }
    const { container } = render(
      <AttachmentContext value={store}>
        <Image src={file} alt="" />
      </AttachmentContext>,
    )
    expect(container.querySelector('img')).toBeNull()
  })
})
