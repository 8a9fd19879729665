import { type ReactNode, useEffect, useReducer } from 'react'
import { EVENT_ID } from 'storybook/actions'
import { addons } from 'storybook/preview-api'

interface Happened {
  readonly id: number
  readonly name: string
  readonly detail: string
}

type Change = { readonly name: string; readonly detail: string } | null

/** How many events are kept. */
const KEPT = 50

/** What happened in the story: each event, each change of its state, each call of a tool, the last one first. */
export function EventLog({ storyId }: { readonly storyId: string }): ReactNode {
  const [events, add] = useReducer(
    (list: readonly Happened[], change: Change) => (change ? [{ id: (list[0]?.id ?? 0) + 1, ...change }, ...list].slice(0, KEPT) : []),
    [],
  )
  useEffect(() => {
    const channel = addons.getChannel()
    const happened = ({ data, options }: Reported) => {
      if (options?.story === storyId) add({ name: data.name, detail: shown(data.args) })
    }
    channel.on(EVENT_ID, happened)
    return () => channel.off(EVENT_ID, happened)
  }, [storyId])
  if (events.length === 0) return <p>Use what is shown above: each event and each change of the state is written down here.</p>
  return (
    <>
      <ol className="event-log" aria-label="Events, the last first">
        {events.map(event => (
          <li key={event.id}>
            <strong>{event.name}</strong> <code>{event.detail}</code>
          </li>
        ))}
      </ol>
      <button type="button" className="event-log-clear" onClick={() => add(null)}>
        Clear
      </button>
    </>
  )
}

/** As Storybook's actions tell of themselves. */
interface Reported {
  readonly data: { readonly name: string; readonly args: unknown }
  readonly options?: { readonly story?: string }
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))
