import type { ReactNode } from 'react'
import { LaterIcon } from './LaterIcon.tsx'
import './AppTile.css'

/** An app's icon on a tile in its accent, as in the dock, on the desktop and in the launcher. */
export function AppTile({ icon, size = 'm' }: { readonly icon: string | null; readonly size?: 's' | 'm' | 'l' }): ReactNode {
  return (
    <span className="app-tile" data-size={size}>
      <LaterIcon name={icon ?? 'app-window'} size={size} />
    </span>
  )
}
