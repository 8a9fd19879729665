import { computed } from '@preact/signals-core'
import { type ReactNode, useMemo } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import { labelWords } from '../../schema/flow.ts'
import { ANY } from '../../schema/formula/types.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import type { Inspection } from './inspection.ts'
import { type StateActions, StateValue } from './StateValue.tsx'
import { entryShapes, whyNot } from './state-shape.ts'

/** The state, entry by entry. What is written here is a transaction like any other: checked against its type, undone by Undo. */
export function StatePanel({ inspection, document }: { readonly inspection: Inspection; readonly document: JsonObject | null }): ReactNode {
  const { app } = inspection
  const running = useSignalValue(app.phase) === 'running'
  const canUndo = useSignalValue(app.canUndo)
  const canRedo = useSignalValue(app.canRedo)
  const state = useSignalValue(useMemo(() => computed(() => app.store.read([]) as JsonObject), [app]))
  const shapes = useMemo(() => entryShapes(document, name => app.firstValue([name])), [document, app])
  const actions = useMemo(
    (): StateActions => ({
      write(path, value) {
        const why = whyNot(app, shapes, path, value)
        if (why !== null) return why
        return app.write(path, value, {}) ? null : 'The app did not take it.'
      },
      remove(path) {
        app.change(draft => draft.remove(path), {})
      },
    }),
    [app, shapes],
  )
  // The labels stand beside the values, and are said with them.
  const names = Object.keys(state).filter(name => !name.startsWith('#'))
  return (
    <>
      <p className="inspector-actions">
        <button type="button" className="inspector-button" disabled={!canUndo || !running} onClick={() => app.undo()}>
          Undo
        </button>
        <button type="button" className="inspector-button" disabled={!canRedo || !running} onClick={() => app.redo()}>
          Redo
        </button>
        {running ? null : <span className="inspector-note">The app does not run here, so nothing can be written.</span>}
      </p>
      {names.length === 0 ? <p className="inspector-empty">It keeps nothing.</p> : null}
      <ul className="inspector-tree">
        {names.map(name => {
          const shape = shapes.get(name)
          const from = app.labels.of(sink => sink.entry(name)).map(label => labelWords(label))
          const notes = [shape?.entry.persist ? 'kept' : '', shape?.entry.history ? 'undoable' : '', from.length > 0 ? `from ${from.join(', ')}` : ''].filter(
            note => note !== '',
          )
          return (
            <StateValue
              key={name}
              path={[name]}
              value={state[name] ?? null}
              type={shape?.type ?? ANY}
              choices={shape?.choices ?? null}
              note={notes.join(', ')}
              actions={actions}
              readOnly={!running}
            />
          )
        })}
      </ul>
    </>
  )
}
