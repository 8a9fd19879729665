import { type ReactNode, useDeferredValue, useMemo } from 'react'
import { questionsFor } from '../../blueprints/library/questions.ts'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import { AppTile } from '../desktop/AppTile.tsx'
import { createAppIndex, type Found, openFound } from '../desktop/app-index.ts'
import { useDesk } from '../desktop/desk-context.ts'
import { useShipped } from '../desktop/use-shipped.ts'
import './NearApps.css'

/** While a request is being written: apps that may be it already, and what a thin one leaves open. Enter just makes it. */
export function NearApps({ request }: { readonly request: string }): ReactNode {
  const desk = useDesk()
  const own = useSignalValue(desk.apps)
  const shipped = useShipped()
  const index = useMemo(() => createAppIndex(own, shipped), [own, shipped])
  // Typing comes first.
  const settled = useDeferredValue(request)
  const found = useMemo(() => index.near(settled), [index, settled])
  const questions = useMemo(() => questionsFor(settled), [settled])
  if (found.length === 0 && questions.length === 0) return null
  return (
    <div className="near-apps">
      {found.length > 0 ? <p role="status">{found.length === 1 ? 'This may be it already:' : 'One of these may be it already:'}</p> : null}
      <ul>
        {found.map(app => (
          <li key={app.key}>
            <NearApp
              app={app}
              onOpen={() => {
                openFound(desk, app)
                desk.writePrompt('')
              }}
            />
          </li>
        ))}
      </ul>
      {questions.map(({ ask, answers }) => (
        <fieldset key={ask} className="near-apps-question">
          <legend>{ask} Or press Enter, and it is just made.</legend>
          {answers.map(({ label, request: next }) => (
            <button
              key={label}
              type="button"
              className="ui-button"
              onClick={() => {
                desk.writePrompt(next)
                document.querySelector<HTMLElement>('.prompt textarea')?.focus()
              }}
            >
              {label}
            </button>
          ))}
        </fieldset>
      ))}
    </div>
  )
}

function NearApp({ app, onOpen }: { readonly app: Found; readonly onOpen: () => void }): ReactNode {
  return (
    <button type="button" onClick={onOpen}>
      <AppTile icon={app.icon} size="s" />
      <span>
        <span className="near-apps-name">Open {app.name}</span>
        <span className="near-apps-about">
          {app.kind === 'own' ? 'On this desktop' : 'Comes with Cyanotype'}
          {app.about ? `: ${app.about}` : null}
        </span>
      </span>
    </button>
  )
}
