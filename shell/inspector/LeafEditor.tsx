import { type ReactNode, useId, useState } from 'react'
import { isNullable, type Type } from '../../schema/formula/types.ts'
import type { Json } from '../../schema/json/json.ts'

export interface LeafEditorProps {
  /** What it is called on the screen, and by a screen reader with where it stands. */
  readonly name: string
  readonly label: string
  readonly value: Json
  readonly type: Type
  readonly choices: readonly Json[] | null
  readonly readOnly: boolean
  /** Writes it; gives why it may not be written. */
  readonly onWrite: (value: Json) => string | null
}

/** One text, number, bool or null of the state, edited by its type. What is typed is written with Enter or when the field is left. */
export function LeafEditor({ name, label, value, type, choices, readOnly, onWrite }: LeafEditorProps): ReactNode {
  const id = useId()
  const [draft, setDraft] = useState<string | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const shown = value === null ? '' : String(value)
  const isBool = typeof value === 'boolean' || (value === null && type.kind === 'bool')
  const isDate = type.kind === 'date'
  const nullable = value !== null && isNullable(type) && !readOnly

  const write = (next: Json) => {
    const why = onWrite(next)
    setWrong(why)
    if (why === null) setDraft(null)
  }
  const settle = () => {
    if (draft === null || draft === shown) {
      setDraft(null)
      setWrong(null)
      return
    }
    const read = readLeaf(draft, value, type)
    if (read === undefined) setWrong(`“${draft}” is no ${type.kind === 'any' ? typeof value : type.kind}.`)
    else write(read)
  }
  const field = {
    id,
    className: 'inspector-field',
    'aria-label': label,
    'aria-invalid': wrong !== null,
    'aria-describedby': wrong !== null ? `${id}-wrong` : undefined,
  } as const

  return (
    <div className="inspector-leaf">
      <span className="inspector-key" aria-hidden="true">
        {name}
      </span>
      {choices ? (
        <select {...field} disabled={readOnly} value={JSON.stringify(value)} onChange={event => write(JSON.parse(event.target.value) as Json)}>
          {(choices.includes(value) ? choices : [value, ...choices]).map(choice => (
            <option key={JSON.stringify(choice)} value={JSON.stringify(choice)}>
              {String(choice)}
            </option>
          ))}
        </select>
      ) : isBool ? (
        <input
          {...field}
          type="checkbox"
          className="inspector-check"
          checked={value === true}
          disabled={readOnly}
          onChange={event => write(event.target.checked)}
        />
      ) : (
        <input
          {...field}
          type={isDate ? 'date' : 'text'}
          inputMode={typeof value === 'number' ? 'decimal' : undefined}
          data-kind={value === null ? 'null' : typeof value}
          placeholder={value === null ? 'null' : undefined}
          spellCheck={false}
          autoComplete="off"
          readOnly={readOnly}
          value={draft ?? shown}
          onChange={event => setDraft(event.target.value)}
          onBlur={settle}
          onKeyDown={event => {
            if (event.key === 'Enter') settle()
            if (event.key === 'Escape' && draft !== null) {
              event.stopPropagation()
              setDraft(null)
              setWrong(null)
            }
          }}
        />
      )}
      {nullable ? (
        <button type="button" className="inspector-small" aria-label={`Set ${label} to null`} onClick={() => write(null)}>
          null
        </button>
      ) : null}
      {wrong !== null ? (
        <span id={`${id}-wrong`} className="inspector-wrong" role="alert">
          {wrong}
        </span>
      ) : null}
    </div>
  )
}

/** What was typed, as the type wants it; undefined where it is none of that type. Where the type says nothing, as the value that was there. */
function readLeaf(text: string, before: Json, type: Type): Json | undefined {
  const wantsNumber = type.kind === 'number' || type.kind === 'time' || (type.kind === 'any' && typeof before === 'number')
  if (!wantsNumber) return type.kind === 'date' && text === '' ? null : text
  const number = Number(text.trim().replace(',', '.'))
  return text.trim() !== '' && Number.isFinite(number) ? number : undefined
}
