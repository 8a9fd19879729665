import { signal } from '@preact/signals-core'
import { RotateCcw } from 'lucide-react'
import { type CSSProperties, type ReactNode, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { Icon } from '../../components/Icon/Icon.tsx'
import type { AppInfo } from '../../engine/contracts.ts'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import { appNameForPeople } from '../desktop/app-name.ts'
import { HashPicture } from '../desktop/HashPicture.tsx'
import type { Listener } from '../services/listening.ts'
import { AppView } from '../session/AppView.tsx'
import { FramedHosts } from '../windows/FramedHosts.tsx'
import { ListeningMark } from '../windows/ListeningMark.tsx'
import '../windows/WindowFrame.css'
import { listenToKeys } from './app-keys.ts'
import { keepPlace, type Place } from './keep-place.ts'
import type { Preview, ShownApp } from './preview.ts'

const DEFAULT = { width: 460, height: 620 }
const TITLE_BAR = 40

interface AppPaneProps {
  readonly preview: Preview
  readonly listener: Listener
}

/** The app in a window as on the desktop; before there is one, a blank sheet that says so. */
export function AppPane({ preview, listener }: AppPaneProps): ReactNode {
  const shown = useSignalValue(preview.shown)
  if (shown === null) return <BlankSheet preview={preview} />
  return <AppWindow shown={shown} preview={preview} listener={listener} />
}

const nothing = signal<string | null>(null)

function AppWindow({ shown, preview, listener }: AppPaneProps & { readonly shown: ShownApp }): ReactNode {
  const { app, hash, turn } = shown
  const info = useSignalValue<AppInfo>(app.info)
  const said = useSignalValue(app.title ?? nothing)
  const failure = useSignalValue(app.failure)
  const name = appNameForPeople(info.name)
  return (
    <section className="window preview-window" data-instance="preview" data-focused data-sheet="paper" aria-label={name} style={sizeOf(info)}>
      <header className="title-bar">
        <span className="preview-picture">
          <HashPicture hash={hash} />
        </span>
        <div className="title-bar-name">
          {info.icon ? <Icon name={info.icon} size="s" /> : <span />}
          <span>{name}</span>
          {said ? <span className="title-bar-said">{said.slice(0, 80)}</span> : null}
        </div>
        <FramedHosts frames={preview.frames} />
        <ListeningMark id="preview" listener={listener} />
        <button type="button" className="ui-icon-button" aria-label="Start fresh" title="Start fresh: the state as the file says" onClick={preview.startFresh}>
          <RotateCcw size={15} strokeWidth={1.5} aria-hidden="true" />
        </button>
      </header>
      {failure ? (
        <p className="preview-stopped" role="alert">
          {failure.message}
        </p>
      ) : null}
      <DrawnApp key={turn} shown={shown} preview={preview} />
    </section>
  )
}

/** Each version is drawn from nothing, and then put where the person was in the last one. */
let place: Place | null = null

function DrawnApp({ shown: { app }, preview }: { readonly shown: ShownApp; readonly preview: Preview }): ReactNode {
  const granted = useSignalValue(preview.granted)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another one for another set of grants, so that what is shown asks again.
  const surroundings = useMemo(
    () => ({ frames: { open: preview.frames.open, show: preview.frames.show }, opener: null, links: null, onCopied: null }),
    [preview, granted],
  )
  const element = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const drawn = element.current
    if (!drawn) return
    place?.restore(drawn)
    place = null
    return () => {
      place = keepPlace(drawn)
    }
  }, [])
  useEffect(() => listenToKeys(app), [app])
  return (
    <div ref={element} className="preview-app">
      <AppView app={app} surroundings={surroundings} />
    </div>
  )
}

/** What of the first file can be drawn, as a sheet that has not developed yet; a blank one where that is nothing. */
function BlankSheet({ preview }: { readonly preview: Preview }): ReactNode {
  const file = useSignalValue(preview.file)
  const sketch = useSignalValue(preview.sketch)
  if (sketch !== null) {
    return (
      <section
        className="window preview-window"
        data-sheet="blue"
        data-state="stopped"
        aria-label="What can be drawn so far"
        style={sizeOf(sketch.info.peek())}
      >
        <div className="blue-sheet" />
        <div className="preview-app">
          <AppView app={sketch} />
        </div>
      </section>
    )
  }
  return (
    <section className="preview-blank">
      <p className="preview-blank-name">{file === null ? 'Waiting for the file…' : 'Nothing to show yet'}</p>
      {file === null ? null : <p>The app develops here with the first save that has no errors.</p>}
    </section>
  )
}

function sizeOf({ window: { width, height } }: AppInfo): CSSProperties {
  return { inlineSize: width ?? DEFAULT.width, blockSize: (height ?? DEFAULT.height) + TITLE_BAR }
}
