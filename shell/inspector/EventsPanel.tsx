import { type ReactNode, useCallback, useId, useState } from 'react'
import type { EventRecord } from '../../engine/observe/event-record.ts'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import { isRecord } from '../../schema/check/kinds.ts'
import { prettyText } from '../../schema/json/pretty-text.ts'
import { CodeBlock } from './CodeBlock.tsx'
import { nodeName } from './document-nodes.ts'
import { type EventGroup, eventGroups } from './event-groups.ts'
import { durationWords, eventWords, pathWords, timeWords } from './event-words.ts'
import type { Inspection } from './inspection.ts'
import { useVersion } from './use-version.ts'

/** Records that are looked through, and groups of them that are shown. */
const MOST_RECORDS = 2000
const MOST_GROUPS = 100

/** What happened in the app, newest first: each event with all that it led to. */
export function EventsPanel({ inspection, id }: { readonly inspection: Inspection; readonly id: string }): ReactNode {
  const { observer } = inspection
  const [held, setHeld] = useState<readonly EventRecord[] | null>(null)
  const [wanted, setWanted] = useState('')
  const field = useId()
  const running = useSignalValue(inspection.app.phase) === 'running'
  useVersion(useCallback(() => observer.seq, [observer]))
  const records = held ?? observer.find({ app: id, limit: MOST_RECORDS })
  const text = wanted.trim().toLowerCase()
  const groups = eventGroups(records)
    .filter(group => text === '' || wordsOf(group).includes(text))
    .slice(-MOST_GROUPS)
    .reverse()
  return (
    <>
      <p className="inspector-actions">
        <label htmlFor={field} className="ui-hidden">
          Find in the events
        </label>
        <input id={field} className="inspector-field" type="search" placeholder="Find" value={wanted} onChange={event => setWanted(event.target.value)} />
        <button type="button" className="inspector-button" aria-pressed={held !== null} onClick={() => setHeld(held ? null : records)}>
          Hold still
        </button>
        <button type="button" className="inspector-button" disabled={!running} onClick={() => inspection.timeline.travel(0)}>
          Go back to the start
        </button>
      </p>
      {groups.length === 0 ? <p className="inspector-empty">{text === '' ? 'Nothing has happened yet. Use the app.' : 'No event has this in it.'}</p> : null}
      <ol className="inspector-events">
        {groups.map(group => (
          <Group key={group.key} group={group} inspection={inspection} />
        ))}
      </ol>
    </>
  )
}

function wordsOf({ event, records }: EventGroup): string {
  return [...(event ? [event] : []), ...records].map(record => `${eventWords(record)} ${pathWords(record).join(' ')}`.toLowerCase()).join(' ')
}

function Group({ group, inspection }: { readonly group: EventGroup; readonly inspection: Inspection }): ReactNode {
  const [open, setOpen] = useState(false)
  const { event, records, at, ms, code } = group
  const title = event ? eventWords(event) : records[0] ? eventWords(records[0]) : ''
  return (
    <li data-failed={code !== null ? '' : undefined}>
      <button type="button" className="inspector-opener" aria-expanded={open} onClick={() => setOpen(!open)}>
        <time dateTime={new Date(at).toISOString()}>{timeWords(at)}</time> <span className="inspector-key">{title}</span>{' '}
        <span className="inspector-summary">
          {ms === null ? '' : `${durationWords(ms)} · `}
          {summaryOf(group)}
        </span>
      </button>
      {open ? (
        <ol>
          {records.map(record => (
            <Entry key={record.seq} record={record} since={at} inspection={inspection} />
          ))}
        </ol>
      ) : null}
    </li>
  )
}

function summaryOf({ records, code }: EventGroup): string {
  const count = (kind: EventRecord['kind']) => records.filter(record => record.kind === kind).length
  const [steps, commits, calls] = [count('step'), count('commit'), count('call')]
  const parts = [
    steps > 0 ? `${steps} ${steps === 1 ? 'step' : 'steps'}` : '',
    commits > 0 ? `${commits} ${commits === 1 ? 'write' : 'writes'}` : '',
    calls > 0 ? `${calls} ${calls === 1 ? 'call' : 'calls'}` : '',
    code !== null ? `failed: ${code}` : '',
  ]
  return parts.filter(part => part !== '').join(', ')
}

/** What a drawing drew anew, as far as it is remembered. */
function drawnWords({ seq }: EventRecord, { draws }: Inspection): readonly string[] {
  const names = draws?.drawnIn(seq).map(node => (isRecord(node) ? nodeName(node) : 'Text')) ?? []
  return names.length === 0 ? [] : [[...new Set(names)].join(', ')]
}

function Entry({ record, since, inspection }: { readonly record: EventRecord; readonly since: number; readonly inspection: Inspection }): ReactNode {
  const [shown, setShown] = useState(false)
  const running = useSignalValue(inspection.app.phase) === 'running'
  const moment = record.kind === 'commit' ? inspection.timeline.at(record.seq) : undefined
  const paths = record.kind === 'draw' ? drawnWords(record, inspection) : pathWords(record)
  return (
    <li data-kind={record.kind} data-failed={record.code !== null ? '' : undefined}>
      <span className="inspector-kind">{record.kind}</span> {eventWords(record)}{' '}
      <span className="inspector-note">
        +{durationWords(Math.max(0, record.at - since))}
        {record.ms !== null ? `, took ${durationWords(record.ms)}` : ''}
        {record.kind === 'call' && record.size !== null ? `, ${record.size.toLocaleString('en')} characters` : ''}
      </span>
      {paths.length > 0 ? <span className="inspector-paths">{paths.join('  ')}</span> : null}
      {moment ? (
        <span className="inspector-actions">
          <button type="button" className="inspector-small" aria-expanded={shown} onClick={() => setShown(!shown)}>
            Values
          </button>
          <button
            type="button"
            className="inspector-small"
            disabled={!running}
            title="Make the state what it was after this"
            onClick={() => inspection.timeline.travel(record.seq)}
          >
            Go back to here
          </button>
        </span>
      ) : null}
      {moment && shown ? (
        <CodeBlock label="What was written">
          {moment.patches
            .slice(0, 20)
            .map(({ op, path, value }) => `${op} /${path.join('/')}${value === undefined ? '' : ` ${prettyText(value)}`}`)
            .join('\n')}
        </CodeBlock>
      ) : null}
    </li>
  )
}
