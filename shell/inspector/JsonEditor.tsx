import { type ReactNode, useId, useState } from 'react'
import type { Json } from '../../schema/json/json.ts'
import { prettyText } from '../../schema/json/pretty-text.ts'

export interface JsonEditorProps {
  readonly label: string
  readonly value: Json
  /** Writes it; gives why it may not be written. */
  readonly onWrite: (value: Json) => string | null
  readonly onClose: () => void
}

/** A list or record of the state as JSON, written as a whole. */
export function JsonEditor({ label, value, onWrite, onClose }: JsonEditorProps): ReactNode {
  const id = useId()
  const [text, setText] = useState(() => prettyText(value))
  const [wrong, setWrong] = useState<string | null>(null)
  const write = () => {
    let read: Json
    try {
      read = JSON.parse(text) as Json
    } catch (error) {
      setWrong(`This is no JSON: ${error instanceof Error ? error.message : String(error)}`)
      return
    }
    const why = onWrite(read)
    if (why === null) onClose()
    else setWrong(why)
  }
  return (
    <div className="inspector-json-editor">
      <textarea
        // biome-ignore lint/a11y/noAutofocus: it is there because its button was just pressed
        autoFocus
        aria-label={`${label} as JSON`}
        aria-invalid={wrong !== null}
        aria-describedby={wrong !== null ? `${id}-wrong` : undefined}
        spellCheck={false}
        rows={Math.min(14, text.split('\n').length + 1)}
        value={text}
        onChange={event => setText(event.target.value)}
        onKeyDown={event => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) write()
          if (event.key !== 'Escape') return
          event.stopPropagation()
          onClose()
        }}
      />
      {wrong !== null ? (
        <p id={`${id}-wrong`} className="inspector-wrong" role="alert">
          {wrong}
        </p>
      ) : null}
      <p className="inspector-actions">
        <button type="button" className="inspector-button" onClick={write}>
          Write it
        </button>
        <button type="button" className="inspector-button" onClick={onClose}>
          Leave it
        </button>
      </p>
    </div>
  )
}
