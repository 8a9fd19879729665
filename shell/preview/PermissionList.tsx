import type { ReactNode } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import { pickedName } from '../../schema/capability-name.ts'
import { capabilityWords } from '../../schema/capability-words.ts'
import { OriginPick } from '../approval/AskedCapability.tsx'
import { quotedWords } from '../desktop/quoted-words.ts'
import { Switch } from '../desktop/Switch.tsx'
import type { Preview } from './preview.ts'

/** What the app asks for and a person has to allow; off until somebody here does, and only for this page. */
export function PermissionList({ preview }: { readonly preview: Preview }): ReactNode {
  const shown = useSignalValue(preview.shown)
  const granted = useSignalValue(preview.granted)
  const asked = shown?.reach.filter(({ grade }) => grade === 'ask') ?? []
  if (asked.length === 0) return null
  return (
    <section className="preview-part" aria-labelledby="permissions">
      <h2 id="permissions">What it may do here</h2>
      <ul className="preview-permissions">
        {asked.map(({ capability, why }) => (
          <li key={capability}>
            <Switch on={granted.has(capability)} onChange={on => preview.allow(capability, on)}>
              <span>
                {capabilityWords(capability).title}
                {why ? <small>{quotedWords(why)}</small> : null}
              </span>
            </Switch>
            <Pick preview={preview} capability={capability} />
          </li>
        ))}
      </ul>
      <p className="ui-note">Until this page is closed. Nothing else leaves it.</p>
    </section>
  )
}

function Pick({ preview, capability }: { readonly preview: Preview; readonly capability: string }): ReactNode {
  const name = pickedName(capability)
  return name === null ? null : <OriginPick atOnce name={name} choice={null} onPick={origin => preview.pick(capability, origin)} />
}
