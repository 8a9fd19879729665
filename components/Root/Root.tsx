import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { UNSAFE_PortalProvider } from 'react-aria/PortalProvider'
import { I18nProvider, useLocale } from 'react-aria-components/I18nProvider'
import type { RootProps } from '../../engine/react/catalog-contract.ts'
import { AttachmentContext } from '../field/attachment-context.ts'
import { LocaleContext } from '../locale.ts'
import { keepFocus } from '../overlay/keep-focus.ts'
import { createModalLayers, ModalLayersContext } from '../overlay/modal-layers.ts'
import { scrollStop } from '../overlay/scroll-stop.ts'
import { attachTips } from '../overlay/tips.ts'
import { PortalContext } from '../portal.ts'
import { claimPressableStyle } from '../pressable.ts'
import '../theme/theme.css'
import { themeAttributes } from '../theme/theme.ts'
import './Root.css'

claimPressableStyle()

/**
 * The element around a whole app. It carries the theme, the language and its direction, gives the locale and the
 * attachments to what is in it, scrolls the view, and holds what floats above it; nothing of the app is drawn outside it.
 */
export function Root({ theme, developing, locale, attachments, children }: RootProps): ReactNode {
  return (
    <LocaleContext value={locale}>
      <AttachmentContext value={attachments}>
        <I18nProvider locale={languageOf(locale.language)}>
          <Ground theme={theme} developing={developing}>
            {children}
          </Ground>
        </I18nProvider>
      </AttachmentContext>
    </LocaleContext>
  )
}

/** A language that the platform knows; what is none would throw in every field. */
function languageOf(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en-US'
  } catch (error) {
    if (error instanceof RangeError) return 'en-US'
    throw error
  }
}

function Ground({ theme, developing, children }: Omit<RootProps, 'locale' | 'attachments'>): ReactNode {
  const { locale, direction } = useLocale()
  const [root, setRoot] = useState<HTMLElement | null>(null)
  const [view, setView] = useState<HTMLElement | null>(null)
  const [overlays, setOverlays] = useState<HTMLElement | null>(null)
  const layers = useMemo(() => (view ? createModalLayers(view) : null), [view])
  const { attributes, style } = useMemo(() => themeAttributes(theme), [theme])

  useEffect(() => (view ? scrollStop(view) : undefined), [view])
  useEffect(() => (root && overlays ? keepFocus(root, overlays) : undefined), [root, overlays])
  useEffect(() => (root && overlays ? attachTips(root, overlays) : undefined), [root, overlays])

  return (
    <div
      ref={setRoot}
      className="cy-app"
      tabIndex={-1}
      {...attributes}
      style={style}
      lang={locale}
      dir={direction}
      data-developing={developing ? '' : undefined}
    >
      <UNSAFE_PortalProvider getContainer={overlays ? () => overlays : null}>
        <PortalContext value={overlays}>
          <ModalLayersContext value={layers}>
            <div className="cy-app-view" ref={setView}>
              <div className="cy-app-content">{children}</div>
            </div>
          </ModalLayersContext>
        </PortalContext>
      </UNSAFE_PortalProvider>
      <div className="cy-app-overlays" ref={setOverlays} />
    </div>
  )
}
