import { Trash2 } from 'lucide-react'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import type { SecretInfo } from '../../schema/protocol/secrets.ts'
import { appNameForPeople } from '../desktop/app-name.ts'
import { useDesk } from '../desktop/desk-context.ts'
import { PageFailure, toFailure } from '../services/page-failure.ts'
import type { InstalledApp } from '../storage/installed-app.ts'
import { type SecretDraft, SecretForm } from './SecretForm.tsx'
import './SecretSettings.css'

const capabilityOf = (name: string) => `secret:${name}`

/** The keys that apps may have added to their calls: which there are, for which server, who uses them, and which one is asked for and missing. */
export function SecretSettings(): ReactNode {
  const desk = useDesk()
  const { gateway } = desk.services
  const present = useSignalValue(gateway.present)
  const apps = useSignalValue(desk.apps)
  const [secrets, setSecrets] = useState<readonly SecretInfo[] | null>(null)
  const [draft, setDraft] = useState<SecretDraft | null>(null)
  const [said, setSaid] = useState<{ readonly text: string; readonly bad: boolean } | null>(null)

  const change = useCallback(
    (run: Promise<unknown>, done: string | null): Promise<boolean> =>
      run.then(
        list => {
          setSecrets(listOf(list))
          setSaid(done === null ? null : { text: done, bad: false })
          return true
        },
        cause => {
          setSaid({ text: toFailure(cause).message, bad: true })
          return false
        },
      ),
    [],
  )
  useEffect(() => {
    if (present) void change(gateway.json('GET', 'api/secrets'), null)
  }, [present, gateway, change])

  if (present === false) return <p className="ui-note">Keys are kept by Cyanotype’s own server, which this page was opened without. Start it with npm start.</p>
  const missing = secrets === null ? [] : askedFor(apps).filter(({ name }) => !secrets.some(secret => secret.name === name))
  const save = async (kept: SecretDraft & { readonly value: string }) => {
    if (await change(gateway.json('POST', 'api/secrets', kept), `The key “${kept.name}” is kept. It is sent to ${kept.origin} alone, and never shown again.`))
      setDraft(null)
  }
  const remove = (name: string) => {
    void change(gateway.json('DELETE', 'api/secrets', { name }), `The key “${name}” is forgotten. Apps that used it are refused from now on.`)
  }
  return (
    <div className="secrets">
      <p className="ui-note">
        A server may want to know who asks. Its key stays on this machine, in a file that only you can read; the desktop adds it to calls to that server and to
        no other. An app asks for a key by its name, and never sees it.
      </p>
      {secrets && (secrets.length > 0 || missing.length > 0) ? (
        <ul>
          {secrets.map(secret => (
            <li key={secret.name}>
              <div>
                <strong>{secret.name}</strong>
                <span>
                  for {secret.origin} · {placeWords(secret)}
                </span>
                <span>{usersWords(apps, secret.name)}</span>
              </div>
              <button type="button" className="ui-button" data-kind="quiet" onClick={() => setDraft({ ...secret })}>
                Replace
              </button>
              <button type="button" className="ui-icon-button" aria-label={`Forget the key “${secret.name}”`} onClick={() => remove(secret.name)}>
                <Trash2 size={15} strokeWidth={1.5} aria-hidden="true" />
              </button>
            </li>
          ))}
          {missing.map(({ name, app, origin }) => (
            <li key={`missing ${name}`} data-missing="">
              <div>
                <strong>{name}</strong>
                <span>
                  {appNameForPeople(app)} asks for it{origin === '' ? '' : `, for ${origin}`}. There is none yet.
                </span>
              </div>
              <button type="button" className="ui-button" onClick={() => setDraft({ name, origin, place: 'bearer', field: '' })}>
                Add
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {draft ? (
        <SecretForm key={draft.name} draft={draft} onSave={save} onCancel={() => setDraft(null)} />
      ) : (
        <button type="button" className="ui-button" disabled={secrets === null} onClick={() => setDraft({ name: '', origin: '', place: 'bearer', field: '' })}>
          Add a key
        </button>
      )}
      <p role="status" className="secrets-said" data-bad={said?.bad ? '' : undefined}>
        {said?.text}
      </p>
    </div>
  )
}

function listOf(answer: unknown): readonly SecretInfo[] {
  if (!Array.isArray(answer)) throw new PageFailure('bad-answer', 'The desktop’s server answered in a way this page does not know.')
  return answer as readonly SecretInfo[]
}

function placeWords({ place, field }: SecretInfo): string {
  if (place === 'bearer') return 'sent as a bearer token'
  return place === 'header' ? `sent in the header ${field}` : `sent as the parameter ${field}`
}

function usersWords(apps: readonly InstalledApp[], name: string): string {
  const users = apps.filter(app => app.grants.some(grant => grant.granted && grant.capability === capabilityOf(name)))
  return users.length === 0 ? 'No app may use it' : `Used by ${users.map(app => appNameForPeople(app.name)).join(', ')}`
}

/** The keys that installed apps asked for by name, each once, with the server where the app reaches but one. */
function askedFor(apps: readonly InstalledApp[]): readonly { readonly name: string; readonly app: string | null; readonly origin: string }[] {
  const found = new Map<string, { readonly name: string; readonly app: string | null; readonly origin: string }>()
  for (const app of apps) {
    const origins = app.grants.flatMap(({ capability, choice }) => (capability.startsWith('net:') ? [choice ?? capability.slice('net:'.length)] : []))
    for (const { capability } of app.grants) {
      if (!capability.startsWith('secret:')) continue
      const name = capability.slice('secret:'.length)
      if (!found.has(name))
        found.set(name, { name, app: app.name, origin: origins.length === 1 && /^https?:/.test(origins[0] ?? '') ? (origins[0] ?? '') : '' })
    }
  }
  return [...found.values()]
}
