import { type ReactNode, useState } from 'react'
import { nameFault } from '../../schema/workspace/path.ts'

export interface NameFieldProps {
  readonly label: string
  readonly value: string
  /** What the button says. */
  readonly done: string
  /** Null where the person changed their mind. */
  readonly onName: (name: string | null) => void
}

/** A name for a file or folder; says what it cannot be while it is written. */
export function NameField({ label, value, done, onName }: NameFieldProps): ReactNode {
  const [name, setName] = useState(value)
  const text = name.trim().normalize('NFC')
  const fault = text === '' ? null : nameFault(text)
  return (
    <form
      className="files-name"
      onSubmit={event => {
        event.preventDefault()
        if (text !== '' && fault === null) onName(text)
      }}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        // The dialog stays open.
        event.preventDefault()
        event.stopPropagation()
        onName(null)
      }}
    >
      <input
        className="ui-input"
        aria-label={label}
        aria-invalid={fault !== null}
        ref={takeFocus}
        value={name}
        onChange={event => setName(event.target.value)}
      />
      <button type="submit" className="ui-button" aria-disabled={text === '' || fault !== null}>
        {done}
      </button>
      <button type="button" className="ui-button" data-kind="quiet" onClick={() => onName(null)}>
        Cancel
      </button>
      {fault ? <p role="alert">It cannot be that: {fault}.</p> : null}
    </form>
  )
}

/** It comes by a press, to be written in. */
function takeFocus(field: HTMLInputElement | null): void {
  field?.focus()
}
