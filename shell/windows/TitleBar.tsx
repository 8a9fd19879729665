import { signal } from '@preact/signals-core'
import { Copy, Info, Minus, PencilLine, Share2, Square, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Icon } from '../../components/Icon/Icon.tsx'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import { wordsOfApp } from '../desktop/app-name.ts'
import { useDesk } from '../desktop/desk-context.ts'
import { HashPicture } from '../desktop/HashPicture.tsx'
import { AskingMark } from '../model/AskingMark.tsx'
import { questionsOf } from '../model/questions.ts'
import type { Session } from '../session/session.ts'
import { useAppInfo } from '../session/use-session.ts'
import { isForeign } from '../storage/installed-app.ts'
import { failWith } from '../storage/record-store.ts'
import type { SaveStatus } from '../storage/state-log.ts'
import { FramedHosts } from './FramedHosts.tsx'
import { ListeningMark } from './ListeningMark.tsx'
import { MoveByKeys } from './MoveByKeys.tsx'
import { WindowMenu } from './WindowMenu.tsx'

const nothing = signal(null)

export interface TitleBarProps {
  readonly session: Session
  readonly name: string
  readonly maximised: boolean
  /** The window fills a narrow screen: there is nothing to size. */
  readonly full: boolean
}

/** A window's upper edge: its hash picture, its name, whether its data is saved, and what one does with a window. */
export function TitleBar({ session, name, maximised, full }: TitleBarProps): ReactNode {
  const desk = useDesk()
  const { id } = session
  const { hash, origin, phase, readOnly } = useSignalValue(session.state)
  const app = useSignalValue(session.app)
  const platform = useSignalValue(desk.platform)
  const said = useSignalValue<string | null>(app?.title ?? nothing)
  const [byKeys, setByKeys] = useState<'move' | 'resize' | null>(null)
  const icon = useAppInfo(session)?.icon
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the double press is a shortcut of the button Maximise
    <header
      className="title-bar"
      onDoubleClick={event => {
        if (!full && !(event.target as Element).closest('button')) desk.arrange({ do: 'toggle-maximise', id })
      }}
    >
      <WindowMenu id={id} full={full} onKeys={setByKeys} picture={<HashPicture hash={hash} />} />
      <div className="title-bar-name">
        {icon ? <Icon name={icon} size="s" /> : <span />}
        <span>{name}</span>
        {said ? <span className="title-bar-said">{wordsOfApp(said).slice(0, 80)}</span> : null}
      </div>
      {isForeign(origin) && phase !== 'running' ? (
        <span className="title-bar-mark">{origin === 'file' ? 'From a file' : origin === 'app' ? 'From another app' : 'From a link'}</span>
      ) : null}
      <FramedHosts frames={session.frames} />
      <ListeningMark id={id} listener={platform?.listener} />
      <AskingMark id={id} questions={questionsOf(desk.services.gateway)} />
      <SavedMark session={session} />
      <div className="title-bar-buttons">
        {phase === 'running' && !readOnly ? (
          <BarButton label="Change" onPress={() => desk.toggleChange(id)}>
            <PencilLine size={15} strokeWidth={1.5} aria-hidden="true" />
          </BarButton>
        ) : null}
        <BarButton label="Details" onPress={() => desk.showPanel({ kind: 'details', id })}>
          <Info size={16} strokeWidth={1.5} aria-hidden="true" />
        </BarButton>
        {hash !== null && (
          <BarButton label="Share" onPress={() => desk.showPanel({ kind: 'share', id })}>
            <Share2 size={15} strokeWidth={1.5} aria-hidden="true" />
          </BarButton>
        )}
        <BarButton label="Minimise" onPress={() => desk.arrange({ do: 'minimise', id })}>
          <Minus size={16} strokeWidth={1.5} aria-hidden="true" />
        </BarButton>
        {!full && (
          <BarButton label={maximised ? 'Restore' : 'Maximise'} onPress={() => desk.arrange({ do: 'toggle-maximise', id })}>
            {maximised ? (
              <Copy size={14} strokeWidth={1.5} aria-hidden="true" className="title-bar-restore" />
            ) : (
              <Square size={13} strokeWidth={1.5} aria-hidden="true" />
            )}
          </BarButton>
        )}
        <BarButton label="Close" onPress={() => desk.closeWindow(id)}>
          <X size={17} strokeWidth={1.5} aria-hidden="true" />
        </BarButton>
      </div>
      {byKeys ? <MoveByKeys id={id} mode={byKeys} onEnd={() => setByKeys(null)} /> : null}
    </header>
  )
}

function BarButton({ label, onPress, children }: { readonly label: string; readonly onPress: () => void; readonly children: ReactNode }): ReactNode {
  return (
    <button type="button" className="ui-icon-button" aria-label={label} title={label} onClick={onPress}>
      {children}
    </button>
  )
}

const savedWords: Readonly<Record<SaveStatus['kind'], string>> = {
  saved: 'Saved',
  saving: 'Saving…',
  'not-saved': 'NOT SAVED',
  displaced: 'NOT SAVED',
}

/** Whether what the person entered is on the device. There from the start, so that a screen reader hears it change. */
function SavedMark({ session }: { readonly session: Session }): ReactNode {
  const { store } = useDesk().services
  const status = useSignalValue(session.saving)
  // Memory takes everything and keeps nothing: it is not called saved.
  const saving: SaveStatus | null = status && store.kind === 'memory' ? { kind: 'not-saved', failure: failWith('unavailable') } : status
  const kind = saving?.kind === 'displaced' ? 'not-saved' : saving?.kind
  const title = saving && 'failure' in saving ? `${saving.failure.message} What you enter stays in this window. Settings has Export.` : undefined
  return (
    <span className="title-bar-saving" role="status" data-kind={kind} title={title}>
      {saving ? savedWords[saving.kind] : ''}
    </span>
  )
}
