import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import type { SheetColumn } from './sheet-columns.ts'
import type { CellEdit } from './use-sheet.ts'

export interface SheetInputProps {
  readonly label: string
  readonly column: SheetColumn
  readonly edit: CellEdit
  /** Writes, and goes on by so many cells; false where the text says nothing of the kind. */
  readonly onCommit: (text: string, down: number, along: number) => boolean
  /** The focus went elsewhere. */
  readonly onLeave: (text: string) => void
  readonly onCancel: () => void
}

/** The field in the cell that is edited. */
export function SheetInput({ label, column, edit, onCommit, onLeave, onCancel }: SheetInputProps) {
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(edit.text)
  const [wrong, setWrong] = useState(false)
  const over = useRef(false)

  // At once: the next key may be there before the browser draws again.
  useLayoutEffect(() => {
    input.current?.focus()
    if (!edit.quick) input.current?.select()
  }, [edit.quick])

  const done = (down: number, along: number): void => {
    over.current = onCommit(text, down, along)
    setWrong(!over.current)
  }
  const keyed = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return
    const direction = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1
    switch (event.key) {
      case 'Enter':
        done(event.shiftKey ? -1 : 1, 0)
        break
      case 'Tab':
        done(0, event.shiftKey ? -1 : 1)
        break
      case 'Escape':
        over.current = true
        onCancel()
        break
      case 'ArrowUp':
      case 'ArrowDown':
        if (!edit.quick) return
        done(event.key === 'ArrowUp' ? -1 : 1, 0)
        break
      case 'ArrowLeft':
      case 'ArrowRight':
        if (!edit.quick) return
        done(0, (event.key === 'ArrowLeft' ? -1 : 1) * direction)
        break
      default:
        return
    }
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <input
      ref={input}
      className="cy-sheet-input"
      type="text"
      inputMode={column.align === 'end' ? 'decimal' : undefined}
      placeholder={column.type === 'date' ? 'YYYY-MM-DD' : undefined}
      aria-label={label}
      aria-invalid={wrong || undefined}
      value={text}
      onChange={event => {
        setText(event.target.value)
        setWrong(false)
      }}
      onKeyDown={keyed}
      onBlur={() => {
        if (!over.current) onLeave(text)
      }}
    />
  )
}
