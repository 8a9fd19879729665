/** The components that show what comes from elsewhere: recordings, codes, pages, other apps. */
import type { CatalogComponent } from '../../engine/react/catalog-contract.ts'
import { AppShortcut } from '../AppShortcut/AppShortcut.tsx'
import { Audio } from '../Audio/Audio.tsx'
import { Frame } from '../Frame/Frame.tsx'
import { QrCode } from '../QrCode/QrCode.tsx'
import { Video } from '../Video/Video.tsx'

export const media: readonly (readonly [name: string, component: CatalogComponent])[] = [
  ['AppShortcut', AppShortcut],
  ['Audio', Audio],
  ['Frame', Frame],
  ['QrCode', QrCode],
  ['Video', Video],
]
