import { signal } from '@preact/signals-core'
import { type ReactNode, useEffect, useId, useState } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import { HandoverList } from '../apps/HandoverList.tsx'
import { SystemSwitch } from '../apps/SystemSwitch.tsx'
import { useDesk } from '../desktop/desk-context.ts'
import { HashPicture } from '../desktop/HashPicture.tsx'
import { ShellDialog } from '../desktop/ShellDialog.tsx'
import { TabStrip } from '../look/TabStrip.tsx'
import { AppSpent } from '../model/AppSpent.tsx'
import { saveTextFile } from '../services/save-file.ts'
import type { Session } from '../session/session.ts'
import { useAppInfo, useAppName } from '../session/use-session.ts'
import { UsageBar, useUsage } from '../settings/UsageList.tsx'
import { totalOf } from '../storage/app-usage.ts'
import { sizeWords } from '../workspace/file-words.ts'
import { useDocumentText } from './document-text.ts'
import { OwnChecks } from './OwnChecks.tsx'
import { Permissions } from './Permissions.tsx'
import { Scheduled } from './Scheduled.tsx'
import { SetAside } from './SetAside.tsx'
import { Versions } from './Versions.tsx'
import './DetailsDialog.css'

const tabs = ['About', 'Permissions', 'Blueprint', 'Versions', 'Set aside'] as const
type Tab = (typeof tabs)[number]
const nothing = signal(null)

/** Everything about one app: what it is, what it may do, its JSON, its versions. */
export function DetailsDialog({ session }: { readonly session: Session }): ReactNode {
  const desk = useDesk()
  const name = useAppName(session)
  const [tab, setTab] = useState<Tab>('About')
  const id = useId()
  const aside = useSignalValue(session.versions.aside)
  const shown = tabs.filter(each => each !== 'Set aside' || each === tab || aside.length > 0)
  useEffect(() => {
    // What cannot be read now is read at the next change; nothing of it is lost.
    session.versions.readAside().catch(() => undefined)
  }, [session])
  return (
    <ShellDialog title={`About ${name}`} size="l" onClose={() => desk.closePanel()}>
      <TabStrip id={id} label="Details" className="tabs" tabs={shown} selected={tab} onSelect={setTab} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the panel scrolls, so that it must be reachable by key */}
      <div className="ui-dialog-body details" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${tab}`} tabIndex={0}>
        {tab === 'About' ? <About session={session} /> : null}
        {tab === 'Permissions' ? (
          <>
            <Permissions session={session} />
            <HandoverList session={session} />
            <SystemSwitch session={session} />
          </>
        ) : null}
        {tab === 'Blueprint' ? <BlueprintText session={session} name={name} /> : null}
        {tab === 'Versions' ? <Versions session={session} name={name} /> : null}
        {tab === 'Set aside' ? <SetAsideHere session={session} name={name} /> : null}
      </div>
    </ShellDialog>
  )
}

function About({ session }: { readonly session: Session }): ReactNode {
  const desk = useDesk()
  const { hash, prompt, label, origin } = useSignalValue(session.state)
  const installed = useSignalValue(session.installed)
  const info = useAppInfo(session)
  const lineage = installed?.versions.findLast(version => version.lineage.edit === undefined)?.lineage
  const from =
    origin === 'link'
      ? 'A link'
      : origin === 'file'
        ? 'A file'
        : origin === 'app'
          ? 'Another app'
          : origin === 'shipped'
            ? 'Comes with Cyanotype'
            : (lineage?.label ?? label ?? 'Made here')
  const asked = lineage?.prompt ?? prompt
  const usage = useUsage(desk.services.store, installed?.instance ?? null)
  return (
    <>
      {info?.about ? <p className="details-about">{info.about}</p> : null}
      <dl className="details-list">
        <dt>From</dt>
        <dd>{from}</dd>
        {asked ? (
          <>
            <dt>Asked for with</dt>
            <dd>{asked}</dd>
          </>
        ) : null}
        <dt>Hash</dt>
        <dd className="details-hash">
          <HashPicture hash={hash} size={28} />
          <span className="ui-mono">{hash ?? 'Known once the app is complete.'}</span>
        </dd>
        <OwnChecks session={session} />
        {installed ? (
          <>
            <AppSpent instance={installed.instance} />
            {usage ? (
              <>
                <dt>Kept here</dt>
                <dd>
                  {sizeWords(totalOf(usage))}
                  <UsageBar usage={usage} name={installed.name} />
                </dd>
              </>
            ) : null}
            <dt>On this desktop since</dt>
            <dd>{new Date(installed.installedAt).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })}</dd>
          </>
        ) : null}
      </dl>
      {installed ? <Scheduled instance={installed.instance} /> : null}
      {installed ? <RemoveApp name={installed.name} onRemove={() => desk.removeApp(installed.instance)} /> : null}
    </>
  )
}

function RemoveApp({ name, onRemove }: { readonly name: string; readonly onRemove: () => Promise<void> }): ReactNode {
  const desk = useDesk()
  const [sure, setSure] = useState(false)
  if (!sure)
    return (
      <button type="button" className="ui-button" data-kind="bad" onClick={() => setSure(true)}>
        Remove from this desktop
      </button>
    )
  return (
    <div className="details-remove">
      <p>{name}, everything entered in it and what was set aside will be gone. Export it first if you may want it back.</p>
      <button type="button" className="ui-button" onClick={() => setSure(false)}>
        Keep it
      </button>
      <button
        type="button"
        className="ui-button"
        data-kind="bad"
        onClick={() => {
          onRemove().catch(() =>
            desk.say({ from: null, text: `${name} could not be removed: the browser’s storage refused. Try again.`, tone: 'bad', undo: null }),
          )
        }}
      >
        Remove it and its data
      </button>
    </div>
  )
}

function BlueprintText({ session, name }: { readonly session: Session; readonly name: string }): ReactNode {
  const desk = useDesk()
  const app = useSignalValue(session.app)
  const document = useSignalValue<JsonObject | null>(app?.document ?? nothing)
  const text = useDocumentText(document)
  if (document === null) return <p className="ui-note">The blueprint is not complete.</p>
  if (text === null) return null
  return (
    <>
      <p className="details-actions">
        <button
          type="button"
          className="ui-button"
          onClick={() =>
            navigator.clipboard.writeText(text).then(
              () => desk.say({ from: null, text: 'The blueprint was copied.', tone: 'info', undo: null }),
              () => desk.say({ from: null, text: 'The browser did not let it be copied. Use Save as a file.', tone: 'warn', undo: null }),
            )
          }
        >
          Copy
        </button>
        <button type="button" className="ui-button" onClick={() => saveTextFile(`${name}.json`, 'application/json', text)}>
          Save as a file
        </button>
        <span className="ui-note">{text.length.toLocaleString()} characters</span>
      </p>
      {/* biome-ignore-start lint/a11y: what scrolls must be reachable by keyboard, and named */}
      <pre className="details-json" role="group" aria-label="Blueprint" tabIndex={0}>
        {text}
      </pre>
      {/* biome-ignore-end lint/a11y: see above */}
    </>
  )
}

function SetAsideHere({ session, name }: { readonly session: Session; readonly name: string }): ReactNode {
  const app = useSignalValue(session.app)
  const document = useSignalValue<JsonObject | null>(app?.document ?? nothing)
  return <SetAside session={session} document={document} name={name} />
}
