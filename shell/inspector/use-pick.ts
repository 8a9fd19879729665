import { useEffect } from 'react'
import type { App } from '../../engine/contracts.ts'
import type { JsonObject } from '../../schema/json/json.ts'
import { elementOfNode, nodeAt } from './node-at.ts'

export interface Picked {
  readonly definition: JsonObject
  /** Null where it is not on the page. */
  readonly element: Element | null
}

/**
 * While `active`, the pointer chooses a node of the app instead of pressing it: `onPoint` is told of each that it
 * comes over, `onEnd` of the one that is pressed, or null where Escape or a press elsewhere ends it.
 */
export function usePick(app: App, active: boolean, onPoint: (picked: Picked | null) => void, onEnd: (picked: Picked | null) => void): void {
  useEffect(() => {
    if (!active) return
    const find = (event: Event): Picked | null => {
      const found = event.target instanceof Element ? nodeAt(event.target) : null
      return found && found.app === app && event.target instanceof Element
        ? { definition: found.definition, element: elementOfNode(event.target, found) }
        : null
    }
    const over = (event: Event) => onPoint(find(event))
    const take = (event: Event) => {
      event.preventDefault()
      event.stopImmediatePropagation()
      if (event.type === 'click') onEnd(find(event))
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopImmediatePropagation()
      onEnd(null)
    }
    const presses = ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click'] as const
    document.addEventListener('pointerover', over, true)
    document.addEventListener('keydown', onKey, true)
    for (const type of presses) document.addEventListener(type, take, true)
    document.documentElement.dataset.picking = ''
    return () => {
      document.removeEventListener('pointerover', over, true)
      document.removeEventListener('keydown', onKey, true)
      for (const type of presses) document.removeEventListener(type, take, true)
      delete document.documentElement.dataset.picking
      onPoint(null)
    }
  }, [app, active, onPoint, onEnd])
}
