import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { snapAt, snapRect } from './geometry.ts'
import { emptyWindows, focusedWindow, reduceWindows, shownRect, type WindowAction, type WindowsModel } from './window-model.ts'

const run = (actions: readonly WindowAction[], from: WindowsModel = emptyWindows) => actions.reduce(reduceWindows, from)
const open = (id: string): WindowAction => ({ do: 'open', id, wish: { width: 420, height: 500 } })

describe('the windows', () => {
  it('opens in the middle, beside the others, with the focus; opening again only brings it to the front', () => {
    const model = run([open('a'), open('b'), open('c')])
    const places = model.windows.map(window => `${window.rect.x},${window.rect.y}`)
    expect(new Set(places).size).toBe(3)
    expect(focusedWindow(model)).toBe('c')
    const again = run([open('a')], model)
    expect(again.windows).toHaveLength(3)
    expect(focusedWindow(again)).toBe('a')
  })

  it('gives the focus to the next one behind when one is minimised or closed', () => {
    const model = run([open('a'), open('b'), open('c'), { do: 'minimise', id: 'c' }])
    expect(focusedWindow(model)).toBe('b')
    expect(focusedWindow(run([{ do: 'close', id: 'b' }], model))).toBe('a')
    expect(
      focusedWindow(
        run(
          [
            { do: 'minimise', id: 'a' },
            { do: 'minimise', id: 'b' },
          ],
          model,
        ),
      ),
    ).toBe(null)
    expect(focusedWindow(run([{ do: 'focus', id: 'c' }], model))).toBe('c')
  })

  it('maximises and snaps, and gives back the place from before', () => {
    const model = run([open('a')])
    const { rect } = model.windows[0]!
    const big = run([{ do: 'toggle-maximise', id: 'a' }], model)
    expect(shownRect(big.windows[0]!, big.room)).toEqual({ x: 0, y: 0, width: 1280, height: 720 })
    const left = run([{ do: 'snap', id: 'a', place: 'left' }], big)
    expect(shownRect(left.windows[0]!, left.room)).toEqual({ x: 0, y: 0, width: 640, height: 720 })
    expect(shownRect(run([{ do: 'restore', id: 'a' }], left).windows[0]!, left.room)).toEqual(rect)
  })

  it('moves and sizes by keyboard, and cycles through what is shown', () => {
    const model = run([open('a'), open('b'), { do: 'move-by', id: 'a', dx: 16, dy: -16 }, { do: 'resize-by', id: 'a', dx: 32, dy: 0 }])
    const before = run([open('a')]).windows[0]!.rect
    expect(model.windows[0]!.rect).toMatchObject({ x: before.x + 16, y: before.y - 16, width: before.width + 32 })
    expect(focusedWindow(run([{ do: 'cycle', by: 1 }], model))).toBe('a')
    expect(
      focusedWindow(
        run(
          [
            { do: 'cycle', by: -1 },
            { do: 'cycle', by: -1 },
          ],
          model,
        ),
      ),
    ).toBe('b')
  })

  it('snaps at the edges and in the corners', () => {
    const room = { width: 1000, height: 800 }
    expect([snapAt(4, 400, room), snapAt(996, 400, room), snapAt(3, 20, room), snapAt(998, 790, room), snapAt(500, 2, room), snapAt(500, 400, room)]).toEqual([
      'left',
      'right',
      'top-left',
      'bottom-right',
      'maximised',
      null,
    ])
    const quarter = snapRect('bottom-right', { width: 1001, height: 801 })
    expect([quarter.x + quarter.width, quarter.y + quarter.height]).toEqual([1001, 801])
  })

  it('never loses a window: whatever happens, each can be seen and taken hold of', () => {
    const id = fc.constantFrom('a', 'b', 'c')
    const far = fc.integer({ min: -5000, max: 5000 })
    const action: fc.Arbitrary<WindowAction> = fc.oneof(
      id.map(open),
      fc.record({ do: fc.constantFrom('close', 'focus', 'minimise', 'maximise', 'restore'), id }),
      fc.record({ do: fc.constantFrom('move-by', 'resize-by'), id, dx: far, dy: far }),
      fc.record({ do: fc.constant('place'), id, rect: fc.record({ x: far, y: far, width: far, height: far }) }),
      fc.record({ do: fc.constant('wish'), id, wish: fc.record({ width: fc.nat(5000), height: fc.nat(5000) }) }),
      fc.record({ do: fc.constant('room'), room: fc.record({ width: fc.integer({ min: 320, max: 3840 }), height: fc.integer({ min: 400, max: 2160 }) }) }),
      fc.record({ do: fc.constant('cycle'), by: fc.constantFrom(1, -1) }),
    ) as fc.Arbitrary<WindowAction>
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), actions => {
        const model = run(actions)
        expect([...model.order].sort()).toEqual(model.windows.map(window => window.id).sort())
        for (const window of model.windows) {
          const rect = shownRect(window, model.room)
          expect(rect.x + rect.width).toBeGreaterThanOrEqual(Math.min(96, rect.width))
          expect(rect.x).toBeLessThanOrEqual(model.room.width - 96)
          expect(rect.y).toBeGreaterThanOrEqual(0)
          expect(rect.y).toBeLessThanOrEqual(model.room.height - 40)
          expect(rect.width).toBeLessThanOrEqual(model.room.width)
        }
      }),
    )
  })
})
