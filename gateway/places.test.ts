import { expect, it } from 'vitest'
import { createPlaces } from './places.ts'

it('[S40] gives as many places as there are, and each back once', () => {
  const places = createPlaces(2)
  const [a, b] = [places.take(), places.take()]
  expect(places.take()).toBe(null)
  a?.()
  a?.()
  const c = places.take()
  expect([c === null, places.take()]).toEqual([false, null])
  b?.()
  c?.()
  expect(places.take()).not.toBe(null)
})
