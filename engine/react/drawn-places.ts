/**
 * How many components an app may have on the screen at once (section 9). Repeats inside repeats, and parts inside
 * parts, multiply: each place is counted when it is first drawn, and what comes after the last one is left out
 * until there is room.
 */
import { useLayoutEffect, useState } from 'react'
import { LIMITS } from '../../schema/limits.ts'

/** One component's place on the screen, or its wait for one. */
interface Place {
  readonly given: boolean
}

export interface DrawnPlaces {
  take(): Place
  /** What was taken has come to be shown; `retry` is called when there may be room for what was not given. */
  enter(place: Place, retry: () => void): void
  leave(place: Place, retry: () => void): void
}

/** `onFull` is told when the first is turned away, and when all have found room. */
export function createDrawnPlaces(onFull: (full: boolean) => void): DrawnPlaces {
  let shown = 0
  /** Taken in a drawing that has not been shown yet; what React drew and threw away is forgotten with the next that is. */
  let drawing = 0
  const waiting = new Set<() => void>()
  let told = false
  let looking = false

  function look(): void {
    if (looking) return
    looking = true
    queueMicrotask(() => {
      looking = false
      const full = waiting.size > 0
      if (full !== told) {
        told = full
        onFull(full)
      }
      const room = LIMITS.drawnNodes - shown
      for (const retry of [...waiting].slice(0, Math.max(0, room))) retry()
    })
  }

  return {
    take() {
      const given = shown + drawing < LIMITS.drawnNodes
      if (given) drawing++
      return { given }
    },
    enter({ given }, retry) {
      drawing = 0
      if (given) shown++
      else {
        waiting.add(retry)
        look()
      }
    },
    leave({ given }, retry) {
      if (given) shown--
      else waiting.delete(retry)
      if (told || waiting.size > 0) look()
    },
  }
}

/** Whether there is a place for the component that calls it. */
export function useDrawnPlace(places: DrawnPlaces): boolean {
  const [place, setPlace] = useState(() => places.take())
  useLayoutEffect(() => {
    const retry = () => setPlace(places.take())
    places.enter(place, retry)
    return () => places.leave(place, retry)
  }, [place, places])
  return place.given
}
