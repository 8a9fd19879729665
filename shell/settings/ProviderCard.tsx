import { type FormEvent, type ReactNode, useId, useState } from 'react'
import type { ProviderStatus } from '../../schema/protocol/generate.ts'
import { useDesk } from '../desktop/desk-context.ts'
import type { ProviderChange } from '../services/gateway.ts'
import { toFailure } from '../services/page-failure.ts'

/** One provider: what was found out about it, its settings, and a button that says in seconds whether it works. */
export function ProviderCard({ provider, onChanged }: { readonly provider: ProviderStatus; readonly onChanged: () => void }): ReactNode {
  const { gateway } = useDesk().services
  const [open, setOpen] = useState(false)
  const [said, setSaid] = useState<{ readonly text: string; readonly bad: boolean } | null>(null)
  const [busy, setBusy] = useState(false)
  const models = useId()

  const during = async (run: () => Promise<void>) => {
    setBusy(true)
    try {
      await run()
    } catch (cause) {
      setSaid({ text: toFailure(cause).message, bad: true })
    } finally {
      setBusy(false)
    }
  }
  const test = () =>
    during(async () => {
      setSaid({ text: 'Asking it for one word…', bad: false })
      const { ok, note } = await gateway.testProvider(provider.id)
      setSaid({ text: ok ? `It works. ${note}` : note, bad: !ok })
    })
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const fields = new FormData(form)
    const text = (name: string) => String(fields.get(name) ?? '').trim()
    const change: ProviderChange = {
      ...(text('baseUrl') === (provider.baseUrl ?? '') ? {} : { baseUrl: text('baseUrl') }),
      ...(text('model') === (provider.model ?? '') ? {} : { model: text('model') }),
      // An empty field leaves the key as it is: what is stored is never shown.
      ...(text('key') ? { key: text('key') } : {}),
    }
    void during(async () => {
      await gateway.setProvider(provider.id, change)
      form.reset()
      setSaid({ text: 'Saved. Test it to see whether it works.', bad: false })
      onChanged()
    })
  }
  const forget = () =>
    during(async () => {
      await gateway.setProvider(provider.id, { key: '' })
      setSaid({ text: 'The key is forgotten.', bad: false })
      onChanged()
    })
  const settable = provider.id !== 'library'
  return (
    <li className="provider">
      <div className="provider-head">
        <span className="provider-dot" data-on={provider.configured ? '' : undefined} />
        <div>
          <strong>{provider.name}</strong>
          <span>
            {provider.note}
            {provider.model ? ` · ${provider.model}` : ''}
          </span>
        </div>
        {provider.configured && settable ? (
          <button type="button" className="ui-button" disabled={busy} onClick={() => void test()}>
            Test
          </button>
        ) : null}
        {settable ? (
          <button type="button" className="ui-button" data-kind="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
            {provider.configured ? 'Change' : 'Set up'}
          </button>
        ) : null}
      </div>
      {open ? (
        <form onSubmit={save}>
          {provider.key === 'none-needed' ? null : (
            <label className="ui-field">
              <span>Key</span>
              <input
                className="ui-input"
                type="password"
                name="key"
                autoComplete="off"
                placeholder={provider.key === 'set' ? 'A key is set. Write here only to replace it.' : 'Stays on this machine, and is never shown again'}
              />
            </label>
          )}
          <label className="ui-field">
            <span>Address</span>
            <input className="ui-input" type="url" name="baseUrl" defaultValue={provider.baseUrl ?? ''} placeholder="The usual one" />
          </label>
          <label className="ui-field">
            <span>Model</span>
            <input className="ui-input" name="model" list={models} defaultValue={provider.model ?? ''} placeholder="The usual one" />
            <datalist id={models}>
              {provider.models.map(model => (
                <option key={model} value={model} />
              ))}
            </datalist>
          </label>
          <div className="provider-actions">
            <button type="submit" className="ui-button" data-kind="primary" disabled={busy}>
              Save
            </button>
            {provider.key === 'set' ? (
              <button type="button" className="ui-button" data-kind="quiet" disabled={busy} onClick={() => void forget()}>
                Forget the key
              </button>
            ) : null}
          </div>
        </form>
      ) : null}
      <p role="status" className="provider-said" data-bad={said?.bad ? '' : undefined}>
        {said?.text}
      </p>
    </li>
  )
}
