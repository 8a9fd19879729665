import { type FormEvent, type ReactNode, useState } from 'react'
import type { SecretInfo, SecretPlace } from '../../schema/protocol/secrets.ts'

export type SecretDraft = Omit<SecretInfo, 'at'>

export interface SecretFormProps {
  readonly draft: SecretDraft
  readonly onSave: (secret: SecretDraft & { readonly value: string }) => Promise<void>
  readonly onCancel: () => void
}

const places: readonly { readonly value: SecretPlace; readonly label: string }[] = [
  { value: 'bearer', label: 'As a bearer token (Authorization)' },
  { value: 'header', label: 'In a header' },
  { value: 'query', label: 'As a parameter of the address' },
]

/** What a key is, for whom, and how it is sent. The key itself is a field that shows nothing and is emptied when it was kept. */
export function SecretForm({ draft, onSave, onCancel }: SecretFormProps): ReactNode {
  const [place, setPlace] = useState<SecretPlace>(draft.place)
  const [busy, setBusy] = useState(false)
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const text = (name: string) => String(fields.get(name) ?? '').trim()
    setBusy(true)
    void onSave({ name: text('name'), origin: text('origin'), place, field: text('field'), value: text('value') }).finally(() => setBusy(false))
  }
  return (
    <form className="secret-form" onSubmit={save} autoComplete="off">
      <label className="ui-field">
        <span>Name, as apps ask for it</span>
        <input className="ui-input" name="name" defaultValue={draft.name} placeholder="weather" required pattern="[a-z][a-z0-9\-]{0,39}" />
      </label>
      <label className="ui-field">
        <span>Server</span>
        <input className="ui-input" name="origin" type="url" defaultValue={draft.origin} placeholder="https://api.example.com" required />
      </label>
      <label className="ui-field">
        <span>How it is sent</span>
        <select className="ui-input" name="place" value={place} onChange={event => setPlace(event.target.value as SecretPlace)}>
          {places.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {place === 'bearer' ? null : (
        <label className="ui-field" key={place}>
          <span>{place === 'header' ? 'Name of the header' : 'Name of the parameter'}</span>
          <input
            className="ui-input"
            name="field"
            defaultValue={place === draft.place ? draft.field : ''}
            placeholder={place === 'header' ? 'x-api-key' : 'api_key'}
            required
          />
        </label>
      )}
      <label className="ui-field">
        <span>Key</span>
        <input
          className="ui-input"
          type="password"
          name="value"
          autoComplete="off"
          placeholder="Stays on this machine, and is never shown again"
          required
          minLength={8}
        />
      </label>
      <div className="secret-actions">
        <button type="submit" className="ui-button" data-kind="primary" disabled={busy}>
          Keep it
        </button>
        <button type="button" className="ui-button" data-kind="quiet" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  )
}
