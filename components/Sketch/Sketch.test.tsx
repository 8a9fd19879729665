import { fireEvent, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { expectNoViolations } from '../../tests/axe.ts'
import { Live } from '../../tests/live.tsx'
import { Sketch } from './Sketch.tsx'
import { mostPoints } from './strokes.ts'

// What is loaded later is there at once, so that no test waits for a busy machine.
beforeAll(() => import('./SketchPad.tsx'))

// jsdom lays nothing out: half as large as its units.
beforeEach(() => {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 200, 150))
})
const line = { color: 'blue', size: 4, points: [10, 10, 0.5, 100, 10, 0.5] }

async function open(props: Record<string, unknown> = {}) {
  const onValue = vi.fn()
  const view = render(<Live of={Sketch} label="Plan" value={[]} onValue={onValue} {...props} />)
  const paper = await screen.findByRole('img', { name: /^Plan: / })
  const drag = (...places: readonly (readonly [number, number])[]) => {
    const [first, ...rest] = places.map(([clientX, clientY]) => ({ clientX, clientY, pointerId: 1, pointerType: 'mouse', button: 0 }))
    fireEvent.pointerDown(paper, first)
    for (const place of rest) fireEvent.pointerMove(paper, place)
    fireEvent.pointerUp(paper, rest.at(-1) ?? first)
  }
  return { ...view, onValue, paper, drag, user: userEvent.setup() }
}

describe('Sketch', () => {
  it('keeps a line in its own units, with the colour and the width that are chosen', async () => {
    const { user, drag, onValue, container } = await open()
    await user.click(screen.getByRole('button', { name: 'Red' }))
    await user.click(screen.getByRole('button', { name: 'Thick' }))
    drag([10, 10], [30, 10], [50, 10])
    expect(onValue).toHaveBeenCalledExactlyOnceWith([{ color: 'red', size: 10.2, points: [20, 20, 0.5, 100, 20, 0.5] }], expect.anything())
    expect(screen.getByRole('img', { name: 'Plan: a drawing of 1 stroke' })).toBeTruthy()
    expect(container.querySelectorAll('.cy-sketch-paper path')).toHaveLength(1)
    await expectNoViolations(container)
  })

  it('erases strokes, takes back the last, and clears', async () => {
    const { user, drag, onValue } = await open({ value: [line, { ...line, points: [10, 200, 0.5, 100, 200, 0.5] }, line] })
    await user.click(screen.getByRole('button', { name: 'Undo last stroke' }))
    expect(onValue.mock.lastCall?.[0]).toHaveLength(2)
    await user.click(screen.getByRole('button', { name: 'Eraser' }))
    drag([20, 0], [20, 5])
    expect(onValue.mock.lastCall?.[0]).toEqual([expect.objectContaining({ points: [10, 200, 0.5, 100, 200, 0.5] })])
    drag([150, 20])
    expect(onValue).toHaveBeenCalledTimes(2)
    await user.click(screen.getByRole('button', { name: 'Clear' }))
    expect(onValue.mock.lastCall?.[0]).toEqual([])
    expect(screen.getByText('Everything is gone.')).toBeTruthy()
  })

  it('[S39] takes no more where it is full, and says so', async () => {
    const { drag, onValue } = await open({ value: [{ ...line, points: Array.from({ length: 3 * mostPoints }, () => 1) }] })
    drag([10, 10], [50, 50])
    expect(onValue).not.toHaveBeenCalled()
    expect(screen.getByText('This drawing is full. Erase something to go on.')).toBeTruthy()
  })

  it('is a picture where nothing can be drawn', async () => {
    const { drag, onValue } = await open({ readOnly: true, value: [line] })
    expect(screen.queryByRole('toolbar')).toBe(null)
    drag([10, 10], [50, 50])
    expect(onValue).not.toHaveBeenCalled()
  })

  it('[S30] draws from any beginning of its properties, and no colour that is none', async () => {
    const { container, rerender } = render(<Sketch phase="outline" />)
    await screen.findByRole('img')
    for (const odd of [undefined, 'x', [null, 3]]) rerender(<Sketch label="Plan" value={odd as never} width={-1} height={Number.NaN} />)
    rerender(<Sketch label="Plan" value={[{ ...line, color: 'url(https://evil.example)' }]} />)
    expect(container.querySelector('path')?.getAttribute('fill')).toBe('var(--text)')
  })
})
