import { memo, type ReactNode, useState } from 'react'
import type { Type } from '../../schema/formula/types.ts'
import type { Json, JsonObject, Path } from '../../schema/json/json.ts'
import { JsonEditor } from './JsonEditor.tsx'
import { LeafEditor } from './LeafEditor.tsx'
import { typeBelow } from './state-shape.ts'
import { valueWords } from './value-words.ts'

/** What may be done with the state; the same one as long as the app is. */
export interface StateActions {
  /** Writes a value; gives why it may not be written. */
  write(path: Path, value: Json): string | null
  /** Takes an element out of its list. */
  remove(path: Path): void
}

export interface StateValueProps {
  readonly path: Path
  readonly value: Json
  readonly type: Type
  readonly choices?: readonly Json[] | null
  /** What else there is to say of it. */
  readonly note?: string
  readonly actions: StateActions
  readonly readOnly: boolean
}

/** Members that are drawn before one asks for more. */
const STEP = 50

/** One value of the state with what is in it, each as a field of its own. It is drawn again only when it is another value. */
export const StateValue = memo(
  function StateValue(props: StateValueProps): ReactNode {
    const { path, value, type, choices, actions, readOnly } = props
    if (value !== null && typeof value === 'object') return <Container {...props} value={value} />
    return (
      <li>
        <LeafEditor
          name={String(path.at(-1))}
          label={path.join(' ')}
          value={value}
          type={type}
          choices={choices ?? null}
          readOnly={readOnly}
          onWrite={next => actions.write(path, next)}
        />
        <RemoveElement {...props} />
      </li>
    )
  },
  (before, after) =>
    before.value === after.value &&
    before.type === after.type &&
    before.readOnly === after.readOnly &&
    before.actions === after.actions &&
    before.path.join('\0') === after.path.join('\0'),
)

function Container(props: StateValueProps & { readonly value: JsonObject | readonly Json[] }): ReactNode {
  const { path, value, type, note, actions, readOnly } = props
  const [open, setOpen] = useState(path.length === 1 && sizeOf(value) <= 3)
  const [asJson, setAsJson] = useState(false)
  const [most, setMost] = useState(STEP)
  const name = String(path.at(-1))
  const members: readonly (readonly [string | number, Json])[] = Array.isArray(value)
    ? value.slice(0, most).map((element: Json, index) => [index, element])
    : Object.entries(value).slice(0, most)
  const further = sizeOf(value) - members.length
  return (
    <li>
      <div className="inspector-container">
        <button type="button" className="inspector-opener" aria-expanded={open} onClick={() => setOpen(!open)}>
          <span className="inspector-key">{name}</span> <span className="inspector-summary">{valueWords(value)}</span>
        </button>
        {note ? <span className="inspector-note">{note}</span> : null}
        {readOnly ? null : (
          <button type="button" className="inspector-small" aria-label={`Edit ${path.join(' ')} as JSON`} onClick={() => setAsJson(true)}>
            JSON
          </button>
        )}
        <RemoveElement {...props} />
      </div>
      {asJson ? <JsonEditor label={path.join(' ')} value={value} onWrite={next => actions.write(path, next)} onClose={() => setAsJson(false)} /> : null}
      {open && members.length > 0 ? (
        <ul>
          {members.map(([key, member]) => (
            <StateValue key={key} path={[...path, key]} value={member} type={typeBelow(type, key)} actions={actions} readOnly={readOnly} />
          ))}
          {further > 0 ? (
            <li>
              <button type="button" className="inspector-button" onClick={() => setMost(most + STEP * 4)}>
                Show more of {further.toLocaleString('en')}
              </button>
            </li>
          ) : null}
        </ul>
      ) : null}
    </li>
  )
}

function RemoveElement({ path, actions, readOnly }: StateValueProps): ReactNode {
  if (readOnly || path.length < 2 || typeof path.at(-1) !== 'number') return null
  return (
    <button type="button" className="inspector-small" aria-label={`Remove ${path.join(' ')}`} title="Remove" onClick={() => actions.remove(path)}>
      ×
    </button>
  )
}

function sizeOf(value: JsonObject | readonly Json[]): number {
  return Array.isArray(value) ? value.length : Object.keys(value).length
}
