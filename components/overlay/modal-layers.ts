import { createContext } from 'react'

/**
 * The modal layers of one app, bottom first. All that lies beneath the topmost is inert: within the app
 * alone, so that a dialog of one app blocks neither the desktop nor another app (S16).
 */
export interface ModalLayers {
  /** Gives what takes the layer off again. */
  push(layer: HTMLElement): () => void
}

export function createModalLayers(view: HTMLElement): ModalLayers {
  const layers: HTMLElement[] = []
  const settle = (): void => {
    view.inert = layers.length > 0
    for (const [index, layer] of layers.entries()) layer.inert = index < layers.length - 1
  }
  return {
    push(layer) {
      layers.push(layer)
      settle()
      return () => {
        const index = layers.indexOf(layer)
        if (index >= 0) layers.splice(index, 1)
        settle()
      }
    },
  }
}

/** Null outside an app's root: then nothing is made inert. */
export const ModalLayersContext = createContext<ModalLayers | null>(null)
