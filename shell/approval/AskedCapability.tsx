import { type ReactNode, useId, useState } from 'react'
import { kindOf, pickedName, scopeOf } from '../../schema/capability-name.ts'
import { capabilityWords } from '../../schema/capability-words.ts'
import { readTypedOrigin } from '../../schema/picked-origin.ts'
import { quotedWords } from '../desktop/quoted-words.ts'
import { Switch } from '../desktop/Switch.tsx'
import { WhoIsAsked } from '../model/WhoIsAsked.tsx'
import { DurationChoice } from '../permissions/DurationChoice.tsx'
import { durationOf, mayBeTimed, untilOf } from '../permissions/durations.ts'
import type { Reached } from '../session/session-state.ts'
import { FolderChoice } from '../workspace/FolderChoice.tsx'
import type { Terms } from './approvals.ts'
import '../permissions/permissions.css'

export interface AskedCapabilityProps {
  readonly reached: Reached
  readonly on: boolean
  readonly terms: Terms
  readonly onChange: (on: boolean, terms: Terms) => void
}

/** One thing that an app asks for, and what the person says to it: whether, how long, and which one. */
export function AskedCapability({ reached, on, terms, onChange }: AskedCapabilityProps): ReactNode {
  const { capability } = reached
  const name = pickedName(capability)
  const { title } = capabilityWords(capability)
  return (
    <div className="asked">
      <Switch on={on} onChange={next => onChange(next, terms)}>
        <CapabilityText reached={reached} />
      </Switch>
      {name === null ? null : <OriginPick name={name} choice={terms.choice ?? null} onPick={choice => onChange(choice !== null, withChoice(terms, choice))} />}
      {on && kindOf(capability) === 'fs' ? (
        <FolderChoice folder={scopeOf(capability)} choice={terms.choice ?? null} onPick={choice => onChange(true, withChoice(terms, choice))} />
      ) : null}
      {on && mayBeTimed(capability) ? (
        <DurationChoice
          label={title}
          value={durationOf(terms.until)}
          onChange={duration => {
            const { until: _, ...rest } = terms
            const until = untilOf(duration, Date.now())
            onChange(on, until === null ? rest : { ...rest, until })
          }}
        />
      ) : null}
    </div>
  )
}

function withChoice({ choice: _, ...rest }: Terms, choice: string | null): Terms {
  return choice === null ? rest : { ...rest, choice }
}

interface OriginPickProps {
  readonly name: string
  readonly choice: string | null
  /** Null while what is written is no address. */
  readonly onPick: (origin: string | null) => void
  /** It counts at once, and so only when the field is left, and not for each letter. */
  readonly atOnce?: boolean
}

/** The person writes the address: the pick is the grant. */
export function OriginPick({ name, choice, onPick, atOnce = false }: OriginPickProps): ReactNode {
  const id = useId()
  const [text, setText] = useState(choice ?? '')
  const origin = readTypedOrigin(text)
  return (
    <div className="origin-pick">
      <label htmlFor={id}>Address of “{name}”</label>
      <input
        id={id}
        className="ui-input"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        placeholder="https://my-server.example"
        aria-describedby={`${id}-read`}
        value={text}
        onChange={event => {
          setText(event.target.value)
          if (!atOnce) onPick(readTypedOrigin(event.target.value))
        }}
        onBlur={() => {
          if (atOnce && origin !== choice) onPick(origin)
        }}
      />
      <p className="ui-note" id={`${id}-read`} role="status">
        {origin !== null ? (
          <>
            It may reach <strong className="origin-read">{origin}</strong> and nothing else. {capabilityWords(`net:${origin}`).detail}
          </>
        ) : text.trim() === '' ? (
          'Only you write this. Without an address it reaches nothing.'
        ) : (
          'This is no address of a server. Write one like https://my-server.example.'
        )}
      </p>
    </div>
  )
}

/** What the desktop says a capability is, and under it, marked as such, what the app says. */
export function CapabilityText({ reached }: { readonly reached: Pick<Reached, 'capability' | 'why'> }): ReactNode {
  const { title, detail } = capabilityWords(reached.capability)
  return (
    <span className="capability">
      <strong>{title}</strong>
      {detail ? <span>{detail}</span> : null}
      {kindOf(reached.capability) === 'llm' ? <WhoIsAsked /> : null}
      {reached.why ? <span className="capability-why">The app says: {quotedWords(reached.why)}</span> : null}
    </span>
  )
}
