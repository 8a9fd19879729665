import { EditorView } from '@codemirror/view'
import { act, render, screen } from '@testing-library/react'
import { useRef, useState } from 'react'
import { beforeAll, expect, it, vi } from 'vitest'
import { CodeSurface } from './CodeSurface.tsx'
import type { EditorHandle, EditorSurfaceProps } from './editor-surface.ts'

// jsdom lays nothing out.
beforeAll(() => {
  Range.prototype.getClientRects ??= () => [] as unknown as DOMRectList
  Range.prototype.getBoundingClientRect ??= () => new DOMRect()
})

const noShortcuts: EditorSurfaceProps['shortcuts'] = new Map()
let set: (value: string) => void = () => {}
let handle: EditorHandle | null = null

function Live({ first = '', onValue = () => {}, ...props }: { first?: string; onValue?: (value: string) => void } & Partial<EditorSurfaceProps>) {
  const [value, setValue] = useState(first)
  const ref = useRef<EditorHandle>(null)
  set = setValue
  return (
    <>
      <span id="label">Data</span>
      <CodeSurface
        value={value}
        onValue={next => {
          setValue(next)
          onValue(next)
        }}
        language="text"
        wrap={false}
        lineNumbers
        rows={4}
        placeholder=""
        labelledBy="label"
        describedBy={undefined}
        required={false}
        invalid={false}
        disabled={false}
        readOnly={false}
        handle={{
          get current() {
            return ref.current
          },
          set current(next) {
            ref.current = next
            handle = next
          },
        }}
        shortcuts={noShortcuts}
        start={null}
        {...props}
      />
    </>
  )
}

const viewOf = (): EditorView => {
  const view = EditorView.findFromDOM(screen.getByRole('textbox', { name: 'Data' }))
  if (!view) throw new Error('There is no editor.')
  return view
}
const typeAt = (from: number, insert: string) =>
  act(async () => viewOf().dispatch({ changes: { from, insert }, selection: { anchor: from + insert.length }, userEvent: 'input' }))

it('tells what is typed, and does not lose the caret when it comes back', async () => {
  const onValue = vi.fn()
  render(<Live first="one three" onValue={onValue} />)
  await typeAt(4, 'two ')
  expect(onValue.mock.calls).toEqual([['one two three']])
  expect(viewOf().state.selection.main.head).toBe(8)
})

it('takes what somebody else wrote as the smallest change: the caret stays at its text, and nobody is told of it', async () => {
  const onValue = vi.fn()
  render(<Live first="one two" onValue={onValue} />)
  act(() => viewOf().dispatch({ selection: { anchor: 7 } }))
  await act(async () => set('zero one two'))
  expect(viewOf().state.doc.toString()).toBe('zero one two')
  expect(viewOf().state.selection.main.head).toBe(12)
  expect(onValue).not.toHaveBeenCalled()
})

it('shows a text that was written back after what was typed', async () => {
  render(<Live first="a" />)
  await typeAt(1, 'b')
  await act(async () => set('a'))
  expect(viewOf().state.doc.toString()).toBe('a')
})

it('does not go round in circles over line ends', async () => {
  const onValue = vi.fn()
  render(<Live first={'a\r\nb'} onValue={onValue} />)
  expect(viewOf().state.doc.toString()).toBe('a\nb')
  expect(onValue).not.toHaveBeenCalled()
})

it('makes an edit that it is handed, and selects what that says', async () => {
  const onValue = vi.fn()
  render(<Live first="word" onValue={onValue} />)
  await act(async () => handle?.edit({ change: { from: 0, to: 4, insert: '**word**' }, select: { from: 2, to: 6 } }))
  expect(onValue).toHaveBeenCalledExactlyOnceWith('**word**')
  expect(handle?.selection()).toEqual({ from: 2, to: 6 })
})

it('says what it is, and takes nothing where it is disabled', () => {
  const { rerender } = render(<Live required invalid describedBy="label" />)
  const field = screen.getByRole('textbox', { name: 'Data' })
  expect(field.getAttribute('aria-required')).toBe('true')
  expect(field.getAttribute('aria-invalid')).toBe('true')
  expect(field.getAttribute('tabindex')).toBe('0')
  rerender(<Live disabled />)
  expect(screen.getByRole('textbox', { name: 'Data' }).getAttribute('contenteditable')).toBe('false')
  expect(screen.getByRole('textbox', { name: 'Data' }).getAttribute('aria-disabled')).toBe('true')
})

it.each(['json', 'markdown', 'javascript', 'python', 'sql', 'html', 'css'] as const)('reads %s', async language => {
  render(<Live first={'{ "a": 1 }'} language={language} />)
  await vi.waitFor(() => expect(viewOf().state.facet(EditorView.contentAttributes).length).toBeGreaterThan(0))
  expect(viewOf().state.doc.toString()).toBe('{ "a": 1 }')
})
