import { type ReactNode, useMemo } from 'react'
import { AppOpenerContext, ClipboardContext, catalog, FrameHostContext, LinkOpenerContext, PlatformContext } from '../../components/index.ts'
import type { App } from '../../engine/contracts.ts'
import { BlueprintView, GlanceView } from '../../engine/react/index.ts'
import { forgetTransitions } from './forget-transitions.ts'
import type { Surroundings } from './use-surroundings.ts'

forgetTransitions()
const platform = /mac|iphone|ipad/i.test(navigator.platform) ? 'mac' : 'other'
const write = navigator.clipboard ? (text: string) => navigator.clipboard.writeText(text) : null

interface AppViewProps {
  readonly app: App
  /** Left out, the app can open no other, and shows no pages of the web. */
  readonly surroundings?: Surroundings
}

export function AppView({ app, surroundings }: AppViewProps): ReactNode {
  const onCopied = surroundings?.onCopied ?? null
  // The person is told what was copied, by whatever button (S60).
  const copy = useMemo(() => (write && onCopied ? (text: string) => write(text).then(() => onCopied(text)) : write), [onCopied])
  return (
    <PlatformContext value={platform}>
      <ClipboardContext value={copy}>
        <FrameHostContext value={surroundings?.frames ?? null}>
          <AppOpenerContext value={surroundings?.opener ?? null}>
            <LinkOpenerContext value={surroundings?.links ?? null}>
              <BlueprintView app={app} catalog={catalog} />
            </LinkOpenerContext>
          </AppOpenerContext>
        </FrameHostContext>
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
