import { type KeyboardEvent, useImperativeHandle, useLayoutEffect, useRef } from 'react'
import type { EditorSurfaceProps } from './editor-surface.ts'
import { applyChange, type TextSpan } from './text-edit.ts'

/** The text in a field of the platform: until the editor has loaded, and where nothing is laid out. */
export function PlainSurface(props: EditorSurfaceProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  const wanted = useRef<TextSpan | null>(null)
  const { value, onValue } = props

  useImperativeHandle(props.handle, () => ({
    text: () => area.current?.value ?? '',
    selection: () => ({ from: area.current?.selectionStart ?? 0, to: area.current?.selectionEnd ?? 0 }),
    edit({ change, select }) {
      wanted.current = select
      area.current?.focus()
      onValue(applyChange(area.current?.value ?? '', change))
    },
  }))
  useLayoutEffect(() => {
    if (!wanted.current) return
    area.current?.setSelectionRange(wanted.current.from, wanted.current.to)
    wanted.current = null
  })

  const keyed = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
    const run = props.shortcuts.get(event.key.toLowerCase())
    if (!run || props.disabled || props.readOnly) return
    event.preventDefault()
    run()
  }
  return (
    <textarea
      ref={area}
      className="cy-editor-plain"
      rows={props.rows}
      wrap={props.wrap ? 'soft' : 'off'}
      data-numbered={props.lineNumbers ? '' : undefined}
      spellCheck={props.language === 'markdown'}
      autoCapitalize={props.language === 'markdown' ? undefined : 'off'}
      value={value}
      placeholder={props.placeholder}
      aria-labelledby={props.labelledBy}
      aria-describedby={props.describedBy}
      aria-required={props.required || undefined}
      aria-invalid={props.invalid || undefined}
      disabled={props.disabled}
      readOnly={props.readOnly}
      onChange={event => onValue(event.target.value)}
      onKeyDown={keyed}
    />
  )
}
