import type { ReactNode } from 'react'
import { ClipboardContext, catalog, PlatformContext } from '../../components/index.ts'
import type { App } from '../../engine/contracts.ts'
import { BlueprintView, GlanceView } from '../../engine/react/index.ts'
import { forgetTransitions } from './forget-transitions.ts'

forgetTransitions()
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

/** The app's small view for the home (B51); nothing in it can be pressed. */
export function AppGlance({ app }: { readonly app: App }): ReactNode {
  return (
    <PlatformContext value={platform}>
      <GlanceView app={app} catalog={catalog} />
    </PlatformContext>
  )
}
