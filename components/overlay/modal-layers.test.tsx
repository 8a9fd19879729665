import { expect, it } from 'vitest'
import { createModalLayers } from './modal-layers.ts'

it('[S16] leaves the topmost layer alone active, in whatever order layers go', () => {
  const view = document.createElement('div')
  const [lower, upper] = [document.createElement('div'), document.createElement('div')]
  const layers = createModalLayers(view)
  const inert = (): boolean[] => [view, lower, upper].map(element => element.inert === true)
  const offLower = layers.push(lower)
  const offUpper = layers.push(upper)
  expect(inert()).toEqual([true, true, false])
  offLower()
  expect(inert()).toEqual([true, true, false])
  offUpper()
  offUpper()
  expect(inert()[0]).toBe(false)
})
