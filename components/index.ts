/** Everything that an app can show, and `catalog`, with which the engine draws. */
import './theme/layers.css'
import type { CatalogComponent, ComponentCatalog } from '../engine/react/catalog-contract.ts'
import { FaultTile } from './FaultTile/FaultTile.tsx'
import { Pending } from './Pending/Pending.tsx'
import { Root } from './Root/Root.tsx'
import { data } from './register/data.ts'
import { inputs } from './register/inputs.ts'
import { layout } from './register/layout.ts'
import { media } from './register/media.ts'

const components: ReadonlyMap<string, CatalogComponent> = new Map([...layout, ...inputs, ...data, ...media])

/** The names of all that can be shown. */
export const componentNames: readonly string[] = Object.freeze([...components.keys()])

/** The registry that the engine draws with. Asked for a name that it does not have, it gives undefined. */
export const catalog: ComponentCatalog = Object.freeze({ get: (name: string) => components.get(name), Root, FaultTile, Pending })

export { AppOpenerContext } from './app-opener.ts'
export { ClipboardContext } from './clipboard.ts'
export { AttachmentContext } from './field/attachment-context.ts'
export { FrameHostContext } from './frame-host.ts'
export { LinkOpenerContext } from './link-opener.ts'
export { LocaleContext } from './locale.ts'
export { PlatformContext } from './platform.ts'
export { themeAttributes } from './theme/theme.ts'
