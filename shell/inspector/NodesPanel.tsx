import { type KeyboardEvent, type ReactNode, type RefObject, useCallback, useId, useMemo, useState } from 'react'
import type { JsonObject } from '../../schema/json/json.ts'
import { formatPointer } from '../../schema/json/pointer.ts'
import { type DocumentNode, documentNodes, nodeName } from './document-nodes.ts'
import type { Inspection } from './inspection.ts'
import { NodeBox } from './NodeBox.tsx'
import { findDrawn } from './node-at.ts'
import { createNodeSources } from './node-source.ts'
import { type Picked, usePick } from './use-pick.ts'
import { useVersion } from './use-version.ts'

export interface NodesPanelProps {
  readonly inspection: Inspection
  readonly document: JsonObject | null
  /** The app's window. */
  readonly stage: RefObject<HTMLElement | null>
}

/** Nodes that are listed; the others are found by their names. */
const MOST = 400

/** What the view is made of: how often each node was drawn, and for one of them its JSON and its line. */
export function NodesPanel({ inspection, document, stage }: NodesPanelProps): ReactNode {
  const { app, draws } = inspection
  const id = useId()
  const [chosen, setChosen] = useState<Picked | null>(null)
  const [pointed, setPointed] = useState<Picked | null>(null)
  const [picking, setPicking] = useState(false)
  const [wanted, setWanted] = useState('')
  useVersion(useCallback(() => draws?.version ?? 0, [draws]))
  const nodes = useMemo(() => (document ? documentNodes(document) : []), [document])
  const sources = useMemo(() => (document ? createNodeSources(document) : null), [document])
  const end = useCallback((picked: Picked | null) => {
    setPicking(false)
    if (picked) setChosen(picked)
  }, [])
  usePick(app, picking, setPointed, end)

  const text = wanted.trim().toLowerCase()
  const shown = nodes.filter(node => text === '' || `${node.name} ${formatPointer(node.path)}`.toLowerCase().includes(text)).slice(0, MOST)
  const at = shown.findIndex(node => node.definition === chosen?.definition)
  const choose = (node: DocumentNode | undefined) => {
    if (!node) return
    setChosen({ definition: node.definition, element: stage.current && findDrawn(stage.current, node.definition) })
    window.document.getElementById(`${id}-${formatPointer(node.path)}`)?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const to = event.key === 'ArrowDown' ? at + 1 : event.key === 'ArrowUp' ? at - 1 : event.key === 'Home' ? 0 : event.key === 'End' ? shown.length - 1 : null
    if (to === null) return
    event.preventDefault()
    choose(shown[Math.max(0, Math.min(shown.length - 1, to))])
  }
  const node = nodes.find(each => each.definition === chosen?.definition)
  const framed = pointed ?? chosen
  return (
    <>
      <p className="inspector-actions">
        <button type="button" className="inspector-button" aria-pressed={picking} onClick={() => setPicking(!picking)}>
          Pick in the app
        </button>
        <label htmlFor={`${id}-find`} className="ui-hidden">
          Find a component
        </label>
        <input
          id={`${id}-find`}
          className="inspector-field"
          type="search"
          placeholder="Find"
          value={wanted}
          onChange={event => setWanted(event.target.value)}
        />
        {draws ? (
          <button type="button" className="inspector-button" onClick={() => draws.clear()}>
            Count from 0
          </button>
        ) : null}
      </p>
      <p className="ui-hidden" role="status">
        {picking ? 'Press a component in the app, or Escape.' : ''}
      </p>
      {shown.length === 0 ? <p className="inspector-empty">{nodes.length === 0 ? 'The blueprint is not complete.' : 'No component is called this.'}</p> : null}
      <div
        className="inspector-nodes"
        role="listbox"
        aria-label="Components"
        tabIndex={0}
        aria-activedescendant={at >= 0 ? `${id}-${formatPointer(shown[at]!.path)}` : undefined}
        onKeyDown={onKeyDown}
      >
        {shown.map(each => {
          const pointer = formatPointer(each.path)
          const count = draws?.count(each.definition) ?? 0
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys for all of its options
            <div
              key={pointer}
              id={`${id}-${pointer}`}
              role="option"
              tabIndex={-1}
              aria-selected={each.definition === chosen?.definition}
              style={{ paddingInlineStart: 8 + Math.min(each.depth, 20) * 12 }}
              onClick={() => choose(each)}
            >
              <span>{each.name}</span> {count > 0 ? <span className="inspector-count">drawn {count}×</span> : null}
            </div>
          )
        })}
      </div>
      {chosen ? (
        <section className="inspector-source" aria-label="Chosen component">
          {node && sources ? (
            <Source node={node} {...sources(node.path)} />
          ) : (
            <p className="inspector-note">{nodeName(chosen.definition)} was made while the app was drawn and stands nowhere in the blueprint.</p>
          )}
        </section>
      ) : null}
      {framed?.element ? <NodeBox element={framed.element} name={nodeName(framed.definition)} /> : null}
    </>
  )
}

function Source({ node, line, lines }: { readonly node: DocumentNode; readonly line: number; readonly lines: readonly string[] }): ReactNode {
  return (
    <>
      <p>
        <strong>{node.name}</strong>{' '}
        <span className="inspector-note">
          line {line} of the blueprint · <code>{formatPointer(node.path)}</code>
        </span>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so that it must be reachable by key */}
      <pre tabIndex={0} style={{ counterReset: `line ${line - 1}` }}>
        {lines.map((text, index) => (
          <span key={index}>{`${text}\n`}</span>
        ))}
      </pre>
    </>
  )
}
