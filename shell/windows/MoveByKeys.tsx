import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { useDesk } from '../desktop/desk-context.ts'

const step = 24
const fineStep = 4
const ways: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['ArrowLeft', [-1, 0]],
  ['ArrowRight', [1, 0]],
  ['ArrowUp', [0, -1]],
  ['ArrowDown', [0, 1]],
])

/** Takes the arrow keys for a window until Enter, Escape or the focus goes elsewhere. */
export function MoveByKeys({ id, mode, onEnd }: { readonly id: string; readonly mode: 'move' | 'resize'; readonly onEnd: () => void }): ReactNode {
  const desk = useDesk()
  const handle = useRef<HTMLButtonElement>(null)
  useEffect(() => handle.current?.focus(), [])
  const onKeyDown = (event: KeyboardEvent) => {
    const way = ways.get(event.key)
    if (event.key === 'Enter' || event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      onEnd()
    }
    if (!way) return
    event.preventDefault()
    event.stopPropagation()
    const by = event.shiftKey ? fineStep : step
    desk.arrange({ do: mode === 'move' ? 'move-by' : 'resize-by', id, dx: way[0] * by, dy: way[1] * by })
  }
  return (
    <button ref={handle} type="button" className="window-handle" onKeyDown={onKeyDown} onBlur={onEnd} onClick={onEnd}>
      {mode === 'move' ? 'Move' : 'Resize'} with the arrow keys, Enter to finish
    </button>
  )
}
