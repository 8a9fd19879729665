import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Root } from '../Root/Root.tsx'
import { surroundings } from '../Root/surroundings.ts'
import { Drawer } from './Drawer.tsx'

function App({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Root theme={{}} developing={false} {...surroundings}>
      <button type="button">Open</button>
      <Drawer title="New plant" open={open} onClose={onClose} side="bottom" actions={<button type="button">Save</button>}>
        <input aria-label="Name" />
      </Drawer>
    </Root>
  )
}

describe('Drawer', () => {
  it('[S16] is drawn inside its own app, and makes only that inert', async () => {
    const { container, rerender } = render(<App open={false} onClose={() => {}} />)
    expect(screen.queryByRole('dialog')).toBeNull()
    rerender(<App open onClose={() => {}} />)
    const dialog = screen.getByRole('dialog', { name: 'New plant' })
    expect(container.querySelector('.cy-app')?.contains(dialog)).toBe(true)
    expect(container.querySelector<HTMLElement>('.cy-app-view')?.inert).toBe(true)
    expect(document.body.inert).not.toBe(true)
    await expectNoViolations(container)
    rerender(<App open={false} onClose={() => {}} />)
    expect(container.querySelector<HTMLElement>('.cy-app-view')?.inert).toBe(false)
  })

  it('focuses its first field, and gives the focus back', () => {
    const { rerender } = render(<App open={false} onClose={() => {}} />)
    screen.getByText('Open').focus()
    rerender(<App open onClose={() => {}} />)
    expect(document.activeElement).toBe(screen.getByLabelText('Name'))
    rerender(<App open={false} onClose={() => {}} />)
    expect(document.activeElement).toBe(screen.getByText('Open'))
  })

  it('takes the focus from no other app', () => {
    const outside = document.createElement('button')
    document.body.append(outside)
    const { rerender } = render(<App open={false} onClose={() => {}} />)
    outside.focus()
    rerender(<App open onClose={() => {}} />)
    expect(document.activeElement).toBe(outside)
    outside.remove()
  })

  it('asks to be closed by Escape, by its button and by a press beside it, and stays until it is', async () => {
    const user = userEvent.setup()
    const onClose = vi.fn()
    const { container } = render(<App open onClose={onClose} />)
    await user.keyboard('{Escape}')
    expect(onClose).toHaveBeenCalledTimes(1)
    await user.click(screen.getByRole('button', { name: 'Close' }))
    expect(onClose).toHaveBeenCalledTimes(2)
    await user.click(container.querySelector('.cy-layer')!)
    expect(onClose).toHaveBeenCalledTimes(3)
    await user.click(screen.getByLabelText('Name'))
    expect(onClose).toHaveBeenCalledTimes(3)
    expect(screen.getByRole('dialog')).toBeTruthy()
  })
})
