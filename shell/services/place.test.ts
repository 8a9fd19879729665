import fc from 'fast-check'
import { expect, it } from 'vitest'
import { coarsePlace, findPlace } from './place.ts'

const open = () => new AbortController().signal

function geolocation(answer: { latitude: number; longitude: number; accuracy: number } | number | null) {
  const asked: (PositionOptions | undefined)[] = []
  const platform = {
    getCurrentPosition(found: PositionCallback, failed: PositionErrorCallback, options?: PositionOptions) {
      asked.push(options)
      if (typeof answer === 'number') failed({ code: answer } as GeolocationPositionError)
      else if (answer) found({ coords: answer } as GeolocationPosition)
    },
  }
  return { asked, platform: platform as unknown as Geolocation }
}

it('is where the device is, exactly or rounded', async () => {
  const { platform, asked } = geolocation({ latitude: 43.26271, longitude: -2.92528, accuracy: 12 })
  expect(await findPlace(false, open(), platform)).toEqual({ latitude: 43.26271, longitude: -2.92528, accuracy: 12 })
  expect(await findPlace(true, open(), platform)).toEqual({ latitude: 43.3, longitude: -2.9, accuracy: 10_000 })
  expect(asked.map(options => options?.enableHighAccuracy)).toEqual([true, false])
})

it('a coarse place is one of few, and holds within what it says', () => {
  const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true })
  fc.assert(
    fc.property(degrees(90), degrees(180), (latitude, longitude) => {
      const place = coarsePlace(latitude, longitude, 5)
      expect(Math.abs(place.latitude * 10 - Math.round(place.latitude * 10))).toBeLessThan(1e-9)
      const metres = 111_320 * Math.hypot(place.latitude - latitude, (place.longitude - longitude) * Math.cos((latitude * Math.PI) / 180))
      expect(metres).toBeLessThanOrEqual(place.accuracy)
    }),
  )
})

it.each([
  [1, 'refused'],
  [2, 'no-place'],
  [3, 'timeout'],
])('says why there is none (%d) and what to do', async (code, expected) => {
  await expect(findPlace(false, open(), geolocation(code).platform)).rejects.toMatchObject({ code: expected })
})

it('[S26] gives nothing to an app that was stopped meanwhile, and nothing where the browser has none', async () => {
  const closed = new AbortController()
  const waiting = findPlace(false, closed.signal, geolocation(null).platform)
  closed.abort()
  await expect(waiting).rejects.toMatchObject({ code: 'stopped' })
  await expect(findPlace(false, closed.signal, geolocation({ latitude: 0, longitude: 0, accuracy: 1 }).platform)).rejects.toMatchObject({ code: 'stopped' })
  await expect(findPlace(false, open(), null)).rejects.toMatchObject({ code: 'unavailable' })
})
