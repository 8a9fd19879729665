import { type ReactNode, useMemo } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import { prettyText } from '../../schema/json/pretty-text.ts'
import { CodeBlock } from './CodeBlock.tsx'
import { type DerivedEntry, derivedEntries } from './derived-entries.ts'
import type { Inspection } from './inspection.ts'
import { valueWords } from './value-words.ts'

/** Each derived value with its formula, what that reads, and what it gives at the moment. */
export function DerivedPanel({ inspection, document }: { readonly inspection: Inspection; readonly document: JsonObject | null }): ReactNode {
  const entries = useMemo(() => (document ? derivedEntries(inspection.app, document) : []), [inspection, document])
  if (entries.length === 0) return <p className="inspector-empty">{document ? 'It derives no values.' : 'The blueprint is not complete.'}</p>
  return (
    <dl className="inspector-derived">
      {entries.map(entry => (
        <div key={entry.name}>
          <dt>{entry.params ? `${entry.name}(${entry.params.join(', ')})` : entry.name}</dt>
          <dd>
            <code>{entry.formula}</code>
            <p className="inspector-note">{entry.reads.length > 0 ? `Reads ${entry.reads.join(', ')}` : 'Reads nothing'}</p>
            {entry.value ? <DerivedValue name={entry.name} value={entry.value} /> : <p className="inspector-note">A function, computed where it is called</p>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Characters of a value that are shown. */
const MOST = 4000

function DerivedValue({ name, value: signal }: { readonly name: string; readonly value: NonNullable<DerivedEntry['value']> }): ReactNode {
  const value = useSignalValue(signal)
  if (value === null || typeof value !== 'object')
    return (
      <output aria-label={`Value of ${name}`} data-kind={value === null ? 'null' : typeof value}>
        {valueWords(value)}
      </output>
    )
  return (
    <details>
      <summary>
        <output aria-label={`Value of ${name}`}>{valueWords(value)}</output>
      </summary>
      <CodeBlock label={`${name} as JSON`}>{prettyText(value).slice(0, MOST)}</CodeBlock>
    </details>
  )
}
