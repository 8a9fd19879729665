import { signal } from '@preact/signals-core'
import type { ReactNode } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import { useDesk } from '../desktop/desk-context.ts'
import { toFailure } from '../services/page-failure.ts'
import type { Reminder } from '../storage/reminder-records.ts'
import './Scheduled.css'

const none = signal<readonly Reminder[]>([])

/** The notifications that an app wants shown later, and a way to take each back. Nothing where there are none. */
export function Scheduled({ instance }: { readonly instance: string }): ReactNode {
  const desk = useDesk()
  const platform = useSignalValue(desk.platform)
  const own = useSignalValue(platform?.reminders.waiting ?? none).filter(reminder => reminder.instance === instance)
  if (own.length === 0) return null
  return (
    <section>
      <h3 className="details-scheduled-title">Notifications to come</h3>
      <ul className="details-scheduled">
        {own.map(({ id, title, text, at }) => (
          <li key={id}>
            <span>
              <time dateTime={new Date(at).toISOString()}>{new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })}</time>
              <strong>{title}</strong>
              {text === '' ? null : <span>{text}</span>}
            </span>
            <button
              type="button"
              className="ui-button"
              aria-label={`Cancel “${title}”`}
              onClick={() =>
                platform?.reminders
                  .cancel(instance, id)
                  .catch(cause => desk.say({ from: null, text: `It was not taken back. ${toFailure(cause).message}`, tone: 'bad', undo: null }))
              }
            >
              Cancel
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
