import type { ReactNode } from 'react'
import { type Duration, durations } from './durations.ts'
import './permissions.css'

export interface DurationChoiceProps {
  readonly value: Duration
  readonly onChange: (value: Duration) => void
  /** Of what, for who cannot see where it stands. */
  readonly label: string
  /** The app's window is not open, so that it cannot be closed. */
  readonly closed?: boolean
}

export function DurationChoice({ value, onChange, label, closed = false }: DurationChoiceProps): ReactNode {
  return (
    <select className="ui-select" aria-label={`How long: ${label}`} value={value} onChange={event => onChange(event.target.value as Duration)}>
      {durations
        .filter(each => !closed || each.value !== 'closed')
        .map(each => (
          <option key={each.value} value={each.value}>
            {each.label}
          </option>
        ))}
    </select>
  )
}
