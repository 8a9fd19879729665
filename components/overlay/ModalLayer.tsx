import { type ReactNode, use, useEffect, useId, useRef } from 'react'
import { createPortal } from 'react-dom'
import { HeadingLevelContext } from '../heading-level.ts'
import { IconButton } from '../IconButton/IconButton.tsx'
import { usePortalContainer } from '../portal.ts'
import type { RootAttributes } from '../root-props.ts'
import { useSay } from '../words/say.ts'
import { ModalLayersContext } from './modal-layers.ts'
import { scrollStop } from './scroll-stop.ts'
import './ModalLayer.css'

export interface ModalLayerProps {
  readonly root: RootAttributes
  readonly title: string
  readonly size?: string
  readonly side?: string
  readonly actions?: ReactNode
  readonly children?: ReactNode
  onClose(): void
}

const focusable = 'input:not([disabled]), textarea:not([disabled]), select:not([disabled]), [role="spinbutton"], [role="radio"], [role="combobox"]'

/**
 * What lies over an app until it is closed: a title, what it holds, and actions at its foot.
 *
 * It covers the app's own root and nothing else. The focus goes to its first field, or to itself, and back
 * to where it was; but only if it was in this app, so that an app that opens a dialog by itself takes the focus
 * from no other. Tab may leave for the window's own bar: a dialog that its app does not close is no trap.
 */
export function ModalLayer({ root, title, size, side, actions, children, onClose }: ModalLayerProps): ReactNode {
  const say = useSay()
  const container = usePortalContainer()
  const layers = use(ModalLayersContext)
  const layer = useRef<HTMLDivElement>(null)
  const sheet = useRef<HTMLDivElement>(null)
  const titleId = useId()

  useEffect(() => {
    const element = layer.current
    const dialog = sheet.current
    if (!element || !dialog) return
    const before = document.activeElement
    const app = element.closest('.cy-app')
    const mayFocus = before === null || before === document.body || app === null || app.contains(before)
    const takeOff = layers?.push(element)
    if (mayFocus && !dialog.contains(document.activeElement)) (dialog.querySelector<HTMLElement>(focusable) ?? dialog).focus({ preventScroll: true })
    return () => {
      const held = element.contains(document.activeElement) || document.activeElement === document.body
      takeOff?.()
      if (held && before instanceof HTMLElement && before !== document.body) before.focus({ preventScroll: true })
    }
  }, [layers])

  const content = (
    // biome-ignore lint/a11y/noStaticElementInteractions: the veil closes on a press; the keyboard has Escape and the close button
    <div
      ref={layer}
      className="cy-layer"
      data-side={side}
      onPointerDown={event => {
        if (event.target === event.currentTarget && event.button === 0) onClose()
      }}
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.stopPropagation()
        onClose()
      }}
    >
      <div
        {...root}
        ref={sheet}
        className={`cy-layer-sheet ${root.className}`}
        role="dialog"
        aria-modal="true"
        aria-labelledby={titleId}
        tabIndex={-1}
        data-size={size}
      >
        <div className="cy-layer-head">
          <h2 className="cy-layer-title" id={titleId}>
            {title}
          </h2>
          <IconButton icon="x" label={say('Close')} onPress={onClose} />
        </div>
        <div className="cy-layer-body" ref={element => (element ? scrollStop(element) : undefined)}>
          <div className="cy-layer-content">
            <HeadingLevelContext value={3}>{children}</HeadingLevelContext>
          </div>
        </div>
        {actions && <div className="cy-layer-actions">{actions}</div>}
      </div>
    </div>
  )
  return container ? createPortal(content, container) : content
}
