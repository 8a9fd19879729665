import { render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Live } from '../../tests/live.tsx'
import type { AttachmentStore } from '../field/attachment-context.ts'
import { AttachmentContext } from '../field/attachment-context.ts'
import { FileField } from './FileField.tsx'
import { accepts, keepFiles, readAttachments, sizeText } from './read-files.ts'

function store(fail = false): AttachmentStore {
  return {
    put: async file => {
      if (fail) throw new Error('The disk is full. Free some space and try again.')
      return { ref: `file:${file.name}`, name: file.name, type: file.type, size: file.size }
    },
    url: ref => (ref.endsWith('.png') ? `blob:http://localhost/${ref}` : null),
  }
}

function live(props: Record<string, unknown>, fail = false) {
  const onValue = vi.fn()
  const { container } = render(
    <AttachmentContext value={store(fail)}>
      <Live of={FileField} label="Photo" onValue={onValue} {...props} />
    </AttachmentContext>,
  )
  return { container, onValue, input: () => container.querySelector<HTMLInputElement>('input[type=file]')! }
}

const png = (name = 'a.png') => new File(['x'], name, { type: 'image/png' })

describe('FileField', () => {
  it('stores what is chosen, then writes its record, and tells it with the text of a text file', async () => {
    const { container, onValue, input } = live({ value: null })
    await userEvent.upload(input(), new File(['a,b'], 'list.csv', { type: 'text/csv' }))
    await waitFor(() => expect(onValue).toHaveBeenCalled())
    const record = { ref: 'file:list.csv', name: 'list.csv', type: 'text/csv', size: 3 }
    expect(onValue.mock.lastCall).toEqual([record, { value: record, files: [{ ...record, text: 'a,b' }] }])
    expect(screen.getByText('list.csv')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Remove list.csv' }))
    expect(onValue.mock.lastCall).toEqual([null, { value: null, files: [] }])
    await expectNoViolations(container)
  })

  it('multiple: adds to what is there', async () => {
    const first = { ref: 'file:0', name: '0.txt', type: 'text/plain', size: 1 }
    const { onValue, input } = live({ multiple: true, value: [first] })
    await userEvent.upload(input(), [png('a.png'), png('b.png')])
    await waitFor(() => expect(onValue).toHaveBeenCalled())
    expect(onValue.mock.lastCall?.[0]).toMatchObject([{ name: '0.txt' }, { name: 'a.png' }, { name: 'b.png' }])
    expect(onValue.mock.lastCall?.[1].files).toHaveLength(2)
  })

  it('says what could not be kept and leaves the value', async () => {
    const { onValue, input } = live({ value: null }, true)
    await userEvent.upload(input(), png())
    expect((await screen.findByRole('status')).textContent).toBe('The disk is full. Free some space and try again.')
    expect(onValue).not.toHaveBeenCalled()
  })

  it('keeps what can be kept of several, and takes nothing that it does not accept', async () => {
    const some: AttachmentStore = {
      put: async file => {
        if (file.name === 'b.png') throw new Error('b.png is too large.')
        return { ref: file.name, name: file.name, type: file.type, size: file.size }
      },
      url: () => null,
    }
    const { kept, failed } = await keepFiles([png('a.png'), png('b.png'), png('c.png')], some)
    expect(kept.map(file => file.record.name)).toEqual(['a.png', 'c.png'])
    expect(failed).toEqual(['b.png is too large.'])
    const { onValue, input } = live({ value: null, accept: ['.csv'] })
    await userEvent.upload(input(), png(), { applyAccept: false })
    expect((await screen.findByRole('status')).textContent).toBe('a.png is not taken here: it takes .csv.')
    expect(onValue).not.toHaveBeenCalled()
  })

  it('without a place to keep files it says so and cannot be pressed; draws with nothing and with odd values', () => {
    const { rerender } = render(<FileField />)
    expect(screen.getByRole('status').textContent).toBe('Files cannot be kept here.')
    rerender(<FileField label="Photo" value={[1, null, { ref: 4 }]} readOnly />)
    expect(screen.queryByRole('listitem')).toBe(null)
  })
})

it('knows what is taken', () => {
  expect(accepts(['image/*'], png())).toBe(true)
  expect(accepts(['.PNG'], png())).toBe(true)
  expect(accepts(['text/csv', '.json'], png())).toBe(false)
  expect(accepts([], png())).toBe(true)
})

it('reads attachments by their own properties only, and writes sizes', () => {
  expect(readAttachments(Object.create({ ref: 'x' }))).toEqual([])
  expect(readAttachments({ ref: 'x' })).toEqual([{ ref: 'x', name: 'File', type: '', size: 0 }])
  expect(sizeText(2345678, 'en-US')).toBe('2.3 MB')
  expect(sizeText(12, 'en-US')).toBe('12 bytes')
})
