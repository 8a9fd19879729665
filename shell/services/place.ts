import { ToolFailure } from '../../engine/ports.ts'
import type { Place } from '../../tools/ports.ts'

/** How long the device may take to find itself, ms. */
const patience = 20_000
/** A coarse place is rounded to so many parts of a degree: squares of about 11 km. */
const coarseParts = 10
/** Within how many metres a coarse place holds. */
const coarseAccuracy = 10_000

/** GeolocationPositionError's. */
const [denied, , timedOut] = [1, 2, 3]

/**
 * Where this device is. `coarse`: rounded, so that it tells a town and no house. Rejects with a `ToolFailure` that says
 * why there is no place.
 */
export function findPlace(coarse: boolean, signal: AbortSignal, geolocation: Geolocation | null = globalThis.navigator?.geolocation ?? null): Promise<Place> {
  if (!geolocation)
    return Promise.reject(new ToolFailure('unavailable', 'This browser does not tell pages where the device is. It does over https and on localhost.'))
  return new Promise((resolve, reject) => {
    const stop = () => reject(new ToolFailure('stopped', 'The app was stopped.'))
    if (signal.aborted) return stop()
    signal.addEventListener('abort', stop, { once: true })
    const done = () => signal.removeEventListener('abort', stop)
    geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => {
        done()
        resolve(coarse ? coarsePlace(latitude, longitude, accuracy) : { latitude, longitude, accuracy })
      },
      ({ code }) => {
        done()
        reject(refusal(code))
      },
      { enableHighAccuracy: !coarse, timeout: patience, maximumAge: coarse ? 600_000 : 10_000 },
    )
  })
}

export function coarsePlace(latitude: number, longitude: number, accuracy: number): Place {
  const rounded = (degrees: number) => Math.round(degrees * coarseParts) / coarseParts
  return { latitude: rounded(latitude), longitude: rounded(longitude), accuracy: Math.max(accuracy, coarseAccuracy) }
}

function refusal(code: number): ToolFailure {
  if (code === denied)
    return new ToolFailure(
      'refused',
      'The browser, or this device, does not tell this page where it is. That is changed in the browser’s settings for this page.',
    )
  if (code === timedOut) return new ToolFailure('timeout', 'The device did not find out in time where it is. Try again, outdoors if you can.')
  return new ToolFailure('no-place', 'The device does not know where it is. Try again outdoors, or enter the place yourself.')
}
