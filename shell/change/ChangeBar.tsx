import { Square, X } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react'
import type { App } from '../../engine/contracts.ts'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import type { Path } from '../../schema/json/json.ts'
import type { Picture } from '../../schema/protocol/generate.ts'
import type { Changing } from '../desktop/desk.ts'
import { useDesk } from '../desktop/desk-context.ts'
import { documentNodes } from '../inspector/document-nodes.ts'
import { type Picked, usePick } from '../inspector/use-pick.ts'
import { usageWords } from '../model/usage-words.ts'
import { checkPrompt } from '../prompt/check-prompt.ts'
import { AddPicture, PictureList } from '../prompt/PictureList.tsx'
import { usePictures } from '../prompt/use-pictures.ts'
import { runSelfTest } from '../self-test/run-self-test.ts'
import type { Session } from '../session/session.ts'
import { type ChangeState, createChange } from './change.ts'
import { developChanged } from './develop.ts'
import './ChangeBar.css'

interface Pointed {
  readonly path: Path
  readonly name: string
}

/** So much of the data is shown to a model at most. */
const MOST_DATA = 20_000

interface ChangeBarProps {
  readonly session: Session
  readonly name: string
  readonly how: Changing
}

/** Below an app: what should be different about it, and what comes of that. */
export function ChangeBar({ session, name, how }: ChangeBarProps): ReactNode {
  const desk = useDesk()
  const change = useMemo(() => createChange(session, { generate: desk.services.generate, selfTest: runSelfTest }), [session, desk])
  const state = useSignalValue(change.state)
  // Kept until it has come to something, whatever stands in its place meanwhile.
  const [text, setText] = useState('')
  const app = useSignalValue(session.app)
  useEffect(() => () => change.stop(), [change])
  useEffect(() => {
    if (how.mend) void change.ask({ prompt: 'Make the app’s own tests pass.', mend: true })
  }, [how, change])
  useEffect(() => {
    if (state.kind !== 'applied') return
    setText('')
    const drawn = document.querySelector(`.window[data-instance="${CSS.escape(session.id)}"] .session-app`)
    const after = session.app.peek()?.document.peek()
    if (drawn && after) developChanged(drawn, state.before, after)
  }, [state, session])
  if (!app) return null
  return (
    <section className="change-bar" aria-label={`Change ${name}`}>
      {state.kind === 'asking' ? (
        <Asking state={state} onStop={() => change.stop()} />
      ) : (
        <>
          <Outcome
            state={state}
            onUndo={() => {
              change.clear()
              desk.undoChange(session.id)
            }}
          />
          <Ask app={app} text={text} onText={setText} examples={state.kind === 'cannot' ? state.examples : []} onAsk={asked => void change.ask(asked)} />
        </>
      )}
      <button type="button" className="ui-icon-button change-bar-close" aria-label="Close Change" onClick={() => desk.toggleChange(session.id)}>
        <X size={16} strokeWidth={1.5} aria-hidden="true" />
      </button>
    </section>
  )
}

/** What has arrived so far, an operation a line. */
function Asking({ state, onStop }: { readonly state: Extract<ChangeState, { kind: 'asking' }>; readonly onStop: () => void }): ReactNode {
  const { label, changes } = state
  return (
    <div className="change-bar-asking">
      <p role="status">{label === null ? 'Asking…' : /^from /i.test(label) ? label : `Asking ${label}`}</p>
      <ol aria-label="What will change">
        {changes.map((words, index) => (
          <li key={String(index)}>{words}</li>
        ))}
      </ol>
      <button type="button" className="ui-button" onClick={onStop}>
        <Square size={11} strokeWidth={0} fill="currentColor" aria-hidden="true" />
        Stop
      </button>
    </div>
  )
}

/** What came of the last request. */
function Outcome({ state, onUndo }: { readonly state: ChangeState; readonly onUndo: () => void }): ReactNode {
  switch (state.kind) {
    case 'applied':
      return (
        <div className="change-bar-outcome" data-kind="applied">
          <div role="status">
            <p>{state.say ?? (state.changes.length === 1 ? `${state.changes[0]}.` : `${state.changes.length} changes were made.`)} What you entered is kept.</p>
            {state.usage ? <p className="change-bar-usage">{usageWords(state.usage)}</p> : null}
            {state.setAside.length > 0 ? <p>{state.setAside.map(entry => `“${entry}”`).join(', ')} set aside: see Details, Set aside.</p> : null}
          </div>
          {state.changes.length > 1 || state.say !== null ? (
            <details>
              <summary>What changed</summary>
              <ol>
                {state.changes.map((words, index) => (
                  <li key={String(index)}>{words}</li>
                ))}
              </ol>
            </details>
          ) : null}
          <button type="button" className="ui-button" onClick={onUndo}>
            Undo
          </button>
        </div>
      )
    case 'said':
      return (
        <p className="change-bar-outcome" role="status">
          {state.say}
        </p>
      )
    case 'cannot':
      return (
        <p className="change-bar-outcome" role="alert">
          {state.why}
        </p>
      )
    case 'failed':
      return (
        <p className="change-bar-outcome" data-kind="failed" role="alert">
          {state.failure.message}
        </p>
      )
    default:
      return null
  }
}

interface AskProps {
  readonly app: App
  readonly text: string
  readonly onText: (text: string) => void
  readonly examples: readonly string[]
  readonly onAsk: (asked: { readonly prompt: string; readonly pointed?: Path; readonly data?: string; readonly pictures: readonly Picture[] }) => void
}

function Ask({ app, text, onText, examples, onAsk }: AskProps): ReactNode {
  const [problem, setProblem] = useState<string | null>(null)
  const [pointed, setPointed] = useState<Pointed | null>(null)
  const [picking, setPicking] = useState(false)
  const [showsData, setShowsData] = useState(false)
  const pictures = usePictures()
  const field = useRef<HTMLTextAreaElement>(null)
  const problemId = useId()
  useEffect(() => field.current?.focus(), [])

  const onPoint = useCallback((picked: Picked | null) => outline(picked?.element ?? null), [])
  const onEnd = useCallback(
    (picked: Picked | null) => {
      setPicking(false)
      outline(null)
      const document = app.document.peek()
      const node = picked && document ? documentNodes(document).find(({ definition }) => definition === picked.definition) : undefined
      if (node) setPointed({ path: node.path, name: node.name })
      field.current?.focus()
    },
    [app],
  )
  usePick(app, picking, onPoint, onEnd)

  const data = showsData ? JSON.stringify(app.state(), null, 1).slice(0, MOST_DATA) : undefined
  const send = (prompt: string) => {
    const checked = checkPrompt(prompt.trim() === '' && pictures.list.length > 0 ? 'Make it look like this.' : prompt)
    if (!checked.ok) {
      setProblem(prompt.trim() === '' ? 'Write what should be different, for example “add a due date”.' : checked.message)
      field.current?.focus()
      return
    }
    onAsk({ prompt: checked.prompt, pictures: pictures.list, ...(pointed ? { pointed: pointed.path } : {}), ...(data === undefined ? {} : { data }) })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    if (!event.repeat) send(text)
  }
  return (
    <form
      className="change-bar-ask"
      {...pictures.place}
      onSubmit={event => {
        event.preventDefault()
        send(text)
      }}
    >
      {problem ? (
        <p className="change-bar-problem" id={problemId} role="alert">
          {problem}
        </p>
      ) : null}
      {examples.length > 0 ? (
        <ul className="change-bar-examples" aria-label="What it understands">
          {examples.map(example => (
            <li key={example}>
              <button type="button" className="ui-button" onClick={() => onText(example)}>
                {example}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <PictureList pictures={pictures} />
      <textarea
        ref={field}
        rows={2}
        value={text}
        aria-label="What should be different?"
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? problemId : undefined}
        placeholder="What should be different?"
        onChange={event => {
          onText(event.target.value)
          setProblem(null)
        }}
        onKeyDown={onKeyDown}
      />
      <div className="change-bar-row">
        {pointed ? (
          <span className="change-bar-pointed">
            This: {pointed.name}
            <button type="button" aria-label="Point at nothing" onClick={() => setPointed(null)}>
              <X size={13} strokeWidth={1.5} aria-hidden="true" />
            </button>
          </span>
        ) : (
          <button type="button" className="ui-button" data-kind="quiet" aria-pressed={picking} onClick={() => setPicking(!picking)}>
            {picking ? 'Press what you mean' : 'Point at something'}
          </button>
        )}
        <AddPicture pictures={pictures} />
        <label className="change-bar-data">
          <input type="checkbox" checked={showsData} onChange={event => setShowsData(event.target.checked)} />
          Show it my data
        </label>
        <button type="submit" className="ui-button" data-kind="primary">
          Change it
        </button>
      </div>
      {data === undefined ? null : (
        <details className="change-bar-sent">
          <summary>What is sent with it: {data.length.toLocaleString()} characters</summary>
          <pre>{data}</pre>
        </details>
      )}
    </form>
  )
}

/** Around what is being pointed at; around nothing for null. */
function outline(element: Element | null): void {
  for (const before of document.querySelectorAll('[data-pointed]')) before.removeAttribute('data-pointed')
  element?.setAttribute('data-pointed', '')
}
