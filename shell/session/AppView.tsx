import type { ReactNode } from 'react'
import { ClipboardContext, catalog, PlatformContext } from '../../components/index.ts'
import type { App } from '../../engine/contracts.ts'
import { BlueprintView } from '../../engine/react/index.ts'

const platform = /mac|iphone|ipad/i.test(navigator.platform) ? 'mac' : 'other'
const copy = navigator.clipboard ? (text: string) => navigator.clipboard.writeText(text) : null

export function AppView({ app }: { readonly app: App }): ReactNode {
  return (
    <PlatformContext value={platform}>
      <ClipboardContext value={copy}>
        <BlueprintView app={app} catalog={catalog} />
      </ClipboardContext>
    </PlatformContext>
  )
}
