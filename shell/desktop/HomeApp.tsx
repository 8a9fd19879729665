import type { ReactNode } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import type { InstalledApp } from '../storage/installed-app.ts'
import { AppTile } from './AppTile.tsx'
import { appNameForPeople } from './app-name.ts'
import { useDesk } from './desk-context.ts'
import { appParts } from './load-later.ts'
import { useGlance } from './use-glance.ts'

/** An installed app on the home: its icon and name, and its glance where it has one. A press anywhere opens it. */
export function HomeApp({ app }: { readonly app: InstalledApp }): ReactNode {
  const desk = useDesk()
  const glance = useGlance(app)
  const AppGlance = useSignalValue(appParts.part)?.AppGlance
  const open = () => desk.openApp(app.instance)
  const prepare = () => desk.prepareApp(app.instance)
  const shown = glance !== null && AppGlance !== undefined
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the button in it is what the keyboard and a screen reader press
    <li data-glance={shown} onClick={shown ? open : undefined} onPointerEnter={prepare} onFocus={prepare}>
      <button type="button" onClick={shown ? undefined : open}>
        <AppTile icon={app.icon} size={shown ? 'm' : 'l'} />
        <span>{appNameForPeople(app.name)}</span>
      </button>
      {shown ? (
        <div className="home-glance">
          <AppGlance app={glance} />
        </div>
      ) : null}
    </li>
  )
}
