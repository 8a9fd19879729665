import { type ReactNode, useEffect, useState } from 'react'
import type { ProviderId, ProviderStatus } from '../../schema/protocol/generate.ts'
import { useDesk } from '../desktop/desk-context.ts'
import type { InstalledApp } from '../storage/installed-app.ts'

/** Asks for the same app anew, by whichever model; it comes beside the one that is here. */
export function MakeAgain({ app }: { readonly app: InstalledApp }): ReactNode {
  const desk = useDesk()
  const [providers, setProviders] = useState<readonly ProviderStatus[]>([])
  const [chosen, setChosen] = useState<ProviderId | ''>('')
  useEffect(() => {
    // Without a gateway there is one that can be asked, and nothing to choose.
    desk.services.gateway.providers().then(
      all => setProviders(all.filter(({ configured }) => configured)),
      () => undefined,
    )
  }, [desk])
  const prompt = promptOf(app)
  if (prompt === null) return null
  return (
    <div className="details-again">
      <label>
        Make it again with{' '}
        <select className="ui-select" value={chosen} onChange={event => setChosen(event.target.value as ProviderId | '')}>
          <option value="">whatever is set up</option>
          {providers.map(({ id, name, model }) => (
            <option key={id} value={id}>
              {model ? `${name}, ${model}` : name}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        className="ui-button"
        onClick={() => {
          desk.closePanel()
          desk.ask(prompt, { provider: chosen === '' ? undefined : chosen })
        }}
      >
        Make it again
      </button>
    </div>
  )
}

/** The request that made it, and those that changed it; null where it came without one. */
export function promptOf({ versions }: Pick<InstalledApp, 'versions'>): string | null {
  const [first, ...changes] = versions.flatMap(({ lineage }) => (lineage.prompt === null ? [] : [lineage.prompt]))
  if (first === undefined) return null
  return changes.length === 0 ? first : `${first}\n\nAfterwards it was changed:\n${changes.map(change => `- ${change}`).join('\n')}`
}
