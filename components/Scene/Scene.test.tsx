import { fireEvent, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Scene } from './Scene.tsx'

// jsdom lays nothing out: the picture is 400 × 200 pixels for 200 × 100 units, at 10, 20.
beforeEach(() => {
  vi.spyOn(SVGElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(10, 20, 400, 200))
})

const board = [
  { kind: 'rect', id: 'a1', label: 'a1', x: 0, y: 0, w: 50, h: 50, fill: 'slate' },
  { kind: 'rect', id: 'b1', label: 'b1', x: 50, y: 0, w: 50, h: 50, fill: 'brown' },
  { kind: 'circle', id: 'pawn', label: 'Pawn', cx: 25, cy: 25, r: 10, fill: '#fff', drag: true },
]

describe('Scene', () => {
  it('is a picture with a name', async () => {
    const { container } = render(
      <Scene width={200} height={100} label="A plan" shapes={board}>
        <button type="button">Start</button>
      </Scene>,
    )
    expect(screen.getByRole('img', { name: 'A plan' }).getAttribute('viewBox')).toBe('0 0 200 100')
    expect(screen.getByRole('button', { name: 'Start' })).toBeTruthy()
    await expectNoViolations(container)
  })

  it('tells where it was pressed, in its own units, and on which shape', () => {
    const onPress = vi.fn()
    const { container } = render(<Scene width={200} height={100} label="Board" shapes={board} onPress={onPress} />)
    fireEvent.click(container.querySelector('[data-shape="1"]')!, { clientX: 130, clientY: 40, detail: 1 })
    expect(onPress).toHaveBeenCalledWith({ point: { x: 60, y: 10 }, id: 'b1' })
  })

  it('is one button where no shape has a name', async () => {
    const user = userEvent.setup()
    const onPress = vi.fn()
    render(<Scene width={200} height={100} label="Snake" shapes={[{ kind: 'rect', w: 9, h: 9 }]} onPress={onPress} />)
    await user.tab()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Snake' }))
    await user.keyboard('{Enter}')
    expect(onPress).toHaveBeenCalledWith({ point: { x: 100, y: 50 }, id: null })
  })

  it('lets the keyboard reach and press each named shape', async () => {
    const user = userEvent.setup()
    const onPress = vi.fn()
    const { container } = render(<Scene width={200} height={100} label="Board" shapes={board.slice(0, 2)} onPress={onPress} />)
    await user.tab()
    await user.keyboard('{ArrowRight}{Enter}')
    expect(onPress).toHaveBeenCalledTimes(1)
    expect(onPress).toHaveBeenCalledWith({ point: { x: 75, y: 25 }, id: 'b1' })
    await expectNoViolations(container)
  })

  it('drags a shape by the pointer and tells what lies beneath', () => {
    const onDrag = vi.fn()
    const onPress = vi.fn()
    const { container } = render(<Scene width={200} height={100} label="Board" shapes={board} onDrag={onDrag} onPress={onPress} />)
    const pawn = container.querySelector('[data-shape="2"]')!
    fireEvent.pointerDown(pawn, { clientX: 60, clientY: 70, button: 0 })
    fireEvent.pointerMove(pawn, { clientX: 160, clientY: 74 })
    expect(pawn.getAttribute('transform')).toBe('translate(50 2)')
    fireEvent.pointerUp(pawn, { clientX: 160, clientY: 74 })
    expect(onDrag).toHaveBeenCalledWith({ id: 'pawn', x: 75, y: 27, over: 'b1' })
  })

  it('drags a shape by the keyboard, and puts it back on Escape', async () => {
    const user = userEvent.setup()
    const onDrag = vi.fn()
    const { container } = render(<Scene width={200} height={100} label="Board" shapes={board} onDrag={onDrag} />)
    await user.tab()
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Pawn')
    await user.keyboard(' {ArrowRight}{Escape}')
    expect(onDrag).not.toHaveBeenCalled()
    await user.keyboard(' {ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight} ')
    expect(onDrag).toHaveBeenCalledWith({ id: 'pawn', x: 75, y: 25, over: 'b1' })
    await expectNoViolations(container)
  })

  it('follows the pointer', () => {
    const onMove = vi.fn()
    render(<Scene width={200} height={100} label="Aim" shapes={[]} onMove={onMove} />)
    fireEvent.pointerMove(screen.getByRole('img'), { clientX: 210, clientY: 120 })
    expect(onMove).toHaveBeenCalledWith({ point: { x: 100, y: 50 } })
  })

  it('shows a tile in place of an image that the page did not make', () => {
    const { container, rerender } = render(<Scene width={1} height={1} label="x" shapes={[{ kind: 'image', w: 9, h: 9, src: 'https://a.example/i.png' }]} />)
    expect(container.querySelector('image')).toBeNull()
    expect(container.querySelector('title')?.textContent).toContain('not loaded')
    rerender(<Scene width={1} height={1} label="x" shapes={[{ kind: 'image', w: 9, h: 9, src: 'data:image/png;base64,AAAA' }]} />)
    expect(container.querySelector('image')?.getAttribute('href')).toBe('data:image/png;base64,AAAA')
    rerender(<Scene width={undefined} height={-3} label={undefined} shapes={undefined} phase="outline" />)
    expect(screen.getByRole('img').getAttribute('viewBox')).toBe('0 0 100 100')
  })
})
