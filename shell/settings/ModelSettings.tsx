import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import type { ProviderStatus } from '../../schema/protocol/generate.ts'
import { useDesk } from '../desktop/desk-context.ts'
import { QuestionSettings } from '../model/QuestionSettings.tsx'
import { SpendingSettings } from '../model/SpendingSettings.tsx'
import { toFailure } from '../services/page-failure.ts'
import { ProviderCard } from './ProviderCard.tsx'

/** What was found, and a field for each kind of model. Where there is no gateway, it says what that means. */
export function ModelSettings(): ReactNode {
  const { gateway } = useDesk().services
  const present = useSignalValue(gateway.present)
  const [providers, setProviders] = useState<readonly ProviderStatus[] | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const load = useCallback(() => {
    gateway.providers().then(
      list => {
        setProviders(list)
        setProblem(null)
      },
      cause => setProblem(toFailure(cause).message),
    )
  }, [gateway])
  useEffect(() => {
    if (present) load()
  }, [present, load])

  if (present === false)
    return (
      <p className="ui-note">
        This page was opened without Cyanotype’s own server, so it asks no model and reaches no network. It answers from the apps that come with it. To use a
        model, start Cyanotype on your machine with <code className="ui-mono">npm start</code>.
      </p>
    )
  if (problem)
    return (
      <div role="alert">
        <p className="ui-note">{problem}</p>
        <button type="button" className="ui-button" onClick={load}>
          Try again
        </button>
      </div>
    )
  if (!providers)
    return (
      <p className="ui-note" role="status">
        Looking for models…
      </p>
    )
  return (
    <>
      <ul className="providers">
        {providers.map(provider => (
          <ProviderCard key={provider.id} provider={provider} onChanged={load} />
        ))}
      </ul>
      <SpendingSettings />
      <QuestionSettings />
    </>
  )
}
