import type { ReactNode } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import { appNameForPeople } from '../desktop/app-name.ts'
import { useDesk } from '../desktop/desk-context.ts'
import type { Session } from '../session/session.ts'
import { withoutHandover } from './handover.ts'

/** Which other apps this one may hand something to, each until it is taken back. Nothing where there is none. */
export function HandoverList({ session }: { readonly session: Session }): ReactNode {
  const desk = useDesk()
  const apps = useSignalValue(desk.apps)
  const installed = useSignalValue(session.installed)
  const shown = (installed?.handovers ?? []).flatMap(handover => {
    const to = apps.find(app => app.instance === handover.to)
    return to ? [{ handover, name: appNameForPeople(to.name) }] : []
  })
  if (shown.length === 0) return null
  return (
    <section className="details-apps">
      <h3>It may hand over</h3>
      <ul className="details-permissions">
        {shown.map(({ handover, name }) => (
          <li key={`${handover.intent} ${handover.to}`} className="details-handover">
            <span className="capability">
              <strong>{handover.intent === null ? `What it opens ${name} with` : `“${handover.intent}” to ${name}`}</strong>
              <span className="capability-why">
                {handover.lastUsedAt === null
                  ? 'Not used yet'
                  : `Last used ${new Date(handover.lastUsedAt).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })}`}
              </span>
            </span>
            <button
              type="button"
              className="ui-button"
              aria-label={`Take back: ${handover.intent === null ? 'what it opens' : `“${handover.intent}” to`} ${name}`}
              onClick={() => {
                session.amend(app => withoutHandover(app, handover))
                const { intent } = handover
                const capability = intent === null ? 'apps' : `intent:${intent}`
                desk.audit({
                  at: Date.now(),
                  app: session.id,
                  name: installed?.name ?? '',
                  kind: 'taken-back',
                  what: '',
                  capability,
                  code: null,
                  detail: `to ${name}`,
                })
              }}
            >
              Take back
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
