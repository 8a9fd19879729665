import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { appNameForPeople } from '../desktop/app-name.ts'
import { useDesk } from '../desktop/desk-context.ts'
import { toFailure } from '../services/page-failure.ts'
import { saveTextFile } from '../services/save-file.ts'
import { auditToCsv, auditToJson } from './audit-export.ts'
import { type AuditFilter, everything, fits, type Outcome, outcomeOf } from './audit-filter.ts'
import type { AuditKind, AuditRecord } from './audit-record.ts'
import { howWords, kindWords, outcomeWords, whatWords } from './audit-words.ts'
import type { AuditReading } from './verify-blocks.ts'

/** Rows that are drawn; more on demand. */
const step = 200
const hour = 3_600_000
const ages = [
  { within: 0, label: 'Any time' },
  { within: hour, label: 'The last hour' },
  { within: 24 * hour, label: 'The last day' },
  { within: 7 * 24 * hour, label: 'The last week' },
]

/** Everything that apps did and were allowed, newest first, with filters; and whether all of it is still there. */
export function AuditList({ app }: { readonly app: string | null }): ReactNode {
  const desk = useDesk()
  const [reading, setReading] = useState<AuditReading | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [filter, setFilter] = useState<AuditFilter>({ ...everything, app: app ?? '' })
  const [shown, setShown] = useState(step)
  useEffect(() => {
    desk.services
      .auditLog()
      .then(log => log.read())
      .then(setReading, cause => setProblem(toFailure(cause).message))
  }, [desk])
  const found = useMemo(() => (reading?.records ?? []).filter(record => fits(record, filter, Date.now())).toReversed(), [reading, filter])
  const names = useMemo(() => new Map((reading?.records ?? []).flatMap(({ app: id, name }) => (id === '' ? [] : [[id, appNameForPeople(name)]]))), [reading])
  if (problem !== null) return <p role="alert">{problem}</p>
  if (!reading) return <p role="status">Reading…</p>
  const set = (part: Partial<AuditFilter>) => {
    setFilter({ ...filter, ...part })
    setShown(step)
  }
  const save = (kind: 'json' | 'csv') => {
    const day = new Date().toISOString().slice(0, 10)
    if (kind === 'csv') saveTextFile(`cyanotype-audit-${day}.csv`, 'text/csv', auditToCsv(found))
    else saveTextFile(`cyanotype-audit-${day}.json`, 'application/json', auditToJson(found, reading, new Date()))
  }
  return (
    <>
      <Wholeness reading={reading} />
      <div className="audit-bar">
        <Choice label="App" value={filter.app} onChange={id => set({ app: id })} all="All apps" options={[...names]} />
        <Choice label="What" value={filter.kind} onChange={kind => set({ kind: kind as AuditKind })} all="Everything" options={Object.entries(kindWords)} />
        <Choice
          label="Outcome"
          value={filter.outcome}
          onChange={outcome => set({ outcome: outcome as Outcome })}
          all="However it went"
          options={Object.entries(outcomeWords)}
        />
        <select className="ui-select" aria-label="When" value={filter.within} onChange={event => set({ within: Number(event.target.value) })}>
          {ages.map(({ within, label }) => (
            <option key={within} value={within}>
              {label}
            </option>
          ))}
        </select>
        <span className="audit-save">
          <button type="button" className="ui-button" disabled={found.length === 0} onClick={() => save('csv')}>
            Save as CSV
          </button>
          <button type="button" className="ui-button" disabled={found.length === 0} onClick={() => save('json')}>
            Save as JSON
          </button>
        </span>
      </div>
      {found.length === 0 ? (
        <p className="ui-note">{reading.records.length === 0 ? 'No app has done anything yet.' : 'Nothing fits.'}</p>
      ) : (
        <table className="audit-table">
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">App</th>
              <th scope="col">What</th>
              <th scope="col">How it went</th>
            </tr>
          </thead>
          <tbody>
            {found.slice(0, shown).map((record, index) => (
              <Row key={index} record={record} />
            ))}
          </tbody>
        </table>
      )}
      {found.length > shown ? (
        <button type="button" className="ui-button" onClick={() => setShown(shown + step)}>
          Show more ({(found.length - shown).toLocaleString()} left)
        </button>
      ) : null}
    </>
  )
}

function Wholeness({ reading: { records, breaks, since } }: { readonly reading: AuditReading }): ReactNode {
  if (since === null && breaks.length === 0) return null
  if (breaks.length === 0)
    return (
      <p className="audit-whole" role="status">
        Unbroken since {new Date(since!).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })}: {records.length.toLocaleString()}{' '}
        {records.length === 1 ? 'entry' : 'entries'}.
      </p>
    )
  return (
    <p className="audit-broken" role="alert">
      The chain is broken, so that what stands here may not be all that happened, or not what was written:{' '}
      {breaks
        .slice(0, 5)
        .map(({ seq, why }) => `block ${seq}, ${why}`)
        .join('; ')}
      {breaks.length > 5 ? `; and ${breaks.length - 5} more` : ''}.
    </p>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** What stands for no choice. */
  readonly all: string
  readonly options: readonly (readonly [value: string, label: string])[]
}

function Choice({ label, value, onChange, all, options }: ChoiceProps): ReactNode {
  return (
    <select className="ui-select" aria-label={label} value={value} onChange={event => onChange(event.target.value)}>
      <option value="">{all}</option>
      {options.map(([id, name]) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  )
}

function Row({ record }: { readonly record: AuditRecord }): ReactNode {
  const { at, until, count, app, name, kind } = record
  const time = new Date(at).toLocaleString(undefined, { dateStyle: 'short', timeStyle: 'medium' })
  return (
    <tr data-outcome={outcomeOf(record)}>
      <td>{time}</td>
      <td>{app === '' ? 'The desktop' : appNameForPeople(name)}</td>
      <td>
        {whatWords(record)}
        {kind === 'call' && count > 1 ? (
          <span className="audit-count" title={`until ${new Date(until).toLocaleTimeString()}`}>
            {' '}
            × {count.toLocaleString()}
          </span>
        ) : null}
      </td>
      <td>{howWords(record)}</td>
    </tr>
  )
}
