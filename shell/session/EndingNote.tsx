import { type ReactNode, useId } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import { useDesk } from '../desktop/desk-context.ts'
import { useShipped } from '../desktop/use-shipped.ts'
import type { Session } from './session.ts'
import type { Ending } from './session-state.ts'

/** Beside or above what was drawn: why it is not an app (yet), and what one can do. */
export function EndingNote({ session, name }: { readonly session: Session; readonly name: string }): ReactNode {
  const { phase, ending, fault, prompt } = useSignalValue(session.state)
  if (phase !== 'stopped') return null
  if (fault)
    return (
      <Note title={`${name} was stopped`}>
        <p>{fault.message}</p>
        <p>Its data is saved. The other apps go on.</p>
        <div className="ending-note-actions">
          <button type="button" className="ui-button" data-kind="primary" onClick={() => session.restart()}>
            Run it again
          </button>
        </div>
      </Note>
    )
  if (!ending || ending.kind === 'complete') return null
  return <UnfinishedNote session={session} ending={ending} prompt={prompt} />
}

function UnfinishedNote({ session, ending, prompt }: { readonly session: Session; readonly ending: Ending; readonly prompt: string | null }): ReactNode {
  const again =
    prompt === null ? null : (
      <button type="button" className="ui-button" onClick={() => session.startAgain()}>
        {ending.kind === 'failed' || ending.kind === 'invalid' ? 'Try again' : 'Start again'}
      </button>
    )
  const goOn = (
    <button type="button" className="ui-button" data-kind="primary" onClick={() => session.goOn()}>
      Go on
    </button>
  )
  const asked = prompt === null ? null : <blockquote>{prompt.length > 400 ? `${prompt.slice(0, 400)}…` : prompt}</blockquote>
  switch (ending.kind) {
    case 'stopped':
    case 'interrupted':
      return (
        <Note title={ending.kind === 'stopped' ? 'Stopped' : 'This was left unfinished'}>
          <p>What had arrived is kept. It can go on from there.</p>
          {asked}
          <div className="ending-note-actions">
            {goOn}
            {again}
          </div>
        </Note>
      )
    case 'failed':
      return (
        <Note title="It could not be finished" tone="bad">
          <p>{ending.failure.message}</p>
          {asked}
          <div className="ending-note-actions">
            {ending.retry ? goOn : null}
            {again}
            <SettingsButton />
          </div>
        </Note>
      )
    case 'invalid':
      return <Problems ending={ending} asked={asked} again={again} />
    case 'nothing-near':
      return <NothingNear ending={ending} prompt={prompt} />
    case 'complete':
      return null
  }
}

const problemsShown = 12

function Problems({
  ending,
  asked,
  again,
}: {
  readonly ending: Extract<Ending, { kind: 'invalid' }>
  readonly asked: ReactNode
  readonly again: ReactNode
}): ReactNode {
  const { issues } = ending
  return (
    <Note title={issues.length === 1 ? 'One problem keeps it from running' : `${issues.length} problems keep it from running`} tone="bad">
      <p>What is in order is drawn; nothing of it runs.</p>
      {asked}
      <ol className="ending-note-issues">
        {issues.slice(0, problemsShown).map(issue => (
          <li key={`${issue.at} ${issue.code}`}>
            {issue.message}
            <code>
              line {issue.line}
              {issue.at ? `, ${issue.at}` : ''}
            </code>
          </li>
        ))}
      </ol>
      {issues.length > problemsShown ? <p>And {issues.length - problemsShown} more.</p> : null}
      <div className="ending-note-actions">{again}</div>
    </Note>
  )
}

function NothingNear({ ending, prompt }: { readonly ending: Extract<Ending, { kind: 'nothing-near' }>; readonly prompt: string | null }): ReactNode {
  const desk = useDesk()
  const shipped = useShipped()
  return (
    <Note title="The library has nothing near this">
      <p>No model is set up, so only the apps that come with the desktop can answer{prompt ? ` “${prompt.slice(0, 120)}”` : ''}. A model can make it.</p>
      {ending.nearest.length > 0 ? <p>Nearest are:</p> : null}
      <ul className="ending-note-nearest">
        {ending.nearest.map(({ id, name, about }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => {
                const app = shipped.find(other => other.id === id)
                if (app) desk.openDocument(app.document, 'shipped')
                else desk.ask(name)
              }}
            >
              <strong>{name}</strong>
              <span>{about}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="ending-note-actions">
        <SettingsButton primary />
        <button type="button" className="ui-button" onClick={() => prompt && desk.writePrompt(prompt)}>
          Change the words
        </button>
      </div>
    </Note>
  )
}

function SettingsButton({ primary = false }: { readonly primary?: boolean }): ReactNode {
  const desk = useDesk()
  return (
    <button type="button" className="ui-button" data-kind={primary ? 'primary' : 'quiet'} onClick={() => desk.showPanel({ kind: 'settings' })}>
      Set up a model
    </button>
  )
}

function Note({ title, tone, children }: { readonly title: string; readonly tone?: 'bad'; readonly children: ReactNode }): ReactNode {
  const id = useId()
  return (
    <aside className="ending-note" aria-labelledby={id} data-tone={tone}>
      <h2 id={id}>{title}</h2>
      {children}
    </aside>
  )
}
